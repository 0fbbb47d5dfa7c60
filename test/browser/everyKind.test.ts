import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mainSite } from '../site/builtSite.ts';
import { oneOfEachKind } from '../site/pageKinds.ts';
import { complaintsOf, openStage, pageWith, visit, type Stage } from './chrome.ts';

const kinds = oneOfEachKind(mainSite());

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const isLoopback = (url: string) =>
  /^(?:data|blob|about):/u.test(url) || ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);

describe('a visit to every kind of page', () => {
  it('asks nobody but this site for anything, and makes no complaint', async () => {
    const { page, context } = await pageWith(stage, {}, { viewport: { width: 1440, height: 900 } });
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    const complaints = complaintsOf(page);
    for (const { path } of kinds) await visit(page, stage.at(path));
    await page.goto(`${stage.at('/search/')}?q=${encodeURIComponent('社工站')}`);
    await page.waitForTimeout(1500);
    expect(asked.length).toBeGreaterThan(kinds.length);
    expect(asked.filter((url) => !isLoopback(url))).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('finds every file that it asks for', async () => {
    const { page, context } = await pageWith(stage, {});
    const missing: string[] = [];
    context.on('response', (response) => {
      if (response.status() >= 400) missing.push(`${response.status()} ${response.url()}`);
    });
    for (const { path } of kinds) await visit(page, stage.at(path));
    expect(missing).toEqual([]);
    await context.close();
  });

  it('stores nothing in the browser', async () => {
    const { page, context } = await pageWith(stage, {});
    for (const { path } of kinds) await visit(page, stage.at(path));
    const kept = await page.evaluate(() => [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      document.cookie,
    ]);
    expect(kept.filter((key) => key !== '')).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });
});

describe.each([
  { width: 320, choices: { view: 'elder' } as const, name: '320 px in 长辈版' },
  { width: 320, choices: {}, name: '320 px' },
  { width: 768, choices: {}, name: '768 px' },
])('nothing has to be scrolled sideways at $name', ({ width, choices }) => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await pageWith(stage, choices, { viewport: { width, height: 700 } }));
  });
  afterAll(() => page.context().close());

  it.each(kinds)('$name', async ({ path }) => {
    await visit(page, stage.at(path));
    const wide = await page.evaluate(() => {
      const limit = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= limit) return [];
      const over = [...document.querySelectorAll('body *')].filter(
        (element) => element.getBoundingClientRect().right > limit + 1,
      );
      return [
        `${document.documentElement.scrollWidth} px`,
        ...over.slice(0, 4).map((element) => `${element.localName}.${element.className.toString()}`),
      ];
    });
    expect(wide).toEqual([]);
  });
});
