import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redirectFaults } from '../../../src/built/redirects.ts';
import { serverProgram, startCaddy, startNginx, type Running } from './serverPrograms.ts';
import { BASE, MOVED, PAGES, startDeploy, writeSite } from './smallSite.ts';

const home = mkdtempSync(join(tmpdir(), 'servers-'));
// The workers of nginx run as another user.
chmodSync(home, 0o755);
const site = join(home, 'dist');
afterAll(() => rmSync(home, { recursive: true, force: true }));

it('the rows are good ones', () => {
  expect(redirectFaults(MOVED, new Set(['about/index.html']))).toEqual([]);
});

const SERVERS = [
  ['nginx', startNginx],
  ['caddy', startCaddy],
] as const;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Asks without unpacking and without following, which `fetch` would do. */
const ask = (url: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((done, failed) => {
    request(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
      response.once('error', failed);
    })
      .once('error', failed)
      .end();
  });

const FOR_EVER = 'public, max-age=31536000, immutable';

describe.each(SERVERS)('%s', (name, startServer) => {
  const program = serverProgram(name);
  const dir = join(home, `${name}-srv`);
  let server: Running | null = null;
  const deploy = async (version: string, ...args: string[]) => {
    if (version !== '') writeSite(site, version);
    const { code, said } = await startDeploy(site, ['--to', dir, ...args]).ended;
    expect(code, said).toBe(0);
  };
  const get = (path: string, headers: Record<string, string> = {}) =>
    ask(`${server?.url ?? ''}${BASE}${path}`, headers);

  beforeAll(async () => {
    if (program === null) return;
    await deploy('v1');
    const own = join(home, name);
    mkdirSync(own);
    server = await startServer(program, join(dir, 'current/server'), own);
  });
  afterAll(() => server?.stop());

  it.skipIf(program === null).each([
    ['', 'text/html; charset=utf-8', 'no-cache'],
    ['stations/3/', 'text/html; charset=utf-8', 'no-cache'],
    ['_astro/page.v1.js', 'text/javascript; charset=utf-8', FOR_EVER],
    ['_astro/same.css', 'text/css; charset=utf-8', FOR_EVER],
    ['pictures/0a1b2c3d4e5f6071-640.webp', 'image/webp', FOR_EVER],
    ['pagefind/fragment/zh_1011f9f.pf_fragment', 'application/octet-stream', FOR_EVER],
    ['pagefind/pagefind.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['data/stations.csv', 'text/csv; charset=utf-8', 'no-cache'],
    ['data/stations.geojson', 'application/geo+json; charset=utf-8', 'no-cache'],
    ['data/stations.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'no-cache'],
    ['favicon.svg', 'image/svg+xml', 'no-cache'],
    ['prefetch.speculationrules', 'application/speculationrules+json', 'no-cache'],
  ])('sends “%s” as %s, to be kept: %s', async (path, type, kept) => {
    const { status, headers } = await get(path);
    expect(status).toBe(200);
    // Caddy names no type for bytes that it doesn't know; `nosniff` makes both the same.
    expect(headers['content-type'] ?? 'application/octet-stream').toBe(type);
    expect(headers['cache-control']).toBe(kept);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'strict-transport-security': 'max-age=15552000',
      'speculation-rules': `"${BASE}prefetch.speculationrules"`,
    });
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['access-control-allow-origin']).toBe(path.startsWith('data/') ? '*' : undefined);
  });

  it.skipIf(program === null)('lets other sites frame the pages for frames, and no others', async () => {
    const [framed, page, missing] = await Promise.all(
      ['embed/towns/1/', 'about/', 'embed/towns/2/'].map((p) => get(p)),
    );
    expect(page?.headers['content-security-policy']).toBe("frame-ancestors 'self'");
    expect(page?.headers['x-frame-options']).toBe('SAMEORIGIN');
    expect(framed?.headers['content-security-policy']).toBeUndefined();
    expect(framed?.headers['x-frame-options']).toBeUndefined();
    expect(missing?.status).toBe(404);
  });

  it.skipIf(program === null)('answers 404 with the page of the site, which nobody keeps', async () => {
    for (const path of ['nothing/', 'nothing', '_astro/gone.js', 'data/gone.csv', 'stations/3/x.html']) {
      const { status, headers, body } = await get(path);
      expect([path, status, headers['content-type'], headers['cache-control']]).toEqual([
        path,
        404,
        'text/html; charset=utf-8',
        'no-cache',
      ]);
      expect(body.toString()).toContain('没有这一页');
    }
  });

  it.skipIf(program === null)('leads a folder to its slash, the base too, and stays on the host', async () => {
    const [folder, base] = await Promise.all([get('about'), ask(`${server?.url ?? ''}${BASE.slice(0, -1)}`)]);
    expect([301, 308]).toContain(folder.status);
    expect(folder.headers['location']).toMatch(/^(?:\/zt\/sgz\/about\/|about\/)$/u);
    expect([base.status, base.headers['location']]).toEqual([301, BASE]);
  });

  it.skipIf(program === null)('leads old addresses on', async () => {
    const asked = [
      ['gone/7/', 'about/'],
      ['gone/2999', 'about/'],
      ['Old/', 'about/'],
      [`stations/${encodeURIComponent('长'.repeat(60))}/`, 'about/'],
      [`${encodeURIComponent('旧')}/a.html`, 'about/#a-1'],
    ] as const;
    for (const [from, to] of asked) {
      const { status, headers } = await get(from);
      expect([from, status, headers['location']]).toEqual([from, 301, `${BASE}${to}`]);
    }
  });

  it.skipIf(program === null)('sends what was packed ahead, and what was not as it is', async () => {
    for (const [accepted, sent] of [
      ['gzip', 'gzip'],
      ['br', 'br'],
      ['gzip, deflate, br, zstd', 'br'],
    ] as const) {
      const { headers, body } = await get('about/', { 'Accept-Encoding': accepted });
      expect([headers['content-encoding'], headers['content-type']]).toEqual([sent, 'text/html; charset=utf-8']);
      expect(headers['vary']).toMatch(/Accept-Encoding/iu);
      expect(body.length).toBeLessThan(2000);
    }
    expect((await get('about/')).headers['content-encoding']).toBeUndefined();
    const picture = await get('pictures/0a1b2c3d4e5f6071-640.webp', { 'Accept-Encoding': 'gzip, br' });
    expect(picture.headers['content-encoding']).toBeUndefined();
  });

  it.skipIf(program === null)('answers 304 to who has it already, and a part to who asks for a part', async () => {
    const { headers } = await get('data/stations.csv');
    const etag = String(headers['etag']);
    expect((await get('data/stations.csv', { 'If-None-Match': etag })).status).toBe(304);
    expect((await get('data/stations.csv', { 'If-None-Match': '"other"' })).status).toBe(200);
    const since = String(headers['last-modified']);
    expect((await get('data/stations.csv', { 'If-Modified-Since': since })).status).toBe(304);
    const part = await get('data/stations.csv', { Range: 'bytes=3-8' });
    expect([part.status, part.body.toString()]).toEqual([206, '编号']);
    expect((await get('data/stations.csv', { Range: 'bytes=999999-' })).status).toBe(416);
  });

  it.skipIf(program === null)(
    'serves one whole version to each reader while versions change, and after a rollback',
    async () => {
      const faults: string[] = [];
      const seen = new Set<string>();
      let [requests, going] = [0, true];
      const reader = async (number: number) => {
        for (let turn = number; going; turn += 1) {
          const page = await get(`stations/${turn % PAGES}/`);
          const versions = new Set([...page.body.toString().matchAll(/<p>(v\d+)<\/p>/gu)].map(([, one = '']) => one));
          const [version = ''] = versions;
          const script = await get(`_astro/page.${version}.js`);
          requests += 2;
          seen.add(version);
          if (page.status !== 200 || versions.size !== 1) faults.push(`page ${page.status} ${[...versions].join()}`);
          if (script.status !== 200 || !script.body.includes(`'${version}'`))
            faults.push(`${version} ${script.status}`);
        }
      };
      const readers = Array.from({ length: 8 }, (_, at) => reader(at * 7));
      for (const version of ['v2', 'v3', 'v4']) await deploy(version, '--keep', '3');
      await deploy('', '--rollback');
      await deploy('v5');
      going = false;
      await Promise.all(readers);
      expect(faults).toEqual([]);
      expect([...seen].sort()).toEqual(['v1', 'v2', 'v3', 'v4', 'v5']);
      expect(requests).toBeGreaterThan(100);
      if (process.env['VERBOSE'] === '1') writeSync(2, `${name}: ${requests} requests\n`);
    },
  );

  it.skipIf(program === null)(
    'asks again after a switch: what has changed comes anew, what has not is not sent',
    async () => {
      const [page, table] = await Promise.all([get('about/'), get('data/stations.csv')]);
      await deploy('v6');
      const tagged = (answer: Answer) => ({ 'If-None-Match': String(answer.headers['etag']) });
      expect((await get('about/', tagged(page))).status).toBe(200);
      expect((await get('data/stations.csv', tagged(table))).status).toBe(304);
    },
  );
});
