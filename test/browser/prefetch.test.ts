import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fileOf } from '../../src/built/addresses.ts';
import { headersFor, TYPES } from '../../src/built/servers/answers.ts';
import { complaintsOf, openStage, pageWith, type Stage } from './chrome.ts';

let stage: Stage;
let server: Server;
let page: Page;
let complaints: string[];
/** The pages that were asked for before anybody went there. */
const ahead: string[] = [];
const at = (path: string) => `http://localhost:${(server.address() as AddressInfo).port}${path}`;

/** Answers as the servers do that `built/servers` configures. */
function answering({ site }: Stage): Server {
  const headers = headersFor({ base: site.base, root: '', hsts: false });
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = fileOf(pathname);
    if (request.headers['sec-purpose'] !== undefined) ahead.push(request.url ?? '');
    if (!site.files.has(file)) return response.writeHead(404).end();
    const type = TYPES[extname(file).slice(1)] ?? 'application/octet-stream';
    return response.writeHead(200, { ...headers, 'Content-Type': type }).end(readFileSync(join(site.dir, file)));
  });
}

beforeAll(async () => {
  stage = await openStage();
  server = answering(stage);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  await stage.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});
beforeEach(async () => {
  ({ page } = await pageWith(stage, {}, { viewport: { width: 1280, height: 900 } }));
  complaints = complaintsOf(page);
});
afterEach(async () => {
  await page.context().close();
  expect(complaints.filter((words) => !words.includes('Service Worker'))).toEqual([]);
});

/** Opens a page, and rests the pointer on a link of it with this address, which is added where there is none. */
async function restOn(path: string, href: string): Promise<void> {
  await page.goto(at(path), { waitUntil: 'networkidle' });
  ahead.length = 0;
  await page.evaluate((address) => {
    const link = document.createElement('a');
    Object.assign(link, { id: 'rest', href: address, textContent: address });
    document.querySelector('h1')?.append(link);
  }, href);
  await page.locator('#rest').hover();
  await page.waitForTimeout(1500);
}

describe('a link on which the pointer rests', () => {
  it('is fetched ahead where it leads to a page of the site', async () => {
    await restOn('/about/', '/policies/');
    expect(ahead).toEqual(['/policies/']);
  });

  it.each(['/search/?q=%E5%AE%B6%E9%87%8C', '/leave/', '/data/sample-stations.csv', '#main'])(
    'is not where it leads to %s',
    async (href) => {
      await restOn('/about/', href);
      expect(ahead).toEqual([]);
    },
  );

  it('is not on a page about a sensitive subject', async () => {
    const sensitive = [...stage.site.files].find(
      (file) => file.startsWith('fields/') && readFileSync(join(stage.site.dir, file), 'utf8').includes('<quick-leave'),
    );
    expect(sensitive).toBeDefined();
    await restOn(`/${sensitive?.replace('index.html', '') ?? ''}`, '/policies/');
    expect(ahead).toEqual([]);
  });
});
