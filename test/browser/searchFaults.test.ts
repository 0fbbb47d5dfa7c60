import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Stage } from './chrome.ts';
import { eachOnFreshPage } from './freshPage.ts';
import { searchOn } from './searchField.ts';

let stage: Stage;
let page: Page;
eachOnFreshPage(async (own, on) => {
  [page, stage] = [own, on];
  await page.goto(stage.at('/'));
});

const { field, options, search } = searchOn(() => page);
const panel = () => page.locator('.search-panel').first();

describe('answers that come late', () => {
  it('of an older question never stand under a newer one', async () => {
    // The full text of the first question is held back until the second has been answered.
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/pagefind/**', async (route) => {
      await held;
      await route.continue();
    });
    await field().fill('福彩公益金');
    await pause(400);
    await field().fill('徐家汇');
    await expect.poll(() => options().first().innerText()).toContain('徐家汇');
    release();
    await page.locator('[role=listbox][data-settled="徐家汇"]').waitFor({ state: 'attached', timeout: 15_000 });
    expect(await options().first().innerText()).toContain('徐家汇');
  });
});

describe('parts that fail', () => {
  it('a worker that dies while the lookup is on its way leaves no question hanging', async () => {
    await page.addInitScript(() => {
      const Real = window.Worker;
      // Runs, and breaks a moment later, while the first file is still being fetched.
      window.Worker = class extends Real {
        constructor(...args: ConstructorParameters<typeof Worker>) {
          super(...args);
          setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'died' })), 100);
        }
      };
    });
    await page.route('**/search/lookup.json', async (route) => {
      await pause(600);
      await route.continue();
    });
    await page.reload();
    await field().fill('徐家汇');
    await expect.poll(() => options().count()).toBeGreaterThan(0);
  });

  it('a full text that did not come is asked for again with the next question', async () => {
    let refused = 0;
    await page.route('**/pagefind/pagefind.js*', (route) => {
      refused += 1;
      return refused === 1 ? route.abort() : route.continue();
    });
    await search('徐家汇');
    await search('福彩公益金');
    const found = page.locator('[role=option] a[href*="/policies/"], [role=option] a[href*="/interpretations/"]');
    await expect.poll(() => found.count()).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(1);
  });

  it('storage that is not there keeps nothing, and stops nothing', async () => {
    await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { value: null }));
    await page.reload();
    await search('徐家汇');
    await field().press('Enter');
    await page.waitForURL(/\/search\/\?q=/u);
  });
});

describe('a slow line', () => {
  it('is spoken of, in the panel and aloud', async () => {
    await page.route('**/search/lookup.json', async (route) => {
      await pause(3000);
      await route.continue();
    });
    await field().fill('徐家汇');
    await field().press('Enter');
    await expect.poll(() => panel().innerText(), { timeout: 2500 }).toContain('正在查找');
    expect(await page.locator('search-box [role=status]').first().textContent()).toContain('正在查找');
    await page.waitForURL(/\/search\//u, { timeout: 15_000 });
  });
});

describe('keys and buttons as people have them', () => {
  it('the Enter and Escape that end a composition do nothing else', async () => {
    await search('徐家汇');
    await field().press('ArrowDown');
    const before = page.url();
    for (const key of ['Enter', 'Escape'])
      await field().evaluate((input, name) => {
        const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
        Object.defineProperty(event, 'keyCode', { value: 229 });
        input.dispatchEvent(event);
      }, key);
    expect(page.url()).toBe(before);
    expect(await field().inputValue()).toBe('徐家汇');
    expect(await panel().isVisible()).toBe(true);
  });

  it('the middle button opens a result in another tab and leaves this page', async () => {
    await search('徐家汇');
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      options().first().click({ button: 'middle' }),
    ]);
    await opened.waitForLoadState();
    expect(opened.url()).toContain('/stations/');
    expect(new URL(page.url()).pathname).toBe('/');
  });
});

describe('a page that the browser keeps for 后退', () => {
  const leave = () =>
    page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));

  it('holds no words that tell of a trouble', async () => {
    await search('家暴');
    expect(await options().count()).toBeGreaterThan(0);
    await leave();
    expect(await field().inputValue()).toBe('');
    expect(await options().count()).toBe(0);
    expect(await panel().isVisible()).toBe(false);
  });

  it('still holds words that are harmless', async () => {
    await search('徐家汇');
    await leave();
    expect(await field().inputValue()).toBe('徐家汇');
  });
});
