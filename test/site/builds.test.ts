import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CITY, swap } from '../loading/city.ts';
import { few } from './builtSite.ts';
import { buildCity, builtCity, hashesOf, startCityBuild } from './cityBuild.ts';

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
    child.kill('SIGKILL');
    await ended;
    expect(hashesOf(out)).toEqual(before);
  });

  it('clears up', async () => {
    await wait(4000);
    said = await buildCity({ OUT_DIR: out });
    expect(readdirSync(join(home, 'killed'))).toEqual(['dist']);
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
