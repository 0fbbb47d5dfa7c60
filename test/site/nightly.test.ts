import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CITY, swap } from '../loading/city.ts';
import { buildCity, hashesOf, startCityBuild } from './cityBuild.ts';

/** What takes many builds: run with `NIGHTLY=1 npm test -- build site`. */
const nightly = process.env['NIGHTLY'] === '1';
const TIMES = 10;
const LONG = 3_600_000;

const same = (one: Record<string, string>, other: Record<string, string>) =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

describe.runIf(nightly)('bad days', () => {
  let home: string;
  let data: string;
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'nightly-'));
    data = join(home, 'data');
    cpSync(CITY.data, data, { recursive: true });
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it.each(['build', 'release'] as const)(
    'a %s that is killed at ten random moments leaves one whole site each time, and the next run completes it',
    async (command) => {
      const out = join(home, command);
      const own = join(home, `${command}-data`);
      cpSync(data, own, { recursive: true });
      const env = { OUT_DIR: out, DATA_DIR: own };
      const run = () => startCityBuild(env, command).ended;
      const began = performance.now();
      expect((await run()).code).toBe(0);
      const took = performance.now() - began;
      const old = hashesOf(out);
      const log = () => readFileSync(join(own, 'changes.csv'), 'utf8');
      const before = log();
      const stations = join(own, 'stations.csv');
      writeFileSync(stations, swap('0389-2010023', '0389-2010088')(readFileSync(stations, 'utf8')));
      // The wanted end, from a copy that nobody kills.
      const [calm, calmData] = [join(home, `${command}-calm`), join(home, `${command}-calm-data`)];
      cpSync(out, calm, { recursive: true });
      cpSync(own, calmData, { recursive: true });
      expect((await startCityBuild({ OUT_DIR: calm, DATA_DIR: calmData }, command).ended).code).toBe(0);
      const fresh = hashesOf(calm);
      const logged = readFileSync(join(calmData, 'changes.csv'), 'utf8');
      for (let times = 0; times < TIMES; times += 1) {
        const { child, ended } = startCityBuild(env, command);
        await wait(Math.random() * took * 1.1);
        child.kill('SIGKILL');
        await ended;
        const found = hashesOf(out);
        expect(same(found, old) || same(found, fresh), `after kill ${times + 1}`).toBe(true);
        expect([before, logged]).toContain(log());
      }
      expect((await run()).code).toBe(0);
      expect(hashesOf(out)).toEqual(fresh);
      expect(log()).toBe(logged);
    },
    LONG,
  );

  it(
    'the same bytes in five zones, three languages and four umasks',
    async () => {
      const first = join(home, 'first');
      await buildCity({ OUT_DIR: first });
      const zones = ['UTC', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Kathmandu', 'Pacific/Pago_Pago'];
      const languages = ['C', 'tr_TR.UTF-8', 'zh_CN.UTF-8'];
      const masks = [0o000, 0o022, 0o027, 0o077];
      for (const [at, zone] of zones.entries()) {
        const out = join(home, `zone-${at}`);
        const language = languages[at % languages.length] ?? 'C';
        const umask = process.umask(masks[at % masks.length] ?? 0o022);
        try {
          await buildCity({ OUT_DIR: out, TZ: zone, LANG: language, LC_ALL: language });
        } finally {
          process.umask(umask);
        }
        expect(hashesOf(out), `${zone} ${language}`).toEqual(hashesOf(first));
      }
    },
    LONG,
  );

  it(
    'two builds at once are both whole, ten times',
    async () => {
      const first = hashesOf(join(home, 'first'));
      for (let times = 0; times < TIMES; times += 1) {
        const folders = [join(home, 'twin-a'), join(home, 'twin-b')];
        const ends = await Promise.all(folders.map((out) => startCityBuild({ OUT_DIR: out }).ended));
        expect(ends.map(({ code, output }) => (code === 0 ? 0 : output))).toEqual([0, 0]);
        for (const out of folders) expect(hashesOf(out)).toEqual(first);
      }
    },
    LONG,
  );
});
