import { normalBase } from '../built/addresses.ts';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tellFailure } from './failure.ts';
import { find, sendFile } from './staticFiles.ts';

/** The options of the preview server; port 0 takes any free one. */
export interface ServeOptions {
  readonly dir: string;
  /** The path that the site is served below, e.g. `/zt/sgz/`. */
  readonly base: string;
  readonly port: number;
  readonly host?: string;
}

/** A running server: the address of the home page, and a function that stops it. */
export interface Serving {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Thrown when another program uses the port; the message is ready to print. */
export class PortBusyError extends Error {
  override readonly name = 'PortBusyError';

  constructor(port: number) {
    super(`端口 ${port} 已经有程序在用。请先关掉它，或换一个端口：把环境变量 PORT 设成 ${port + 1} 再运行。`);
  }
}

/** Starts a server; answers the port that it took. Rejects with PortBusyError where another program uses it. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(error.code === 'EADDRINUSE' ? new PortBusyError(port) : error),
    );
    server.listen(port, host, () => done((server.address() as AddressInfo).port));
  });
}

/** Ends a server together with what it is answering. */
export const closing = (server: Server): Promise<void> =>
  new Promise((done, failed) => {
    server.close((error) => (error === undefined ? done() : failed(error)));
    server.closeAllConnections();
  });

const redirect = (response: ServerResponse, to: string) => response.writeHead(302, { Location: to }).end();

/** The path and the query of a request, repeated slashes reduced to one; null where it isn't an address. */
function targetOf({ url = '/' }: IncomingMessage): { readonly path: string; readonly search: string } | null {
  const parsed = URL.parse(url.startsWith('/') ? `http://localhost${url}` : url);
  return parsed === null ? null : { path: parsed.pathname.replace(/\/{2,}/gu, '/'), search: parsed.search };
}

const whole = (response: ServerResponse, status: number, page: Buffer, head: Record<string, string> = {}) =>
  response
    .writeHead(status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': page.length,
      'Cache-Control': 'no-store',
      ...head,
    })
    .end(page);

const plain = (response: ServerResponse, status: number, words: string, head: Record<string, string> = {}) =>
  whole(response, status, Buffer.from(`<!doctype html><meta charset="utf-8"><p>${words}</p>`), head);

/**
 * Starts a server for a built site that behaves like a plain static host: folders end in a slash, 404.html for what is
 * missing.
 */
export async function serve({ dir, base, port, host = '127.0.0.1' }: ServeOptions): Promise<Serving> {
  const prefix = normalBase(base);
  const missing = async (response: ServerResponse) => {
    const page = await find(dir, '/404.html');
    if (page === null || page.folder) plain(response, 404, '没有这一页。');
    else whole(response, 404, await readFile(page.file));
  };
  // Every request reads from the disk, because a build may replace the site meanwhile.
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return plain(response, 405, '这里只能看。', { Allow: 'GET, HEAD' });
    const target = targetOf(request);
    if (target === null) return plain(response, 400, '这不是一个网址。');
    const { path, search } = target;
    if (!path.startsWith(prefix)) {
      if (path === '/' || `${path}/` === prefix) return redirect(response, prefix);
      return missing(response);
    }
    const found = await find(dir, `/${path.slice(prefix.length)}`);
    if (found === null) return missing(response);
    return found.folder ? redirect(response, `${path}/${search}`) : sendFile(request, response, found.file);
  };
  /** Answers a request; an error ends that request alone and never the server. */
  const answerSafely = (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch(() => {
      // The file was replaced after it was found, or too many files are open.
      if (response.headersSent) response.destroy();
      else plain(response, 503, '正在换新的网站，请再打开一次。', { 'Retry-After': '1' });
    });
  };
  // Clients such as `nc` close their side after the request and still wait for the answer.
  const server = Object.assign(createServer(answerSafely), { httpAllowHalfOpen: true });
  const taken = await listen(server, port, host);
  return {
    url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${taken}${prefix}`,
    close: () => closing(server),
  };
}

/** The port in `PORT`; the usual one where it is missing or no port. */
export function portOf(env: Readonly<Record<string, string | undefined>>, usual = 4321): number {
  const port = Number(env['PORT'] ?? usual);
  return Number.isInteger(port) && port >= 0 && port < 65536 ? port : usual;
}

/**
 * Serves the site in `OUT_DIR` until the process is stopped, and prints its address; an error is told in Chinese and
 * sets the exit code.
 */
export async function serveBuilt(root: string, env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const dir = resolve(root, env['OUT_DIR'] ?? 'dist');
  if (!existsSync(join(dir, 'index.html'))) {
    console.error(`${dir} 里还没有网站。先运行 npm run build，或直接 npm start。`);
    process.exitCode = 1;
    return;
  }
  try {
    const { url, close } = await serve({
      dir,
      base: env['SITE_BASE'] ?? '/',
      port: portOf(env),
      ...(env['HOST'] ? { host: env['HOST'] } : {}),
    });
    console.log(`打开 ${url}`);
    console.log('按 Ctrl+C 结束。');
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
  } catch (error) {
    if (error instanceof PortBusyError) {
      console.error(error.message);
      process.exitCode = 1;
    } else tellFailure(error);
  }
}

if (import.meta.main) {
  await serveBuilt(fileURLToPath(new URL('../..', import.meta.url)), process.env);
}
