import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

/** What to serve; port 0 takes any free one. */
export interface ServeOptions {
  readonly dir: string;
  /** The path that the site lives below, e.g. `/zt/sgz/`. */
  readonly base: string;
  readonly port: number;
  readonly host?: string;
}

/** A running server: the address of the home page, and how to stop it. */
export interface Serving {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The port is taken; the message is ready to print. */
export class PortBusyError extends Error {
  override readonly name = 'PortBusyError';

  constructor(port: number) {
    super(`端口 ${port} 已经有程序在用。请先关掉它，或换一个端口：把环境变量 PORT 设成 ${port + 1} 再运行。`);
  }
}

/** Types that sirv gives without an encoding, or not at all. */
const TYPES: Readonly<Record<string, string>> = {
  '.xml': 'application/xml;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.css': 'text/css;charset=utf-8',
  '.csv': 'text/csv;charset=utf-8',
  '.txt': 'text/plain;charset=utf-8',
  '.pf_meta': 'application/octet-stream',
  '.pf_index': 'application/octet-stream',
  '.pf_fragment': 'application/octet-stream',
  '.pf_filter': 'application/octet-stream',
  '.pagefind': 'application/octet-stream',
};

/** Path of a base with a slash at both ends. */
export const normalBase = (base: string): string => `/${base.replace(/^\/+|\/+$/gu, '')}/`.replace('//', '/');

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(error.code === 'EADDRINUSE' ? new PortBusyError(port) : error),
    );
    server.listen(port, host, () => done((server.address() as AddressInfo).port));
  });
}

const redirect = (response: ServerResponse, to: string) => response.writeHead(302, { Location: to }).end();

/** Serves a built site as a plain static host would: folders end in a slash, what is missing is 404.html. */
export async function serve({ dir, base, port, host = '127.0.0.1' }: ServeOptions): Promise<Serving> {
  const prefix = normalBase(base);
  // Read from disk at each request: a new build may come while this runs.
  const files = sirv(dir, {
    dev: true,
    extensions: ['html'],
    setHeaders: (response, path) => {
      const type = TYPES[/\.\w+$/u.exec(path)?.[0] ?? ''];
      if (type !== undefined) response.setHeader('Content-Type', type);
    },
  });
  const missing = (response: ServerResponse) => {
    const page = join(dir, '404.html');
    response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8', 'Cache-Control': 'no-store' });
    if (existsSync(page)) createReadStream(page).pipe(response);
    else response.end('<!doctype html><meta charset="utf-8"><p>没有这一页。</p>');
  };
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith(prefix)) {
      if (pathname === '/' || `${pathname}/` === prefix) redirect(response, prefix);
      else missing(response);
      return;
    }
    const path = `/${pathname.slice(prefix.length)}`;
    if (!path.endsWith('/') && isFolder(dir, path)) {
      redirect(response, `${pathname}/${search}`);
      return;
    }
    request.url = path + search;
    files(request, response, () => missing(response));
  };
  const server = createServer(answer);
  const taken = await listen(server, port, host);
  return {
    url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${taken}${prefix}`,
    close: () =>
      new Promise((done, failed) => {
        server.close((error) => (error === undefined ? done() : failed(error)));
        server.closeAllConnections();
      }),
  };
}

function isFolder(dir: string, path: string): boolean {
  try {
    const folder = join(dir, decodeURIComponent(path));
    return folder.startsWith(dir) && statSync(folder).isDirectory();
  } catch (error) {
    // A broken escape or a name that is no name: then it is no folder either.
    if (error instanceof URIError || (error as NodeJS.ErrnoException).code !== undefined) return false;
    throw error;
  }
}

/** The port that the environment asks for. */
export function portOf(env: Readonly<Record<string, string | undefined>>): number {
  const port = Number(env['PORT'] ?? '4321');
  return Number.isInteger(port) && port >= 0 && port < 65536 ? port : 4321;
}

/** Serves the built site until the process is stopped, and says where. */
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
    if (!(error instanceof PortBusyError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (import.meta.main) {
  await serveBuilt(fileURLToPath(new URL('../..', import.meta.url)), process.env);
}
