import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBucket, type Bucket } from '../../../src/cli/deploying/storage/bucket.ts';
import { accessOf } from '../../../src/cli/deploying/storage/target.ts';
import { startBucketServer, type BucketServer } from './bucketServer.ts';
import { deploysOf, PAGES, startDeploy, writeSite } from './smallSite.ts';

let home = '';
let site = '';
let server: BucketServer;
let bucket: Bucket;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), '对象存储 #%-'));
  site = join(home, 'dist');
  mkdirSync(join(home, 'store'));
  writeSite(site, 'v1', []);
  server = await startBucketServer(join(home, 'store'));
  bucket = openBucket({ bucket: 'sgz', prefix: '' }, accessOf(server.env));
});
afterEach(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

const TO = 's3://sgz/zt/sgz';
const start = (...args: string[]) => startDeploy(site, ['--to', TO, ...args], server.env);
const deploy = (...args: string[]) => start(...args).ended;
const { good, next } = deploysOf(() => site, deploy);
const versionIn = (text: string) => /<p>(v\d+)<\/p>/u.exec(text)?.[1];
const served = async (path = '') => versionIn((await server.read(`/zt/sgz/${path}`)).text);
const live = async () => (await bucket.list('zt/sgz/')).filter((key) => !key.includes('.shegongzhan/'));
const kept = async (kind: string) => (await bucket.list(`zt/sgz/.shegongzhan/${kind}/`)).length;

describe('npm run deploy -- --to s3://…, on a server that speaks S3', () => {
  it('serves every file with its type, and says how long it may be kept', async () => {
    expect(await good()).toMatch(
      /^网站有 \d+ 个文件.*\n传了 \d+ 个，开始换。\n换上了 0001-20261123-[0-9a-f]{8}。这是示例/u,
    );
    const told = async (path: string) => {
      const { status, headers } = await server.read(`/zt/sgz/${path}`);
      return [status, headers['content-type'], headers['cache-control']];
    };
    expect(await told('about/')).toEqual([200, 'text/html; charset=utf-8', 'no-cache']);
    expect(await told('_astro/same.css')).toEqual([
      200,
      'text/css; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
    expect(await told('pictures/0a1b2c3d4e5f6071-640.webp')).toEqual([
      200,
      'image/webp',
      'public, max-age=31536000, immutable',
    ]);
    expect(await told('data/stations.csv')).toEqual([200, 'text/csv; charset=utf-8', 'no-cache']);
    expect(await told('data/stations.geojson')).toEqual([200, 'application/geo+json; charset=utf-8', 'no-cache']);
    const missing = await server.read('/zt/sgz/nowhere/');
    expect([missing.status, missing.text]).toEqual([404, expect.stringContaining('没有这一页')]);
    expect(await good()).toContain('已经是这一版，没有换');
  });

  it('sends content that is there already no second time, and sets files in the order that readers need', async () => {
    writeFileSync(join(site, 'sw.js'), 'self.v=1');
    await good();
    server.written.length = 0;
    writeSite(site, 'v2', []);
    writeFileSync(join(site, 'sw.js'), 'self.v=2');
    writeFileSync(join(site, 'data/stations.csv'), 'new');
    expect(await good()).toMatch(/传了 \d+ 个/u);
    const sent = server.written.filter((line) => line.startsWith('Put') && line.includes('/objects/'));
    expect(sent).toHaveLength(PAGES + 7);
    const placed = server.written
      .filter((line) => line.startsWith('Copy'))
      .map((line) => line.slice('Copy zt/sgz/'.length));
    expect(placed.slice(0, 2)).toEqual(['_astro/page.v2.js', 'data/stations.csv']);
    expect(placed.at(-1)).toBe('sw.js');
    expect(placed.slice(2, -1).every((path) => path.endsWith('.html'))).toBe(true);
    expect(server.written.at(-1)).toBe('Put zt/sgz/.shegongzhan/state.json');
  });

  it('takes away what the version before had, but for its scripts, and nothing of anybody else', async () => {
    writeFileSync(join(site, 'pictures/aa-640.webp'), 'taken down later');
    await good();
    await bucket.put('zt/sgz/robots-of-the-host.txt', Buffer.from('theirs'), {});
    await next('v2');
    expect(await live()).toEqual(expect.arrayContaining(['zt/sgz/_astro/page.v1.js', 'zt/sgz/robots-of-the-host.txt']));
    expect(await live()).not.toContain('zt/sgz/pictures/aa-640.webp');
    await next('v3');
    expect((await live()).filter((key) => key.includes('/page.'))).toEqual([
      'zt/sgz/_astro/page.v2.js',
      'zt/sgz/_astro/page.v3.js',
    ]);
    // After something was taken down no older version may stay, nor its content.
    await next('v4', '--keep', '1');
    expect(await kept('versions')).toBe(1);
    const { files } = JSON.parse(
      String(await bucket.get((await bucket.list('zt/sgz/.shegongzhan/versions/'))[0] ?? '')),
    ) as { files: Record<string, string> };
    expect(await kept('objects')).toBe(new Set(Object.values(files)).size);
  });

  it('rolls back in one command, past what was rolled back before, and to a version that is named', async () => {
    for (const version of ['v1', 'v2', 'v3']) await next(version);
    expect(await good('--rollback')).toMatch(/^退回到 0002-\S+，原来是 0003-/u);
    expect([await served(), await served('stations/3/')]).toEqual(['v2', 'v2']);
    await next('v4');
    await good('--rollback');
    expect(await served()).toBe('v2');
    await good('--rollback');
    expect(await served()).toBe('v1');
    const none = await deploy('--rollback');
    expect([none.code, none.said]).toEqual([1, expect.stringMatching(/没有更早的一版/u)]);
    await good('--rollback', '4');
    expect(await served('about/')).toBe('v4');
    expect(await good('--list')).toMatch(/0004-\S+（正在用）/u);
  });

  it('killed at any moment: the next run completes it, a rollback leads back to what was whole', async () => {
    await good();
    const isWhole = async (version: string) => {
      const pages = ['', 'about/', ...Array.from({ length: PAGES }, (_, at) => `stations/${at}/`)];
      expect(new Set(await Promise.all(pages.map((page) => served(page))))).toEqual(new Set([version]));
      expect((await server.read(`/zt/sgz/_astro/page.${version}.js`)).text).toContain(version);
    };
    let whole = 'v1';
    for (let round = 0; round < 6; round += 1) {
      const version = `v${round + 2}`;
      writeSite(site, version, []);
      const { child, ended } = start();
      await wait(250 + round * 70);
      child.kill('SIGKILL');
      await ended;
      if (round % 2 === 0) {
        await good();
        whole = version;
      } else {
        const state = JSON.parse(String(await bucket.get('zt/sgz/.shegongzhan/state.json'))) as {
          served: string;
          switching: string | null;
        };
        // Where the switch had begun, going back is all that is asked for; where it had not, nothing has changed.
        if (state.switching !== null) await good('--rollback');
        else whole = (await served()) ?? '';
      }
      await isWhole(whole);
    }
  });

  it.each([
    [
      'keys that are missing',
      { S3_ACCESS_KEY_ID: '', S3_REGION: '' },
      /还缺这几个环境变量.*\n {2}S3_REGION.*\n {2}S3_ACCESS_KEY_ID/u,
    ],
    ['a wrong secret', { S3_SECRET_ACCESS_KEY: 'wrong' }, /密钥不对。怎么改：看 S3_SECRET_ACCESS_KEY/u],
    ['a key that is none', { S3_ACCESS_KEY_ID: 'nobody' }, /没有这个密钥/u],
    ['no server', { S3_ENDPOINT: 'http://127.0.0.1:9' }, /连不上 127\.0\.0\.1:9。怎么改/u],
    ['an endpoint that is none', { S3_ENDPOINT: 'oss-cn-shanghai' }, /S3_ENDPOINT“oss-cn-shanghai”不是网址/u],
  ])('with %s says what to do and changes nothing', async (_, env, words) => {
    const { code, said } = await startDeploy(site, ['--to', TO], { ...server.env, ...env }).ended;
    expect([code, said]).toEqual([1, expect.stringMatching(words)]);
    expect(said).not.toContain('wrong');
    expect(await bucket.list('')).toEqual([]);
  });

  it("touches nobody else's bucket, and tells a place that is none or not there", async () => {
    await bucket.put('zt/sgz/报告.docx', Buffer.from('x'), {});
    const taken = await deploy();
    expect([taken.code, taken.said]).toEqual([1, expect.stringContaining('有别的东西（报告.docx），没有动它')]);
    const at = (to: string) => startDeploy(site, ['--to', to], server.env).ended;
    expect((await at('s3://nowhere/x')).said).toContain('没有这个桶');
    expect((await at('s3://s/../x')).said).toContain('看不懂 --to 后面的“s3://s/../x”');
    expect((await at('s3://sgz/elsewhere')).said).toMatch(/给 \/zt\/sgz\/ 造的，放在 \/elsewhere\//u);
  });

  it('warns where anybody can read what is kept', async () => {
    expect(await good()).toMatch(/注意：桶里 zt\/sgz\/\.shegongzhan\/ 谁都能读/u);
  });

  it('refuses a site that was changed after its release, and what is served stays', async () => {
    await good();
    writeSite(site, 'v2', []);
    writeFileSync(join(site, 'release.json'), JSON.stringify({ files: { 'index.html': '0'.repeat(64) } }));
    expect((await deploy()).said).toMatch(/对不上/u);
    expect(await served()).toBe('v1');
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain('v2');
  });
});
