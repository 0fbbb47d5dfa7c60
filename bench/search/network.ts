import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { ask, FIELD, type Until } from './field.ts';

/** The line that the targets are set for: 80 ms, 10 Mbit/s each way. */
const LINE = { offline: false, latency: 80, downloadThroughput: 10_000_000 / 8, uploadThroughput: 10_000_000 / 8 };

/** One response as it left for the browser: its path, and its bytes with headers. */
export interface Sent {
  readonly path: string;
  readonly bytes: number;
}

/** A host that packs as static hosts do, and what it has sent. */
export interface Host {
  readonly url: string;
  readonly sent: readonly Sent[];
  readonly close: () => Promise<void>;
}

const packable = (type: string) => /text\/|javascript|json|xml|svg/u.test(type);

/** Puts gzip in front of a server that sends everything plain, and keeps a list of what goes out. */
export async function packingHost(upstream: string): Promise<Host> {
  const sent: Sent[] = [];
  const server: Server = createServer((request, response) => {
    const answer = async () => {
      const path = request.url ?? '/';
      const got = await fetch(new URL(path, upstream), { redirect: 'manual' });
      const plain = Buffer.from(await got.arrayBuffer());
      const type = got.headers.get('content-type') ?? '';
      const body = packable(type) ? gzipSync(plain) : plain;
      const headers: Record<string, string> = { 'Content-Type': type, 'Content-Length': String(body.length) };
      const location = got.headers.get('location');
      if (location !== null) headers['Location'] = location;
      if (packable(type)) headers['Content-Encoding'] = 'gzip';
      const bytes = body.length + Object.entries(headers).join('\r\n').length + 80;
      response.writeHead(got.status, headers).end(body, () => sent.push({ path, bytes }));
    };
    answer().catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}${new URL(upstream).pathname}`,
    sent,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Bytes and milliseconds from the touch of the field to an answer, in a browser that has never been here. */
export interface FirstAnswer {
  readonly ms: number;
  readonly bytes: number;
  readonly sent: readonly Sent[];
}

/**
 * Opens the home page afresh, types at once, and weighs what the search has fetched until its answer is there, with
 * what it had fetched ahead. `without` leaves out files that only the other engine needs.
 */
export async function firstAnswer(
  browser: Browser,
  host: Host,
  text: string,
  until: Until,
  without: RegExp | null = null,
): Promise<FirstAnswer> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    // Tried: this slows the requests of the page's workers too.
    await session.send('Network.emulateNetworkConditions', LINE);
    const opened = host.sent.length;
    const arrived: string[] = [];
    page.on('requestfinished', (request) => {
      const { pathname, search } = new URL(request.url());
      arrived.push(pathname + search);
    });
    await page.goto(host.url, { waitUntil: 'networkidle' });
    // The code of the field comes when somebody touches it; its time counts, its bytes are those of a page's scripts.
    const start = performance.now();
    await page.locator(FIELD).first().hover();
    await page.waitForFunction(() => customElements.get('search-box') !== undefined);
    const ahead = arrived.filter((path) => /\/(?:search|pagefind)\//u.test(path));
    const before = arrived.length;
    await page.locator(FIELD).first().focus();
    const { links } = await ask(page, text, until);
    const ms = performance.now() - start;
    if (links.length === 0) throw new Error(`no answer to "${text}"`);
    const needed = new Set([...ahead, ...arrived.slice(before)].filter((path) => without?.test(path) !== true));
    const sent = host.sent.slice(opened).filter(({ path }) => needed.has(path));
    return { ms, bytes: sent.reduce((sum, { bytes }) => sum + bytes, 0), sent };
  } finally {
    await context.close();
  }
}
