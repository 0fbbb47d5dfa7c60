import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { siteIn } from '../../src/built/builtSite.ts';
import { keptFiles } from '../../src/built/offline/keptFiles.ts';
import { writeServiceWorker } from '../../src/built/offline/writeServiceWorker.ts';
import { serve, type Serving } from '../../src/cli/serve.ts';
import { mainSite } from '../site/builtSite.ts';
import { dataset } from './dataset.ts';

/** A server that can be switched off and on again at the same address, for a folder that can be changed. */
export interface KeptSite {
  readonly folder: string;
  readonly at: (path: string) => string;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Writes the service worker anew, after files were changed or to take everything back. */
  readonly publish: (keeps?: boolean) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Pages that are looked at and not kept. */
const OTHERS = ['privacy/index.html', '404.html'];

/** Serves a copy of the part of the site that browsers keep, with some pages more. */
export async function openKeptSite(more: readonly string[] = []): Promise<KeptSite> {
  const site = mainSite();
  const folder = mkdtempSync(join(tmpdir(), 'kept-'));
  const scripts = [...site.files].filter((file) => file.startsWith('_astro/'));
  for (const file of new Set([...keptFiles(site), ...scripts, ...OTHERS, ...more])) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(site.dir, file), join(folder, file));
  }
  const publish = (keeps = true) => writeServiceWorker(siteIn(folder), dataset.meta.asAt, keeps);
  await publish();
  let server: Serving | null = await serve({ dir: folder, base: '/', port: 0 });
  const { url } = server;
  const stop = async () => {
    await server?.close();
    server = null;
  };
  return {
    folder,
    at: (path) => new URL(path, url).href,
    stop,
    start: async () => {
      server = await serve({ dir: folder, base: '/', port: Number(new URL(url).port) });
    },
    publish,
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Opens the home page and waits until the browser has kept everything. */
export async function visitAndKeep(context: BrowserContext, site: KeptSite): Promise<Page> {
  const page = await context.newPage();
  await page.goto(site.at('/'));
  await page.evaluate(() => navigator.serviceWorker.ready);
  return page;
}

/** The names of the caches of a page's origin, and the addresses in them. */
export const cachesOf = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return { names, addresses: keys.flat().map(({ url }) => url) };
  });

/** How many service workers are registered for a page's origin. */
export const workersOf = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
