import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { openStage, pageWith, visit, type Stage } from './chrome.ts';

const PAGES = ['/en/', '/en/districts/310104/', '/en/fields/jing-wai/'];

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  ({ page } = await pageWith(stage, {}, { viewport: { width: 390, height: 844 }, locale: 'en-GB' }));
});
afterAll(() => stage.close());

const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('the English pages', () => {
  it.each(PAGES)('%s: axe finds nothing, nothing is wider than the window', async (path) => {
    await visit(page, stage.at(path));
    expect(await violations(page, { rows: 10 })).toEqual([]);
    for (const width of [390, 320, 1440]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await wide(), String(width)).toBe(0);
    }
    await page.setViewportSize({ width: 390, height: 844 });
  });

  it('find a place by its pinyin, with a number beside it', async () => {
    await visit(page, stage.at('/en/'));
    await page.getByLabel('Type your neighbourhood in pinyin or Chinese').fill('xujiahui');
    const first = page.getByRole('option').first();
    await first.waitFor();
    expect(await first.textContent()).toContain('徐家汇街道');
    expect(await first.locator('.number').textContent()).toMatch(/^[\d-]+$/u);
    expect(await page.locator('#q-list').evaluate((list) => list.closest('[lang]')?.getAttribute('lang'))).toBe(
      'zh-CN',
    );
  });
});

describe('the link to the English pages in the header', () => {
  const link = (of: Page) => of.locator('.header a[hreflang=en]');

  it('is there for a browser in another language and leads to the same page', async () => {
    await visit(page, stage.at('/districts/310104/'));
    await link(page).click();
    await page.waitForURL('**/en/districts/310104/');
    await page.locator('.header a[hreflang=zh-CN]').click();
    await page.waitForURL((url) => url.pathname === '/districts/310104/');
  });

  it('is not there for a browser in Chinese', async () => {
    const { page: chinese } = await pageWith(stage, {}, { locale: 'zh-CN' });
    await visit(chinese, stage.at('/districts/310104/'));
    expect(await link(chinese).isVisible()).toBe(false);
    expect(await chinese.locator('.footer a[hreflang=en]').isVisible()).toBe(true);
  });
});
