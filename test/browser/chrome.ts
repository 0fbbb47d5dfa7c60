import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { startChromium } from '../../src/cli/browser.ts';
import { serve, type Serving } from '../../src/cli/serve.ts';
import { mainSite, type BuiltSite } from '../site/builtSite.ts';

/** A served site and the browser to look at it with. */
export interface Stage {
  readonly site: BuiltSite;
  readonly browser: Browser;
  /** The absolute address of a path of the site, e.g. `/stations/`. */
  readonly at: (path: string) => string;
  readonly close: () => Promise<void>;
}

let started: Promise<Browser> | null = null;

/** Serves a site on a free port, for the one Chromium that all files of a worker look with; it ends with the worker. */
export async function openStage(site: BuiltSite = mainSite()): Promise<Stage> {
  started ??= startChromium();
  const [server, browser]: [Serving, Browser] = await Promise.all([
    serve({ dir: site.dir, base: site.base, port: 0 }),
    started,
  ]);
  return {
    site,
    browser,
    at: (path) => new URL(path.replace(/^\//u, ''), server.url).href,
    close: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
      await server.close();
    },
  };
}

/** What a reader may have chosen: 长辈版, dark, high contrast. */
export interface Choices {
  readonly view?: 'elder';
  readonly theme?: 'dark' | 'light';
  readonly contrast?: 'more';
  /** The code of the 居村委 that the reader has asked to be remembered. */
  readonly home?: string;
}

/** A page of a fresh profile in which these choices were made on an earlier visit. */
export async function pageWith(
  { browser }: Stage,
  choices: Choices,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    // A worker would answer in place of the routes of a test, and fetch files on every first page.
    serviceWorkers: 'block',
    ...options,
  });
  await context.addInitScript(
    (chosen: Record<string, string>) => {
      for (const [name, value] of Object.entries(chosen)) localStorage.setItem(`sgz-${name}`, value);
    },
    choices as Record<string, string>,
  );
  return { page: await context.newPage(), context };
}

/** Everything that a page complains of: errors in the console, uncaught exceptions, refusals of its CSP. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content.Security.Policy|violates/iu.test(message.text())) {
      complaints.push(`${page.url()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  return complaints;
}

/** Opens a page and waits until its scripts have run, and its map, where it is in view, has been drawn. */
export async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'load' });
  const map = page.locator('station-map');
  if ((await map.count()) > 0) {
    await map.first().scrollIntoViewIfNeeded();
    await page.waitForSelector('station-map[data-ready]', { timeout: 20_000 });
    await page.evaluate(() => window.scrollTo(0, 0));
  }
}
