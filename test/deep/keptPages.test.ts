import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptNoteOf } from '../../src/cli/building/keptPages.ts';
import { CITY } from '../loading/city.ts';
import { ROOT } from '../site/builtSite.ts';
import { buildCity, hashesOf, startCityBuild } from '../site/cityBuild.ts';
import { changePhone, dataIn, LONG } from './cityDays.ts';

const CACHE = join(ROOT, '.cache');

let home: string;
let data: string;
let content: string;
let out: string;
let cold: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'kept-'));
  data = dataIn(home);
  content = join(home, 'content');
  cpSync(CITY.content, content, { recursive: true });
  [out, cold] = [join(home, 'kept'), join(home, 'cold')];
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
  rmSync(keptNoteOf(CACHE, out), { force: true });
});

/** Replaces words in a file of the city, which has to hold them. */
function change(file: string, from: RegExp | string, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text.search(from)).toBeGreaterThanOrEqual(0);
  writeFileSync(file, text.replace(from, to));
}

/** Builds with kept pages and without; gives how many pages were taken over. The sites have to be the same. */
async function both(env: Readonly<Record<string, string>> = {}): Promise<number> {
  const folders = { DATA_DIR: data, CONTENT_DIR: content, ...env };
  const said = await buildCity({ ...folders, OUT_DIR: out, KEEP_PAGES: '1' });
  await buildCity({ ...folders, OUT_DIR: cold });
  expect(hashesOf(out)).toEqual(hashesOf(cold));
  return Number(/沿用了上次做的 (\d+) 个文件/u.exec(said)?.[1]);
}

describe('a build that keeps pages makes the same site as one that does not', () => {
  let all: number;

  it(
    'the first time, and takes over all the next time',
    async () => {
      expect(await both()).toBe(0);
      all = await both();
      expect(all).toBeGreaterThan(40);
    },
    LONG,
  );

  it(
    'after one telephone was changed, with most pages of the last time',
    async () => {
      changePhone(data);
      const taken = await both();
      expect(taken).toBeLessThan(all);
      expect(taken).toBeGreaterThan(all / 2);
    },
    LONG,
  );

  it.each<[string, () => void]>([
    ['the name of the site', () => change(join(data, 'site.yaml'), /^site_name:.*$/mu, 'site_name: 云泽社工站')],
    ['a title of a case', () => change(caseFile(), /^title:.*$/mu, 'title: 一只换了名字的案例')],
    ['a case that is gone', () => rmSync(caseFile())],
    ['the name of a service', () => change(join(data, 'services.csv'), '上门看老人', '上门看望老人')],
  ])(
    'after a change of %s',
    async (_, make) => {
      make();
      await both();
    },
    LONG,
  );

  it(
    'on another day, at another address and below another path',
    async () => {
      await both({ SITE_TODAY: '2027-03-01' });
      await both({ SITE_TODAY: '2027-03-01', SITE_URL: 'https://other.example' });
      await both({ SITE_TODAY: '2027-03-01', SITE_URL: 'https://other.example', SITE_BASE: '/zt/sgz/' });
    },
    LONG,
  );

  it(
    'after a change of what a kind of pages shows, with all others of the kind, which get another style',
    async () => {
      // The only station that has moved on shows to whom; no other page of a station has such words.
      const before = await both();
      change(join(data, 'stations.csv'), '撤并,并入松岭街道社工站,2026-06-30,,990102001-z', '运行,,,,');
      const style = styleOf('stations/990101001-z/index.html');
      expect(await both()).toBeGreaterThan(before / 2);
      expect(styleOf('stations/990101001-z/index.html')).not.toBe(style);
    },
    LONG,
  );

  it(
    'after one that was killed, with the pages of the last complete one',
    async () => {
      const before = await both();
      const { child, ended } = startCityBuild({ DATA_DIR: data, CONTENT_DIR: content, OUT_DIR: out, KEEP_PAGES: '1' });
      await untilWriting();
      child.kill('SIGKILL');
      await ended;
      expect(await both()).toBe(before);
    },
    LONG,
  );

  it(
    'after somebody has written into a page of the last one, or has taken one away',
    async () => {
      const before = await both();
      appendFileSync(join(out, 'stations/990101001-z/index.html'), '<!-- by hand -->');
      rmSync(join(out, 'stations/990101002-z/index.html'));
      expect(await both()).toBe(before - 2);
    },
    LONG,
  );

  it(
    'or none where somebody writes into a page of the last one meanwhile',
    async () => {
      const page = join(out, 'stations/990101001-z/index.html');
      const { ended } = startCityBuild({ DATA_DIR: data, CONTENT_DIR: content, OUT_DIR: out, KEEP_PAGES: '1' });
      await untilWriting();
      appendFileSync(page, '<!-- meanwhile -->');
      const { code, output } = await ended;
      expect(code).toBe(1);
      expect(output).toContain(`${page} 在建的时候被改了`);
      expect(readFileSync(page, 'utf8')).toContain('<!-- meanwhile -->');
      await both();
    },
    LONG,
  );

  it(
    'after the note of the last one was damaged, from which nothing is taken over',
    async () => {
      truncateSync(keptNoteOf(CACHE, out), 100);
      expect(await both()).toBe(0);
    },
    LONG,
  );
});

/** Waits until Astro has written styles and scripts: then it has decided which pages it makes. */
async function untilWriting(): Promise<void> {
  const isWriting = () => readdirSync(CACHE).some((name) => existsSync(join(CACHE, name, 'site/_astro')));
  for (let tries = 0; !isWriting() && tries < 600; tries += 1) await wait(20);
}

const styleOf = (file: string) => /<style>(.*?)<\/style>/su.exec(readFileSync(join(out, file), 'utf8'))?.[1];

const caseFile = () => {
  const folder = join(content, 'cases');
  const name = readdirSync(folder).find((one) => one.endsWith('.md'));
  if (name === undefined) throw new Error('no case');
  return join(folder, name);
};
