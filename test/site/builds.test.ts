import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CITY, swap } from '../loading/city.ts';
import { few, pagesOf, siteIn } from './builtSite.ts';
import { buildCity, hashesOf, startCityBuild } from './cityBuild.ts';
import { brokenLinks } from '../../src/built/links.ts';

let home: string;
let first: string;
let said: string;

/** A folder `dist` of its own with a finished site in it. */
function finishedSite(name: string): string {
  const folder = join(home, name);
  cpSync(first, join(folder, 'dist'), { recursive: true });
  return join(folder, 'dist');
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'builds-'));
  first = join(home, 'first');
  said = await buildCity({ OUT_DIR: first });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('a build', () => {
  it('ends with the counts of pages beside their rows', () => {
    expect(said).toMatch(/站点 +12 页 +stations\.csv 12 行/u);
    expect(said).toMatch(/街镇 +7 页 +towns\.csv 7 行/u);
    expect(said).toMatch(/合计 +\d+ 页/u);
  });

  it('makes the same bytes from the same input', async () => {
    const second = join(home, 'second');
    await buildCity({ OUT_DIR: second });
    const [one, two] = [hashesOf(first), hashesOf(second)];
    const paths = new Set([...Object.keys(one), ...Object.keys(two)]);
    expect(few([...paths].filter((path) => one[path] !== two[path]))).toEqual([]);
  });

  it('below another base crawls clean', async () => {
    const out = join(home, 'below');
    await buildCity({ OUT_DIR: out, SITE_BASE: '/zt/sgz/' });
    const site = siteIn(out, '/zt/sgz/');
    expect(few(brokenLinks(site))).toEqual([]);
    const canonicals = pagesOf(site).filter(
      ({ canonical }) => !canonical[0]?.startsWith('https://sgz.yunze.example/zt/sgz/'),
    );
    expect(few(canonicals.map(({ path }) => path))).toEqual([]);
    // The search holds routes without the base and puts them below it in the browser.
    const text = [...site.files].filter(
      (file) => /\.(?:css|xml|json)$/u.test(file) && !file.startsWith('pagefind/') && !file.startsWith('search/'),
    );
    const loose = text.filter((file) =>
      /(?:url\(|"|>https:\/\/sgz\.yunze\.example)\/(?:_astro|stations|policies|cases)\//u.test(
        readFileSync(join(out, file), 'utf8'),
      ),
    );
    expect(loose).toEqual([]);
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

  it('when it is killed outright leaves the previous site, and the next build clears up', async () => {
    const out = finishedSite('killed');
    const before = hashesOf(out);
    const { child, ended } = startCityBuild({ OUT_DIR: out });
    const half = `${out}.tmp-${child.pid ?? 0}`;
    for (let tries = 0; !existsSync(half) && tries < 600; tries += 1) await wait(50);
    child.kill('SIGKILL');
    await ended;
    expect(hashesOf(out)).toEqual(before);
    await wait(4000);
    await buildCity({ OUT_DIR: out });
    expect(readdirSync(join(home, 'killed'))).toEqual(['dist']);
  });
});
