import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normalBase } from '../../src/built/addresses.ts';
import { portOf, PortBusyError, serve, type Serving } from '../../src/cli/serve.ts';

let dir: string;
let root: Serving;
let below: Serving;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'serve-'));
  mkdirSync(join(dir, 'stations'));
  mkdirSync(join(dir, 'pagefind'));
  const write = (name: string, text: string) => writeFileSync(join(dir, name), text);
  write('index.html', '<h1>首页</h1>');
  write('404.html', '<h1>没有这一页</h1>');
  write('stations/index.html', '<h1>站</h1>');
  write('stations.json', '{}');
  write('feed.xml', '<feed/>');
  write('list.csv', 'a,b');
  write('search.wasm', '');
  write('pagefind/zh.pf_meta', '');
  root = await serve({ dir, base: '/', port: 0 });
  below = await serve({ dir, base: '/zt/sgz/', port: 0 });
});
afterAll(async () => {
  await Promise.all([root.close(), below.close()]);
  rmSync(dir, { recursive: true });
});

const get = (path: string, from = root) => fetch(new URL(path, from.url), { redirect: 'manual' });

describe('the server of a built site', () => {
  it.each([
    ['', 'text/html; charset=utf-8'],
    ['stations/', 'text/html; charset=utf-8'],
    ['stations.json', 'application/json; charset=utf-8'],
    ['feed.xml', 'application/xml'],
    ['list.csv', 'text/csv; charset=utf-8'],
    ['search.wasm', 'application/wasm'],
    ['pagefind/zh.pf_meta', 'application/octet-stream'],
  ])('serves “%s” as %s', async (path, type) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
  });

  it('answers 404.html with status 404', async () => {
    const response = await get('nothing/');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('没有这一页');
  });

  it('sends a folder without its slash to the one with it, query included', async () => {
    const response = await get('stations?q=1');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/stations/?q=1']);
  });

  it('serves below a base and nothing beside it', async () => {
    expect((await get('stations/', below)).status).toBe(200);
    expect((await get('/stations/', below)).status).toBe(404);
    expect((await get('/', below)).headers.get('location')).toBe('/zt/sgz/');
    expect((await get('/zt/sgz', below)).headers.get('location')).toBe('/zt/sgz/');
    expect(below.url).toMatch(/\/zt\/sgz\/$/u);
  });

  it('never leaves its folder', async () => {
    for (const path of ['..%2f..%2fetc/passwd', '%2e%2e/%2e%2e/etc/passwd', '%', '%00']) {
      expect((await get(path)).status).toBe(404);
    }
  });

  it('says in Chinese that a port is taken', async () => {
    const port = Number(new URL(root.url).port);
    await expect(serve({ dir, base: '/', port })).rejects.toThrow(PortBusyError);
    await expect(serve({ dir, base: '/', port })).rejects.toThrow(`端口 ${port} 已经有程序在用`);
  });

  it('shows a page that was built while it ran', async () => {
    writeFileSync(join(dir, 'new.txt'), '新');
    expect(await (await get('new.txt')).text()).toBe('新');
  });
});

/** What the server answers to bytes that no browser would send. */
const raw = (lines: string) =>
  new Promise<string>((done, failed) => {
    const socket = connect(Number(new URL(root.url).port), '127.0.0.1', () =>
      socket.end(lines.replaceAll('\n', '\r\n')),
    );
    let text = '';
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.once('error', failed).once('close', () => done(text));
  });

const ask = (path: string, init: RequestInit) => fetch(new URL(path, root.url), { redirect: 'manual', ...init });

describe('a strange request', () => {
  it.each([
    ['GET // HTTP/1.1', 200],
    ['GET //stations HTTP/1.1', 302],
    ['GET //example.org/.. HTTP/1.1', 200],
    ['GET http://x/list.csv HTTP/1.1', 200],
    ['GET http:// HTTP/1.1', 400],
    ['GET /../../etc/passwd HTTP/1.1', 404],
    ['GET /%c0%ae%c0%ae/ HTTP/1.1', 404],
    ['GET /stations.json/ HTTP/1.1', 404],
    ['GET /.git/HEAD HTTP/1.1', 404],
    ['OPTIONS * HTTP/1.1', 405],
  ])('%s is answered with %i', async (line, status) => {
    expect(await raw(`${line}\nHost: x\nConnection: close\n\n`)).toMatch(new RegExp(`^HTTP/1.1 ${status} `, 'u'));
    expect((await get('')).status).toBe(200);
  });

  it('never sends the reader to another host', async () => {
    mkdirSync(join(dir, 'example.org'), { recursive: true });
    expect(await raw('GET //example.org HTTP/1.1\nHost: x\nConnection: close\n\n')).toMatch(
      /^Location: \/example\.org\/\r$/mu,
    );
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is not allowed', async (method) => {
    const response = await ask('list.csv', { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('HEAD is answered like GET, without the text', async () => {
    const response = await ask('list.csv', { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '3', '']);
    expect((await ask('nothing/', { method: 'HEAD' })).status).toBe(404);
  });
});

it('brings a base to one form', () => {
  expect(['', '/', 'zt/sgz', '/zt/sgz', '/zt/sgz/'].map(normalBase)).toEqual([
    '/',
    '/',
    '/zt/sgz/',
    '/zt/sgz/',
    '/zt/sgz/',
  ]);
});

it('takes PORT where it is a port', () => {
  expect(portOf({}, 4322)).toBe(4322);
  expect([{}, { PORT: '8080' }, { PORT: 'abc' }, { PORT: '70000' }].map((env) => portOf(env))).toEqual([
    4321, 8080, 4321, 4321,
  ]);
});
