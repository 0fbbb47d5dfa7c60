import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CITY } from '../loading/city.ts';
import { buildCity, hashesOf, startCityBuild } from '../site/cityBuild.ts';
import { dataIn, goodDay, LONG } from './cityDays.ts';

let home: string;
let good: Record<string, string>;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'bad-days-'));
  good = await goodDay();
}, LONG);
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('another computer', () => {
  it.each([
    ['America/Los_Angeles', 'en_US.UTF-8', 0o022],
    ['Pacific/Kiritimati', 'C', 0o000],
    ['Asia/Kathmandu', 'tr_TR.UTF-8', 0o027],
    ['Asia/Shanghai', 'zh_CN.UTF-8', 0o077],
  ] as const)(
    'set to %s and %s makes the same bytes',
    async (zone, language, mask) => {
      const out = join(home, 'zone');
      const umask = process.umask(mask);
      try {
        await buildCity({ OUT_DIR: out, TZ: zone, LANG: language, LC_ALL: language });
      } finally {
        process.umask(umask);
      }
      expect(hashesOf(out)).toEqual(good);
    },
    LONG,
  );

  it(
    'with blanks, Han characters, #, % and ? in its paths makes the same bytes',
    async () => {
      const place = join(home, '社工站 网站#1 100%20?b&c');
      const data = dataIn(place);
      const content = join(place, '文章 #%41');
      cpSync(CITY.content, content, { recursive: true });
      const out = join(place, '网 站');
      await buildCity({ OUT_DIR: out, DATA_DIR: data, CONTENT_DIR: content });
      expect(hashesOf(out)).toEqual(good);
    },
    LONG,
  );

  it(
    'whose clock is a year ahead builds the site; a release says what has run out, and the site stays',
    async () => {
      const out = join(home, 'year');
      const data = dataIn(join(home, 'year-data'));
      appendFileSync(
        join(data, 'site.yaml'),
        "security: { contact: 'https://www.yunze.example/anquan', expires: '2027-06-30' }\n",
      );
      const env = { OUT_DIR: out, DATA_DIR: data, SITE_TODAY: '2027-11-23' };
      await buildCity(env);
      const before = hashesOf(out);
      const { code, output } = await startCityBuild(env, 'release').ended;
      expect([code, output]).toEqual([1, expect.stringContaining('security.expires 是 2027年6月30日，已经过了')]);
      expect(hashesOf(out)).toEqual(before);
    },
    LONG,
  );
});

it(
  'two builds at once are both whole, each time',
  async () => {
    for (let times = 0; times < 3; times += 1) {
      const folders = [join(home, 'twin-a'), join(home, 'twin-b')];
      const ends = await Promise.all(folders.map((out) => startCityBuild({ OUT_DIR: out }).ended));
      expect(ends.map(({ code, output }) => (code === 0 ? 0 : output))).toEqual([0, 0]);
      for (const out of folders) expect(hashesOf(out)).toEqual(good);
    }
  },
  LONG,
);
