import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Serving } from '../../src/cli/serve.ts';

let dir: string;
let root: Serving;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'files-'));
  writeFileSync(join(dir, 'list.csv'), 'a,b');
  writeFileSync(join(dir, 'search.wasm'), '');
  root = await serve({ dir, base: '/', port: 0 });
});
afterAll(async () => {
  await root.close();
  rmSync(dir, { recursive: true });
});

const ask = (path: string, init: RequestInit = {}) => fetch(new URL(path, root.url), { redirect: 'manual', ...init });

describe('a part of a file', () => {
  const part = async (range: string, path = 'list.csv') => {
    const response = await ask(path, { headers: { Range: range } });
    return [response.status, await response.text(), response.headers.get('content-range')];
  };

  it.each([
    ['bytes=0-0', 206, 'a', 'bytes 0-0/3'],
    ['bytes=1-', 206, ',b', 'bytes 1-2/3'],
    ['bytes=1-99', 206, ',b', 'bytes 1-2/3'],
    ['bytes=-1', 206, 'b', 'bytes 2-2/3'],
    ['bytes=-99', 206, 'a,b', 'bytes 0-2/3'],
    ['bytes=5-2', 416, '', 'bytes */3'],
    ['bytes=2-1', 416, '', 'bytes */3'],
    ['bytes=3-', 416, '', 'bytes */3'],
    ['bytes=-0', 416, '', 'bytes */3'],
    ['bytes=-', 200, 'a,b', null],
    ['bytes=-5--2', 200, 'a,b', null],
    ['bytes=a-b', 200, 'a,b', null],
    ['bytes=0-0,2-2', 200, 'a,b', null],
    ['lines=0-1', 200, 'a,b', null],
  ])('%s', async (range, ...expected) => {
    expect(await part(range)).toEqual(expected);
  });

  it('of an empty file, and one that has changed since', async () => {
    expect(await part('bytes=0-', 'search.wasm')).toEqual([416, '', 'bytes */0']);
    expect((await ask('search.wasm')).status).toBe(200);
    const old = await ask('list.csv', { headers: { Range: 'bytes=0-0', 'If-Range': '"old"' } });
    expect([old.status, await old.text()]).toEqual([200, 'a,b']);
  });
});

it('what has not changed is not sent again', async () => {
  const first = await ask('list.csv');
  const etag = first.headers.get('etag') ?? '';
  const since = first.headers.get('last-modified') ?? '';
  // Node's fetch adds `no-cache` to a request with conditions where nothing else is said; a browser doesn't.
  const status = async (conditions: Record<string, string>) =>
    (await ask('list.csv', { headers: { 'Cache-Control': 'max-age=0', ...conditions } })).status;
  expect(await status({ 'If-None-Match': etag })).toBe(304);
  expect(await status({ 'If-None-Match': `"other", W/${etag}` })).toBe(304);
  expect(await status({ 'If-None-Match': '"other"', 'If-Modified-Since': since })).toBe(200);
  expect(await status({ 'If-Modified-Since': since })).toBe(304);
  expect(await status({ 'If-Modified-Since': 'Thu, 01 Jan 1970 00:00:00 GMT' })).toBe(200);
  expect(await status({ 'If-Modified-Since': 'yesterday' })).toBe(200);
  expect(await status({ 'If-Match': '"other"' })).toBe(412);
});

it('a link that leads out of the site leads nowhere', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'outside-'));
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  symlinkSync(join(outside, 'secret.txt'), join(dir, 'secret.txt'));
  symlinkSync(outside, join(dir, 'folder'));
  symlinkSync(join(dir, 'list.csv'), join(dir, 'same.csv'));
  expect((await ask('secret.txt')).status).toBe(404);
  expect((await ask('folder/secret.txt')).status).toBe(404);
  expect(await (await ask('same.csv')).text()).toBe('a,b');
  rmSync(outside, { recursive: true });
});

it.skipIf(!existsSync('/proc/self/fd'))('readers who go away leave no file open', async () => {
  writeFileSync(join(dir, 'large.bin'), Buffer.alloc(20_000_000));
  const open = () =>
    readdirSync('/proc/self/fd').filter((name) => {
      try {
        return readlinkSync(`/proc/self/fd/${name}`).endsWith('large.bin');
      } catch {
        return false;
      }
    }).length;
  for (let times = 0; times < 30; times += 1) {
    const controller = new AbortController();
    const response = await ask('large.bin', { signal: controller.signal });
    await response.body?.getReader().read();
    controller.abort();
  }
  for (let tries = 0; open() > 0 && tries < 100; tries += 1) await wait(20);
  expect(open()).toBe(0);
});

it('a site that is swapped under load is answered all the time', async () => {
  const home = mkdtempSync(join(tmpdir(), 'swapped-'));
  const site = (name: string) => {
    mkdirSync(join(home, name));
    writeFileSync(join(home, name, 'index.html'), name.repeat(50_000));
    writeFileSync(join(home, name, '404.html'), '404');
  };
  site('dist');
  const server = await serve({ dir: join(home, 'dist'), base: '/', port: 0 });
  let stopped = false;
  const texts = new Set<string>();
  const statuses = new Set<number>();
  const readers = Array.from({ length: 8 }, async () => {
    while (!stopped) {
      const response = await fetch(server.url);
      const text = await response.text();
      statuses.add(response.status);
      if (response.status === 200) texts.add(text);
    }
  });
  for (let times = 0; times < 40; times += 1) {
    site(`next${times}`);
    renameSync(join(home, 'dist'), join(home, `old${times}`));
    renameSync(join(home, `next${times}`), join(home, 'dist'));
    rmSync(join(home, `old${times}`), { recursive: true });
    await wait(5);
  }
  stopped = true;
  await Promise.all(readers);
  // Each answer is one page, whole.
  for (const text of texts) expect(text).toBe((/^(?:dist|next\d+)(?=dist|next)/u.exec(text)?.[0] ?? '').repeat(50_000));
  expect([...statuses].filter((status) => ![200, 404, 503].includes(status))).toEqual([]);
  expect(texts.size).toBeGreaterThan(1);
  await server.close();
  rmSync(home, { recursive: true });
});
