import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDeploy, writeSite } from '../cli/deploying/smallSite.ts';
import { hashesOf, startCityBuild } from '../site/cityBuild.ts';
import { changePhone, dataIn, LONG, startImport } from './cityDays.ts';

const TIMES = 10;

const same = (one: Record<string, string>, other: Record<string, string>) =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'killed-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('what is killed at ten random moments', () => {
  it.each(['build', 'release'] as const)(
    'a %s leaves one whole site each time, and the next run completes it',
    async (command) => {
      const out = join(home, command);
      const own = dataIn(join(home, `${command}-own`));
      const env = { OUT_DIR: out, DATA_DIR: own };
      const run = () => startCityBuild(env, command).ended;
      const began = performance.now();
      expect((await run()).code).toBe(0);
      const took = performance.now() - began;
      const old = hashesOf(out);
      const log = () => readFileSync(join(own, 'changes.csv'), 'utf8');
      const before = log();
      changePhone(own);
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
    'a deploy leaves one whole version each time, and the next run clears up',
    async () => {
      const [site, dir] = [join(home, 'site'), join(home, 'server')];
      const www = join(dir, 'current/www/zt/sgz');
      const served = () => readFileSync(join(www, 'index.html'), 'utf8');
      writeSite(site, 'v1', []);
      const began = performance.now();
      expect((await startDeploy(site, ['--to', dir]).ended).code).toBe(0);
      const took = performance.now() - began;
      for (let times = 0; times < TIMES; times += 1) {
        writeSite(site, `v${times + 2}`, []);
        const { child, ended } = startDeploy(site, ['--to', dir]);
        await wait(Math.random() * took * 1.1);
        child.kill('SIGKILL');
        await ended;
        const version = /<p>(v\d+)<\/p>/u.exec(served())?.[1] ?? '';
        expect(readFileSync(join(www, `_astro/page.${version}.js`), 'utf8')).toContain(version);
        expect(readFileSync(join(www, 'stations/0/index.html'), 'utf8')).toContain(`<p>${version}</p>`);
      }
      writeSite(site, 'v99', []);
      expect((await startDeploy(site, ['--to', dir]).ended).code).toBe(0);
      expect(served()).toContain('<p>v99</p>');
      expect(readdirSync(join(dir, 'releases')).filter((name) => name.startsWith('.'))).toEqual([]);
    },
    LONG,
  );

  it(
    'an import leaves the tables old or new, and the next run completes it',
    async () => {
      const calm = dataIn(join(home, 'calm'));
      const old = readFileSync(join(calm, 'stations.csv'), 'utf8');
      const began = performance.now();
      expect((await startImport(calm, join(home, 'calm-inbox')).ended).code).toBe(0);
      const took = performance.now() - began;
      const fresh = readFileSync(join(calm, 'stations.csv'), 'utf8');
      const data = dataIn(join(home, 'killed'));
      const inbox = join(home, 'killed-inbox');
      for (let times = 0; times < TIMES; times += 1) {
        writeFileSync(join(data, 'stations.csv'), old);
        const { child, ended } = startImport(data, inbox);
        await wait(took * (0.3 + Math.random() * 0.75));
        child.kill('SIGKILL');
        await ended;
        expect([old, fresh]).toContain(readFileSync(join(data, 'stations.csv'), 'utf8'));
      }
      expect((await startImport(data, inbox).ended).code).toBe(0);
      expect(hashesOf(data)).toEqual(hashesOf(calm));
    },
    LONG,
  );
});
