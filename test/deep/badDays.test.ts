import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NO_DISK, smallDisk, type SmallDisk } from '../cli/smallDisk.ts';
import { startDeploy, writeSite } from '../cli/deploying/smallSite.ts';
import { CITY, swap } from '../loading/city.ts';
import { ROOT } from '../site/builtSite.ts';
import { buildCity, hashesOf, startCityBuild } from '../site/cityBuild.ts';

const LONG = 900_000;
const KB = 1024;
const MB = 1024 * KB;

let home: string;
/** The city as it is built on a good day. */
let good: Record<string, string>;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'bad-days-'));
  await buildCity({ OUT_DIR: join(home, 'good') });
  good = hashesOf(join(home, 'good'));
}, LONG);
afterAll(() => rmSync(home, { recursive: true, force: true }));

let disk: SmallDisk | null = null;
afterEach(() => {
  disk?.remove();
  disk = null;
});

/** Copies the data of the city, with one telephone changed where asked, and answers the folder. */
function dataIn(place: string, changed = false): string {
  const data = join(place, 'data');
  cpSync(CITY.data, data, { recursive: true });
  const stations = join(data, 'stations.csv');
  if (changed) writeFileSync(stations, swap('0389-2010023', '0389-2010088')(readFileSync(stations, 'utf8')));
  return data;
}

/** The names in a folder but for the file that fills its disk. */
const namesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name !== 'filler')
    .sort();

const TABLE = '街镇,名称,联系电话\n荷桥街道,荷桥街道社工站,0389-2010099\n';

/** Runs an import of one changed telephone into `data`, from a table in `inbox`. */
function startImport(data: string, inbox: string) {
  mkdirSync(inbox, { recursive: true });
  writeFileSync(join(inbox, '名单.csv'), TABLE);
  const child = spawn(process.execPath, ['src/cli/import.ts', join(inbox, '名单.csv')], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<{ code: number | null; output: string }>((done) => {
    child.once('close', (code) => done({ code, output: Buffer.concat(chunks).toString('utf8') }));
  });
  return { child, ended };
}

describe('a full disk', () => {
  it(
    'lets the site stand that stood there, says so, and takes the new one once there is room',
    async ({ skip }) => {
      disk = smallDisk(24 * MB);
      if (disk === null) return skip(NO_DISK);
      const out = join(disk.folder, 'dist');
      await buildCity({ OUT_DIR: out });
      const beside = namesIn(disk.folder);
      const data = dataIn(join(home, 'full'), true);
      for (const left of [0, 300 * KB, 2 * MB]) {
        disk.leave(left);
        const { code, output } = await startCityBuild({ OUT_DIR: out, DATA_DIR: data }).ended;
        expect(code, output).toBe(1);
        // Node tells a folder that it couldn't copy for want of room with another code.
        expect(output).toMatch(/磁盘(?:满了|读写出错，也可能是满了)。怎么改：/u);
        expect(output).not.toMatch(/\n\s+at /u);
        expect(hashesOf(out)).toEqual(good);
        expect(namesIn(disk.folder)).toEqual(beside);
      }
      disk.clear();
      await buildCity({ OUT_DIR: out, DATA_DIR: data });
      expect(hashesOf(out)).not.toEqual(good);
    },
    LONG,
  );

  it(
    'lets the version be served that was served, and a deploy that keeps fewer makes room by itself',
    async ({ skip }) => {
      disk = smallDisk(4 * MB);
      if (disk === null) return skip(NO_DISK);
      const dir = join(disk.folder, 'server');
      const site = join(home, 'site');
      writeSite(site, 'v1', []);
      expect((await startDeploy(site, ['--to', dir]).ended).code).toBe(0);
      const served = () => readFileSync(join(dir, 'current/www/zt/sgz/index.html'), 'utf8');
      const before = served();
      writeSite(site, 'v2', []);
      for (const left of [0, 8 * KB, 40 * KB, 120 * KB]) {
        disk.leave(left);
        const { code, said } = await startDeploy(site, ['--to', dir]).ended;
        expect([code, said]).toEqual([1, expect.stringContaining('磁盘满了。怎么改：腾出地方再运行一次')]);
        expect(served()).toBe(before);
        expect(namesIn(join(dir, 'releases'))).toHaveLength(1);
        expect(namesIn(dir)).toEqual(['current', 'releases']);
      }
      disk.clear();
      expect((await startDeploy(site, ['--to', dir]).ended).code).toBe(0);
      expect(served()).not.toBe(before);
    },
    LONG,
  );

  it(
    'lets the tables be as they were, or takes them whole',
    async ({ skip }) => {
      disk = smallDisk(4 * MB);
      if (disk === null) return skip(NO_DISK);
      const data = dataIn(disk.folder);
      const files = hashesOf(data);
      for (const left of [0, 4 * KB, 8 * KB]) {
        disk.leave(left);
        const { code, output } = await startImport(data, join(home, `inbox-${left}`)).ended;
        if (code === 0) continue;
        expect(output).toContain('磁盘满了');
        expect(hashesOf(data)).toEqual(files);
      }
      disk.clear();
      expect((await startImport(data, join(home, 'inbox')).ended).code).toBe(0);
      expect(readFileSync(join(data, 'stations.csv'), 'utf8')).toContain('0389-2010099');
    },
    LONG,
  );
});

describe('a limit for the size of files', () => {
  it(
    'is told like a full disk, and nothing half-written stays',
    async ({ skip }) => {
      if (process.platform !== 'linux') return skip('这里没有 ulimit -f，没有测');
      const data = dataIn(join(home, 'limited'));
      const files = hashesOf(data);
      const inbox = join(home, 'limited-inbox');
      mkdirSync(inbox);
      writeFileSync(join(inbox, '名单.csv'), TABLE);
      const child = spawn(
        'bash',
        [
          '-c',
          'trap "" XFSZ; ulimit -f 1; exec "$0" src/cli/import.ts "$1"',
          process.execPath,
          join(inbox, '名单.csv'),
        ],
        { cwd: ROOT, env: { ...process.env, DATA_DIR: data }, stdio: ['ignore', 'pipe', 'pipe'] },
      );
      const chunks: Buffer[] = [];
      child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
      const code = await new Promise((done) => child.once('close', done));
      const said = Buffer.concat(chunks).toString('utf8');
      expect([code, said]).toEqual([1, expect.stringContaining('文件比系统允许的大')]);
      expect(hashesOf(data)).toEqual(files);
    },
    LONG,
  );
});

describe('an import that is killed at ten random moments', () => {
  it(
    'leaves the tables old or new, and the next run completes it',
    async () => {
      const calm = dataIn(join(home, 'calm'));
      const old = readFileSync(join(calm, 'stations.csv'), 'utf8');
      const began = performance.now();
      expect((await startImport(calm, join(home, 'calm-inbox')).ended).code).toBe(0);
      const took = performance.now() - began;
      const fresh = readFileSync(join(calm, 'stations.csv'), 'utf8');
      const data = dataIn(join(home, 'killed'));
      const inbox = join(home, 'killed-inbox');
      for (let times = 0; times < 10; times += 1) {
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

describe('data that nobody may write', () => {
  it(
    'are built from all the same; what would change them says so and changes nothing',
    async ({ skip }) => {
      disk = smallDisk(8 * MB);
      if (disk === null) return skip(NO_DISK);
      const data = dataIn(disk.folder);
      disk.setReadOnly(true);
      const out = join(home, 'from-read-only');
      await buildCity({ OUT_DIR: out, DATA_DIR: data });
      expect(hashesOf(out)).toEqual(good);
      const { code, output } = await startImport(data, join(home, 'read-only-inbox')).ended;
      expect([code, output]).toEqual([1, expect.stringContaining('磁盘是只读的。怎么改：换一个能写的文件夹')]);
      // A release that would log a change: the site that stands there must stay.
      const released = join(home, 'released');
      expect((await startCityBuild({ OUT_DIR: released, DATA_DIR: data }, 'release').ended).code).toBe(0);
      const before = hashesOf(released);
      disk.setReadOnly(false);
      const stations = join(data, 'stations.csv');
      writeFileSync(stations, swap('0389-2010023', '0389-2010088')(readFileSync(stations, 'utf8')));
      disk.setReadOnly(true);
      const end = await startCityBuild({ OUT_DIR: released, DATA_DIR: data }, 'release').ended;
      expect([end.code, end.output]).toEqual([1, expect.stringContaining('磁盘是只读的')]);
      expect(hashesOf(released)).toEqual(before);
      disk.setReadOnly(false);
    },
    LONG,
  );

  it(
    'nor a server that nobody may write: what is served stays',
    async ({ skip }) => {
      disk = smallDisk(8 * MB);
      if (disk === null) return skip(NO_DISK);
      const dir = join(disk.folder, 'server');
      const site = join(home, 'read-only-site');
      writeSite(site, 'v1', []);
      expect((await startDeploy(site, ['--to', dir]).ended).code).toBe(0);
      writeSite(site, 'v2', []);
      disk.setReadOnly(true);
      const { code, said } = await startDeploy(site, ['--to', dir]).ended;
      expect([code, said]).toEqual([1, expect.stringContaining('磁盘是只读的')]);
      expect(readFileSync(join(dir, 'current/www/zt/sgz/index.html'), 'utf8')).toContain('<p>v1</p>');
      disk.setReadOnly(false);
    },
    LONG,
  );
});

describe('another computer', () => {
  it.each([
    ['America/Los_Angeles', 'en_US.UTF-8'],
    ['Pacific/Kiritimati', 'C'],
    ['Asia/Shanghai', 'zh_CN.UTF-8'],
  ])(
    'set to %s and %s makes the same bytes',
    async (zone, language) => {
      const out = join(home, 'zone');
      await buildCity({ OUT_DIR: out, TZ: zone, LANG: language, LC_ALL: language });
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
