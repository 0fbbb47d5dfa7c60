import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startDeploy, writeSite } from '../cli/deploying/smallSite.ts';
import { NO_DISK, smallDisk, type SmallDisk } from '../cli/smallDisk.ts';
import { ROOT } from '../site/builtSite.ts';
import { buildCity, hashesOf, startCityBuild } from '../site/cityBuild.ts';
import { changePhone, dataIn, goodDay, KB, LONG, MB, namesIn, startImport } from './cityDays.ts';

let home: string;
let good: Record<string, string>;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'bad-days-'));
  good = await goodDay();
}, LONG);
afterAll(() => rmSync(home, { recursive: true, force: true }));

let disk: SmallDisk | null = null;
afterEach(() => {
  disk?.remove();
  disk = null;
});

describe('a full disk', () => {
  it(
    'lets the site stand that stood there, says so, and takes the new one once there is room',
    async ({ skip }) => {
      disk = smallDisk(24 * MB);
      if (disk === null) return skip(NO_DISK);
      const out = join(disk.folder, 'dist');
      await buildCity({ OUT_DIR: out });
      const beside = namesIn(disk.folder);
      const data = dataIn(join(home, 'full'));
      changePhone(data);
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
    'lets the version be served that was served, and takes the new one once there is room',
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
      // What the page for operators says to do at night: keep fewer, which takes old ones away first.
      writeSite(site, 'v3', []);
      disk.leave(64 * KB);
      expect((await startDeploy(site, ['--to', dir]).ended).code).toBe(1);
      const { code, said } = await startDeploy(site, ['--to', dir, '--keep', '1']).ended;
      expect(code, said).toBe(0);
      expect(served()).toContain('<p>v3</p>');
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

/** Starts a program with so many bytes for `.cache/`, where a build works; only the program sees that disk. */
const withWorkOf = (bytes: number) => [
  'unshare',
  '--mount',
  'sh',
  '-c',
  `mount -t tmpfs -o size=${bytes} tmpfs "$0" && exec "$@"`,
  join(ROOT, '.cache'),
];

describe('a full disk below the folder in which a build works', () => {
  it(
    'is told, and the site that stood there stays',
    async ({ skip }) => {
      if (spawnSync('unshare', [...withWorkOf(MB).slice(1), 'true']).status !== 0) return skip(NO_DISK);
      const data = dataIn(join(home, 'small-work'));
      changePhone(data);
      const out = join(home, 'small-work', 'dist');
      await buildCity({ OUT_DIR: out });
      const env = { OUT_DIR: out, DATA_DIR: data };
      for (const bytes of [100 * KB, 4 * MB, 12 * MB]) {
        const { code, output } = await startCityBuild(env, 'build', withWorkOf(bytes)).ended;
        expect([code, output]).toEqual([1, expect.stringMatching(/磁盘(?:满了|读写出错，也可能是满了)。怎么改：/u)]);
        expect(output).not.toMatch(/\n\s+at /u);
        expect(hashesOf(out)).toEqual(good);
        expect(namesIn(join(home, 'small-work')).filter((name) => name.includes('.tmp-'))).toEqual([]);
      }
      const { code, output } = await startCityBuild(env, 'build', withWorkOf(256 * MB)).ended;
      expect(code, output).toBe(0);
      expect(hashesOf(out)).not.toEqual(good);
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
      const { code, output } = await startImport(data, join(home, 'limited-inbox'), 1).ended;
      expect([code, output]).toEqual([1, expect.stringContaining('文件比系统允许的大')]);
      expect(hashesOf(data)).toEqual(files);
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
      changePhone(data);
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
