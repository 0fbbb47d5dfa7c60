import type { ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CITY, swap } from '../loading/city.ts';
import { few, ROOT } from '../site/builtSite.ts';
import { builtCity, hashesOf, startCityBuild, type BuildEnd } from '../site/cityBuild.ts';

let home: string;
let first: string;

/** A folder `dist` of its own with a finished site in it. */
function finishedSite(name: string): string {
  const folder = join(home, name);
  cpSync(first, join(folder, 'dist'), { recursive: true });
  return join(folder, 'dist');
}

/** Waits until a build of `folder` has begun to write beside it. */
async function halfOf(folder: string, { pid = 0 }: ChildProcess): Promise<void> {
  const half = `${folder}.tmp-${pid}`;
  for (let tries = 0; !existsSync(half) && tries < 600; tries += 1) await wait(50);
  expect(existsSync(half)).toBe(true);
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'builds-'));
  first = (await builtCity()).dir;
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('a build that fails', () => {
  it('on one wrong cell says where, and leaves the previous site as it was', async () => {
    const data = join(home, 'data');
    cpSync(CITY.data, data, { recursive: true });
    const stations = join(data, 'stations.csv');
    writeFileSync(stations, swap('2026-01-15', '2026-13-45')(readFileSync(stations, 'utf8')));
    const out = finishedSite('wrong');
    const before = hashesOf(out);
    const { code, output } = await startCityBuild({ OUT_DIR: out, DATA_DIR: data }).ended;
    expect(code).toBe(1);
    expect(output).toContain('stations.csv 第 3 行 “核实日期”列：“2026-13-45”不是有效的日期');
    expect(output).not.toMatch(/^ {4}at /mu);
    expect(hashesOf(out)).toEqual(before);
    expect(readdirSync(join(home, 'wrong'))).toEqual(['dist']);
  });

  it('when it is stopped half-way leaves the previous site as it was, and nothing else', async () => {
    const out = finishedSite('stopped');
    const before = hashesOf(out);
    const { child, ended } = startCityBuild({ OUT_DIR: out });
    await halfOf(out, child);
    child.kill('SIGTERM');
    const { code, output } = await ended;
    expect(code).toBe(143);
    expect(output).toContain('已停止');
    expect(hashesOf(out)).toEqual(before);
    expect(readdirSync(join(home, 'stopped'))).toEqual(['dist']);
  });

  it("on somebody else's site leaves it as it was, before anything is built", async () => {
    const out = join(home, 'theirs');
    mkdirSync(join(out, '.git'), { recursive: true });
    writeFileSync(join(out, 'index.html'), 'theirs');
    writeFileSync(join(out, '.git', 'HEAD'), 'ref: refs/heads/main');
    const before = hashesOf(out);
    const { code, output } = await startCityBuild({ OUT_DIR: out }).ended;
    expect(code).toBe(1);
    expect(output).toMatch(/没有动它/u);
    expect(output).not.toMatch(/^ {4}at /mu);
    expect(hashesOf(out)).toEqual(before);
  });
});

describe('a build after one that was killed outright, through a link to a folder on another disk', () => {
  let other: string;
  let out: string;
  let link: string;
  let next: ReturnType<typeof startCityBuild>;
  let end: BuildEnd;

  beforeAll(() => {
    other = mkdtempSync(existsSync('/dev/shm') ? '/dev/shm/builds-' : join(home, 'other-'));
    out = join(other, 'dist');
    cpSync(first, out, { recursive: true });
    mkdirSync(join(home, 'linked'));
    link = join(home, 'linked', 'dist');
    symlinkSync(out, link);
  });
  afterAll(() => rmSync(other, { recursive: true, force: true }));

  it('finds the previous site as it was', async () => {
    const before = hashesOf(out);
    const { child, ended } = startCityBuild({ OUT_DIR: link });
    await halfOf(out, child);
    const work = join(ROOT, '.cache', `build-${child.pid ?? 0}`);
    for (let tries = 0; !existsSync(join(work, 'site')) && tries < 600; tries += 1) await wait(50);
    child.kill('SIGKILL');
    // Its output is closed only when Astro, which writes to the same, has ended as well.
    await ended;
    expect(hashesOf(out)).toEqual(before);
    rmSync(join(out, 'index.html'));
    next = startCityBuild({ OUT_DIR: link });
    await halfOf(out, next.child);
    expect(existsSync(work)).toBe(false);
  });

  it('is left in peace by a second one into the same folder, which is told of it', async () => {
    const second = await startCityBuild({ OUT_DIR: out }).ended;
    expect(second.code).toBe(1);
    expect(second.output).toContain(`另一个建站（进程 ${next.child.pid ?? 0}）正在往 ${out} 里写`);
    end = await next.ended;
    expect(end.code, end.output).toBe(0);
  });

  it('fills the folder that the link leads to, with nothing left beside it, and its configurations beside the link', () => {
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readdirSync(other)).toEqual(['dist']);
    expect(readdirSync(join(home, 'linked'))).toEqual([
      'dist',
      'dist.Caddyfile',
      'dist.http.nginx.conf',
      'dist.nginx.conf',
    ]);
  });

  it('ends with the counts of pages beside their rows', () => {
    expect(end.output).toMatch(/站点 +12 页 +stations\.csv 12 行/u);
    expect(end.output).toMatch(/街镇 +7 页 +towns\.csv 7 行/u);
    expect(end.output).toMatch(/合计 +\d+ 页/u);
  });

  it('makes the same bytes from the same input', () => {
    const [one, two] = [hashesOf(first), hashesOf(out)];
    const paths = new Set([...Object.keys(one), ...Object.keys(two)]);
    expect(few([...paths].filter((path) => one[path] !== two[path]))).toEqual([]);
  });
});
