import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockOutput } from '../../../src/cli/building/buildLock.ts';
import { ROOT } from '../../site/builtSite.ts';
import { envOf, serverProgram } from './serverPrograms.ts';
import { deploysOf, PAGES, startDeploy, writeSite } from './smallSite.ts';

let home = '';
let site = '';
let dir = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), '放上去 #%-'));
  site = join(home, 'dist');
  dir = join(home, '服务器 #%?');
  writeSite(site, 'v1', []);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const deploy = (...args: string[]) => startDeploy(site, ['--to', dir, ...args]).ended;
const { good, next } = deploysOf(() => site, deploy);
const www = join('current', 'www', 'zt', 'sgz');
const served = (folder = dir) => /<p>(v\d+)<\/p>/u.exec(readFileSync(join(folder, www, 'index.html'), 'utf8'))?.[1];
const releases = () => readdirSync(join(dir, 'releases')).sort();

describe('npm run deploy', () => {
  it('puts a site with its packed copies and configurations into a release, and says where', async () => {
    const said = await good();
    expect(said).toMatch(/^换上了 0001-20261123-[0-9a-f]{8}。这是示例/u);
    const page = join(dir, www, 'about/index.html');
    const text = readFileSync(page);
    expect(gunzipSync(readFileSync(`${page}.gz`)).equals(text)).toBe(true);
    expect(brotliDecompressSync(readFileSync(`${page}.br`)).equals(text)).toBe(true);
    expect(existsSync(join(dir, www, 'favicon.svg.gz'))).toBe(false);
    expect(existsSync(join(dir, www, 'data/stations.xlsx.br'))).toBe(false);
    expect(readFileSync(join(dir, 'current/server/nginx.conf'), 'utf8')).toContain(`root "${dir}/current/www";`);
    expect(await good()).toContain('已经是这一版，没有换');
    expect(releases()).toHaveLength(1);
  });

  it('takes no room for files that stay, and gives those that change a later date', async () => {
    await good();
    const before = statSync(join(dir, www, 'about/index.html')).mtimeMs;
    await next('v2');
    expect(statSync(join(dir, www, 'data/stations.csv')).nlink).toBe(2);
    const after = statSync(join(dir, www, 'about/index.html'));
    expect([after.nlink, Math.floor(after.mtimeMs / 1000) > Math.floor(before / 1000)]).toEqual([1, true]);
  });

  it('keeps the scripts of one version back for pages that are open, not longer, and no other file', async () => {
    await good();
    writeFileSync(join(site, 'pictures/aa-640.webp'), 'taken down later');
    await next('v2');
    await next('v3');
    expect(readdirSync(join(dir, www, '_astro')).filter((name) => name.endsWith('.js'))).toEqual([
      'page.v2.js',
      'page.v3.js',
    ]);
    expect(existsSync(join(dir, www, 'pictures/aa-640.webp'))).toBe(false);
  });

  it('rolls back, past what was rolled back before, and to a version that is named', async () => {
    for (const version of ['v1', 'v2', 'v3']) await next(version);
    expect(await good('--rollback')).toMatch(/^退回到 0002-\S+，原来是 0003-/u);
    expect(served()).toBe('v2');
    await next('v4');
    await good('--rollback');
    // Not v3, which was bad.
    expect(served()).toBe('v2');
    await good('--rollback');
    expect(served()).toBe('v1');
    const none = await deploy('--rollback');
    expect([none.code, none.said]).toEqual([
      1,
      expect.stringMatching(/没有更早的一版.*\n {2}0001-.*\n {2}0002-\S+（退掉的）/u),
    ]);
    await good('--rollback', '4');
    expect(served()).toBe('v4');
    expect((await deploy('--rollback', '9')).said).toContain('没有 9 这一版，没有换');
    expect(await good('--list')).toMatch(/0004-\S+（正在用）/u);
  });

  it('keeps as many versions as it is told, and the one that is served', async () => {
    for (const version of ['v1', 'v2', 'v3']) await next(version, '--keep', '2');
    expect(releases().map((name) => name.slice(0, 4))).toEqual(['0002', '0003']);
    // After something was taken down no older version may stay.
    await next('v4', '--keep', '1');
    expect(releases().map((name) => name.slice(0, 4))).toEqual(['0004']);
  });

  it.each([
    ['a folder that is no site', () => rmSync(join(site, 'shegongzhan-site.txt')), /没有建好的网站/u],
    [
      'official data that were not released',
      () =>
        writeFileSync(
          join(site, 'index.html'),
          readFileSync(join(site, 'index.html'), 'utf8').replace('"sample"', '"official"'),
        ),
      /没有经过 npm run release/u,
    ],
    [
      'a release with a file that was changed afterwards',
      () => writeFileSync(join(site, 'release.json'), JSON.stringify({ files: { 'index.html': '0'.repeat(64) } })),
      /404\.html 和 release\.json 对不上/u,
    ],
    ['a site without its configurations', () => rmSync(join(home, 'dist.Caddyfile')), /旁边没有 dist\.Caddyfile/u],
  ])('refuses %s, and what is served stays', async (_, spoil, words) => {
    await good();
    writeSite(site, 'v2', []);
    spoil();
    const { code, said } = await deploy();
    expect([code, said]).toEqual([1, expect.stringMatching(words)]);
    expect(served()).toBe('v1');
    expect(releases()).toHaveLength(1);
  });

  it('refuses a path that would mean something in the configuration of a server', async () => {
    const odd = join(home, '$host"');
    const { code, said } = await startDeploy(site, ['--to', odd]).ended;
    expect([code, said]).toEqual([1, expect.stringContaining('服务器的设置里写不了带“$”的路径')]);
    expect(existsSync(join(odd, 'current'))).toBe(false);
  });

  it("touches nobody else's folder, and asks for one", async () => {
    mkdirSync(dir);
    writeFileSync(join(dir, '报告.docx'), '');
    const { code, said } = await deploy();
    expect([code, said]).toEqual([1, expect.stringContaining('报告.docx')]);
    expect(readdirSync(dir)).toEqual(['报告.docx']);
    expect((await startDeploy(site, []).ended).said).toContain('用法：npm run deploy -- --to 文件夹');
  });

  it('killed at any moment leaves one whole version, and the next run clears up', async () => {
    await good();
    for (let round = 0; round < 6; round += 1) {
      writeSite(site, `v${round + 2}`, []);
      const { child, ended } = startDeploy(site, ['--to', dir]);
      await wait(250 + round * 90);
      child.kill('SIGKILL');
      await ended;
      const version = served() ?? '';
      expect(readFileSync(join(dir, www, `_astro/page.${version}.js`), 'utf8')).toContain(version);
      expect(readFileSync(join(dir, www, `stations/${PAGES - 1}/index.html`), 'utf8')).toContain(`<p>${version}</p>`);
    }
    await next('v9');
    expect(served()).toBe('v9');
    expect(readdirSync(join(dir, 'releases')).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(readdirSync(dir).sort()).toEqual(['current', 'releases']);
    await good('--rollback');
    expect(served()).not.toBe('v9');
  });

  it('meets another that is under way: is told of it and leaves it in peace', async () => {
    const unlock = lockOutput(join(ROOT, '.cache'), dir);
    const { code, said } = await deploy();
    unlock();
    expect([code, said]).toEqual([1, expect.stringMatching(/^另一个建站/u)]);
    expect(existsSync(dir)).toBe(false);
  });
});

const rsync = serverProgram('rsync');
describe.skipIf(rsync === null)('with --rsync', () => {
  /** A rsync that can be run by name, and an ssh that stays on this machine. */
  function programs(): NodeJS.ProcessEnv {
    const bin = join(home, 'bin');
    mkdirSync(bin);
    const script = (name: string, text: string) => {
      writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`);
      chmodSync(join(bin, name), 0o755);
    };
    script('rsync', `exec ${rsync ?? ''} "$@"`);
    script('ssh', 'while [ "$1" != www.example ]; do shift; done; shift; exec sh -c "$*"');
    return { ...envOf('rsync'), PATH: `${bin}:${process.env['PATH'] ?? ''}` };
  }

  it('brings another server to the same version, also after a rollback, and fetches what lies there first', async () => {
    const there = join(home, 'there');
    const env = programs();
    const send = async (...args: string[]) => {
      const { code, said } = await startDeploy(site, ['--to', dir, '--rsync', `www.example:${there}`, ...args], env)
        .ended;
      expect(code, said).toBe(0);
      return said;
    };
    await send();
    expect(served(there)).toBe('v1');
    expect(readFileSync(join(there, 'current/server/Caddyfile'), 'utf8')).toContain(`${there}/current/www`);
    writeSite(site, 'v2', []);
    await send();
    expect(served(there)).toBe('v2');
    expect(readlinkSync(join(there, 'current'))).toBe(readlinkSync(join(dir, 'current')));
    expect(statSync(join(there, www, 'data/stations.csv')).nlink).toBe(2);
    // A computer that has never deployed knows nothing of what lies there.
    rmSync(dir, { recursive: true });
    await send('--rollback');
    expect(served(there)).toBe('v1');
    writeSite(site, 'v3', []);
    await send('--keep', '1');
    expect([served(there), readdirSync(join(there, 'releases')).length]).toEqual(['v3', 1]);
  });

  it('that does not get through says so, and the other side stays', async () => {
    const env = { ...programs(), PATH: `${join(home, 'bin')}:${process.env['PATH'] ?? ''}` };
    writeFileSync(join(home, 'bin/ssh'), '#!/bin/sh\nexit 255\n');
    const { code, said } = await startDeploy(site, ['--to', dir, '--rsync', 'www.example:/srv/x'], env).ended;
    expect([code, said]).toEqual([1, expect.stringMatching(/没有取到那边的几版，什么也没有动/u)]);
    const odd = await startDeploy(site, ['--to', dir, '--rsync', 'www.example:x'], env).ended;
    expect(odd.said).toContain('看不懂 --rsync 后面的“www.example:x”');
    expect(existsSync(join(dirname(dir), 'x'))).toBe(false);
  });
});
