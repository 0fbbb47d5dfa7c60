import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { home } from '../engines/tasks.ts';
import type { Stage } from './chrome.ts';
import { eachOnFreshPage } from './freshPage.ts';
import { tab, tabTo } from './keyboard.ts';
import { dataset } from './dataset.ts';

let stage: Stage;
let page: Page;
eachOnFreshPage(
  (own, on) => {
    [page, stage] = [own, on];
  },
  { viewport: { width: 1280, height: 800 } },
);

describe('with the keyboard alone, always seeing where it is', () => {
  it('the station of a 居委会 is found, and Escape closes the answers', async () => {
    await page.goto(stage.at('/'));
    await tabTo(page, 'search-box input');
    await page.keyboard.type(home.committee.name);
    const list = page.locator(`[role=listbox][data-settled="${home.committee.name}"]`);
    await list.waitFor();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.matches('search-box input'))).toBe(true);
    await page.keyboard.press('ArrowDown');
    await list.waitFor();
    if ((await page.locator('[role=option][aria-selected=true]').count()) === 0) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/stations/${home.station.id}/`);
    expect(await page.locator('.plate .tel dd').first().innerText()).toMatch(/\d{3,}/u);
  });

  it('the list is filtered by type, and shown whole again', async () => {
    await page.goto(stage.at('/stations/'));
    const rows = page.locator('.district-group li[data-id]:not([hidden])');
    await page.locator('.filter-acts:not(.awaits)').waitFor();
    const all = await rows.count();
    await tabTo(page, '.checks input[value="居村"]');
    await page.keyboard.press('Space');
    const expected = dataset.stations.filter(({ type, status }) => type === '居村' && status !== '撤并').length;
    await expect
      .poll(() => page.locator('.district-group:not([hidden]) li[data-id]:not([hidden])').count())
      .toBe(expected);
    await tabTo(page, '.filter-acts button, .filters button[type=reset]');
    await page.keyboard.press('Enter');
    await expect.poll(() => rows.count()).toBe(all);
  });

  it('a clause is reached from the list of policies, and its interpretation opens', async () => {
    await page.goto(stage.at('/policies/'));
    await tabTo(page, 'main a[href*="/policies/"]:not([href$="/policies/"])');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/policies\/[^/]+\/$/u);
    await page.locator('clause-notes[data-ready]').waitFor();
    await tabTo(page, '.toc a[href="#1"], .toc a');
    await page.keyboard.press('Enter');
    await tabTo(page, 'details.interpretation > summary');
    await page.keyboard.press('Enter');
    const inner = page.locator('details.interpretation[open] .inner').first();
    await expect.poll(async () => (await inner.boundingBox())?.height ?? 0).toBeGreaterThan(40);
  });

  it('the map is entered by its plates, from 区 to 街镇 to station', async () => {
    await page.goto(stage.at('/map/'));
    await page.locator('station-map[data-ready]').waitFor();
    await tabTo(page, 'station-map [aria-label$="打开"]:not([aria-label*="个区"])');
    const before = await page.locator('h2').first().innerText();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('h2').first().innerText()).not.toBe(before);
  });

  it('长辈版 is switched on and off', async () => {
    await page.goto(stage.at('/'));
    await tabTo(page, 'view-switch[data-setting=view] button');
    await page.keyboard.press('Enter');
    expect(await page.locator('html').getAttribute('data-view')).toBe('elder');
    await page.keyboard.press('Enter');
    expect(await page.locator('html').getAttribute('data-view')).toBeNull();
  });

  it.each(['/', '/map/', '/policies/', `/stations/${home.station.id}/`, '/search/', '/help/case-desk/'])(
    'nothing on %s holds the keyboard: it comes through to the end, and back',
    async (path) => {
      await page.goto(stage.at(path), { waitUntil: 'networkidle' });
      const hidden: string[] = [];
      let steps = 0;
      for (let stop = await tab(page); stop.name !== '' && steps < 400; stop = await tab(page)) {
        steps += 1;
        if (!stop.marked || !stop.seen) hidden.push(`${stop.name} ${stop.marked ? 'covered' : 'not marked'}`);
      }
      expect(steps).toBeGreaterThan(10);
      expect(steps).toBeLessThan(400);
      let back = 0;
      for (let stop = await tab(page, 'Shift+Tab'); stop.name !== '' && back < 8; back += 1) {
        stop = await tab(page, 'Shift+Tab');
        if (!stop.seen) hidden.push(`${stop.name} covered on the way back`);
      }
      expect(hidden).toEqual([]);
    },
  );
});
