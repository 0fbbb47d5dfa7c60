import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { ask, FIELD, type Until } from './field.ts';

declare global {
  interface Window {
    touchedAt?: number;
  }
}

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
  /** Never answers requests for paths like this until it is called again; null answers all. */
  readonly hold: (paths: RegExp | null) => void;
  readonly close: () => Promise<void>;
}

const packable = (type: string) => /text\/|javascript|json|xml|svg/u.test(type);

/** Puts gzip in front of a server that sends everything plain, and keeps a list of what goes out. */
export async function packingHost(upstream: string): Promise<Host> {
  const sent: Sent[] = [];
  let held: RegExp | null = null;
  const server: Server = createServer((request, response) => {
    const answer = async () => {
      const path = request.url ?? '/';
      if (held?.test(path) === true) return;
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
    hold: (paths) => (held = paths),
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

/** What an answer is waited for: `held` are files that it must do without, and which never arrive. */
export interface Asked {
  readonly text: string;
  readonly until: Until;
  readonly held: RegExp | null;
}

/** What the search loads; the code of the field itself counts among a page's scripts. */
const OF_THE_SEARCH = /^\/(?:search|pagefind)\/|^\/_astro\/(?:worker|answerView|quick-leave|fullText)/u;

/** Notes on the page's own clock when its field is first touched. */
const noteTouch = () => {
  addEventListener('pointerover', ({ target, timeStamp }) => {
    if (target instanceof Element && target.closest('search-box') !== null) window.touchedAt ??= timeStamp;
  });
};

/**
 * Opens the home page afresh, touches the field and types at once, and weighs what the search has fetched until its
 * answer is there. The time is the page's own: a tool that moves the mouse first waits for frames of its own.
 */
export async function firstAnswer(browser: Browser, host: Host, { text, until, held }: Asked): Promise<FirstAnswer> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    serviceWorkers: 'block',
  });
  host.hold(held);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    // Tried: this slows the requests of the page's workers too.
    await session.send('Network.emulateNetworkConditions', LINE);
    await page.addInitScript(noteTouch);
    const opened = host.sent.length;
    await page.goto(host.url, { waitUntil: 'networkidle' });
    const arrived = new Set<string>();
    page.on('requestfinished', (request) => {
      const { pathname, search } = new URL(request.url());
      arrived.add(pathname + search);
    });
    await page.locator(FIELD).first().click();
    const { links, at } = await ask(page, text, until);
    if (links.length === 0) throw new Error(`no answer to "${text}"`);
    const touched = await page.evaluate(() => window.touchedAt);
    if (touched === undefined) throw new Error('the field was not touched');
    const sent = host.sent.slice(opened).filter(({ path }) => arrived.has(path) && OF_THE_SEARCH.test(path));
    return { ms: at - touched, bytes: sent.reduce((sum, { bytes }) => sum + bytes, 0), sent };
  } finally {
    host.hold(null);
    await context.close();
  }
}
