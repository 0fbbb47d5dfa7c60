import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { openStage, pageWith, visit, type Choices, type Stage } from './chrome.ts';

/** Those in English, and one in Chinese whose header has one link more for a browser in another language. */
const PAGES = ['/en/', '/en/districts/310104/', '/en/fields/jing-wai/', '/stations/310104003-001/'];
const LOOKS: readonly Choices[] = [{}, { view: 'elder' }, { theme: 'dark' }];

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  ({ page } = await pageWith(stage, {}, { viewport: { width: 390, height: 844 }, locale: 'en-GB' }));
});
afterAll(() => stage.close());

const wide = (of: Page) =>
  of.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('the English pages', () => {
  it.each(LOOKS)('look right in English, %j: axe finds nothing, nothing is wider than the window', async (look) => {
    const { page: seen, context } = await pageWith(stage, look, { locale: 'en-GB' });
    for (const path of PAGES) {
      await visit(seen, stage.at(path));
      expect(await violations(seen, { rows: 10 }), path).toEqual([]);
      for (const width of [320, 1440, 390]) {
        await seen.setViewportSize({ width, height: 844 });
        expect(await wide(seen), `${path} ${width}`).toBe(0);
      }
    }
    await context.close();
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
