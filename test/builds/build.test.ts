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
import { buildCity, builtCity, hashesOf, startCityBuild } from '../site/cityBuild.ts';

let home: string;
let first: string;

/** A folder `dist` of its own with a finished site in it. */
function finishedSite(name: string): string {
  const folder = join(home, name);
  cpSync(first, join(folder, 'dist'), { recursive: true });
  return join(folder, 'dist');
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'builds-'));
  first = (await builtCity()).dir;
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('a build', () => {
  it('through a link fills the folder that the link leads to, also on another disk', async () => {
    const other = mkdtempSync(existsSync('/dev/shm') ? '/dev/shm/builds-' : join(home, 'other-'));
    const link = join(home, 'link');
    try {
      cpSync(first, join(other, 'dist'), { recursive: true });
      symlinkSync(join(other, 'dist'), link);
      rmSync(join(other, 'dist', 'index.html'));
      await buildCity({ OUT_DIR: link });
      expect(lstatSync(link).isSymbolicLink()).toBe(true);
      expect(hashesOf(join(other, 'dist'))).toEqual(hashesOf(first));
      expect(readdirSync(other)).toEqual(['dist']);
    } finally {
      rmSync(other, { recursive: true });
    }
  });
});

describe('two builds at once', () => {
  it('into one folder: the second is told of the first and leaves it in peace', async () => {
    const out = join(home, 'both');
    const { child, ended } = startCityBuild({ OUT_DIR: out });
    const half = `${out}.tmp-${child.pid ?? 0}`;
    for (let tries = 0; !existsSync(half) && tries < 600; tries += 1) await wait(50);
    const second = await startCityBuild({ OUT_DIR: out }).ended;
    expect(second.code).toBe(1);
    expect(second.output).toContain(`另一个建站（进程 ${child.pid ?? 0}）正在往 ${out} 里写`);
    expect((await ended).code).toBe(0);
    expect(hashesOf(out)).toEqual(hashesOf(first));
  });
});

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
    const half = `${out}.tmp-${child.pid ?? 0}`;
    for (let tries = 0; !existsSync(half) && tries < 600; tries += 1) await wait(50);
    expect(existsSync(half)).toBe(true);
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

  it('on a redirect that leads out of the site overwrites nothing', async () => {
    const data = join(home, 'led');
    cpSync(CITY.data, data, { recursive: true });
    const table = readFileSync(join(data, 'stations.csv'), 'utf8');
    writeFileSync(join(data, 'redirects.csv'), 'from,to\n/../led/stations.csv,/about/\n');
    const { code, output } = await startCityBuild({ OUT_DIR: join(home, 'dist'), DATA_DIR: data }).ended;
    expect(code).toBe(1);
    expect(output).toContain('/../led/stations.csv');
    expect(readFileSync(join(data, 'stations.csv'), 'utf8')).toBe(table);
  });
});

describe('a build after one that was killed outright', () => {
  let out: string;
  let said: string;

  it('finds the previous site as it was', async () => {
    out = finishedSite('killed');
    const before = hashesOf(out);
    const { child, ended } = startCityBuild({ OUT_DIR: out });
    const half = `${out}.tmp-${child.pid ?? 0}`;
    for (let tries = 0; !existsSync(half) && tries < 600; tries += 1) await wait(50);
    const work = join(ROOT, '.cache', `build-${child.pid ?? 0}`);
    for (let tries = 0; !existsSync(join(work, 'site')) && tries < 600; tries += 1) await wait(50);
    child.kill('SIGKILL');
    // Its output is closed only when Astro, which writes to the same, has ended as well.
    await ended;
    expect(hashesOf(out)).toEqual(before);
    said = await buildCity({ OUT_DIR: out });
    expect(readdirSync(join(home, 'killed'))).toEqual([
      'dist',
      'dist.Caddyfile',
      'dist.http.nginx.conf',
      'dist.nginx.conf',
    ]);
    expect(existsSync(work)).toBe(false);
  });

  it('ends with the counts of pages beside their rows', () => {
    expect(said).toMatch(/站点 +12 页 +stations\.csv 12 行/u);
    expect(said).toMatch(/街镇 +7 页 +towns\.csv 7 行/u);
    expect(said).toMatch(/合计 +\d+ 页/u);
  });

  it('makes the same bytes from the same input', () => {
    const [one, two] = [hashesOf(first), hashesOf(out)];
    const paths = new Set([...Object.keys(one), ...Object.keys(two)]);
    expect(few([...paths].filter((path) => one[path] !== two[path]))).toEqual([]);
  });
});
