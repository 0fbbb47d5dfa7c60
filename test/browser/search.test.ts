import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { complaintsOf, type Stage } from './chrome.ts';
import { dataset } from './dataset.ts';
import { eachOnFreshPage } from './freshPage.ts';
import { crisisNeed, searchOn } from './searchField.ts';

let stage: Stage;
let page: Page;
let complaints: string[];
eachOnFreshPage((own, on) => {
  [page, stage] = [own, on];
  complaints = complaintsOf(page);
});

const { field, options, links, search } = searchOn(() => page);

/** A committee whose name nobody shares, in a town whose 综合 station runs. */
function uniqueCommittee() {
  const general = new Map(
    dataset.stations
      .filter(({ type, status }) => type === '综合' && status === '运行')
      .map((station) => [station.townCode, station]),
  );
  const committee = dataset.committees.find(
    ({ townCode, name }) =>
      general.has(townCode) && dataset.committees.filter((other) => other.name === name).length === 1,
  );
  const station = general.get(committee?.townCode ?? '');
  if (committee === undefined || station === undefined) throw new Error('no data');
  return { committee, station };
}

describe('the search box of the home page', () => {
  beforeEach(() => page.goto(stage.at('/')));

  it('answers a committee with the station responsible for it, and says why', async () => {
    const { committee, station } = uniqueCommittee();
    await search(committee.name);
    expect(await options().first().getAttribute('aria-label')).toContain(station.name);
    const basis = await page.locator('[role=group]').first().getAttribute('aria-label');
    expect(basis).toContain('负责您所在地的站（本站规则）');
    expect(basis).toContain(committee.name);
    expect(complaints).toEqual([]);
  });

  it('holds one real link in each option', async () => {
    await search('徐家汇');
    const count = await options().count();
    expect(count).toBeGreaterThan(1);
    expect(await links().count()).toBe(count);
    for (const href of await links().evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))) {
      const path = (href.split('#')[0] ?? '').slice(stage.site.base.length);
      expect(stage.site.files.has(`${path}index.html`)).toBe(true);
    }
  });

  it('is worked by the keyboard alone: arrows choose, Esc closes, Enter goes', async () => {
    await search('徐家汇');
    await field().press('ArrowDown');
    const active = await field().getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active ?? ''}`).getAttribute('aria-selected')).toBe('true');
    await field().press('Escape');
    expect(await field().getAttribute('aria-expanded')).toBe('false');
    await field().press('ArrowDown');
    expect(await field().getAttribute('aria-expanded')).toBe('true');
    const href = await page.locator('[role=option][aria-selected=true] a').getAttribute('href');
    await field().press('Enter');
    await page.waitForURL((url) => url.pathname === href);
  });

  it('goes to the result that is clicked', async () => {
    await search('徐家汇');
    const href = await links().first().getAttribute('href');
    await options().first().click();
    await page.waitForURL((url) => url.pathname === href);
  });

  it('tells a screen reader how many there are', async () => {
    await search('徐家汇');
    expect(await page.locator('.search-box').getByRole('status').innerText()).toMatch(/找到\d+条/u);
  });

  it('asks which, where names are the same', async () => {
    await search('虹桥');
    expect(await page.locator('[role=group]').first().getAttribute('aria-label')).toContain('是哪一个');
  });

  it('shows the crisis numbers first, and leaves no trace of such words', async () => {
    const { word, crisis } = crisisNeed();
    await search(word);
    expect(await page.locator('.search-panel > *').first().innerText()).toContain(crisis[0] ?? '?');
    await field().press('Enter');
    await page.waitForTimeout(300);
    expect(decodeURIComponent(page.url())).not.toContain(word);
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(stored).not.toContain(word);
    expect(decodeURIComponent(await page.evaluate(() => JSON.stringify(history.state)))).not.toContain(word);
  });

  it('remembers harmless words on this device, and forgets them on demand', async () => {
    await search('徐家汇');
    await field().press('Enter');
    await page.waitForURL(/\/search\//u);
    await page.goto(stage.at('/'));
    await field().focus();
    await page.getByRole('button', { name: '徐家汇' }).waitFor();
    await page.getByRole('button', { name: '清除' }).click();
    expect(await page.evaluate(() => localStorage.getItem('sgz-recent'))).toBeNull();
  });

  it('waits while a word is being composed', async () => {
    await field().focus();
    await field().evaluate((input: HTMLInputElement) => {
      input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      input.value = 'xujiahui';
      input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    });
    await page.waitForTimeout(500);
    expect(await options().count()).toBe(0);
    await field().evaluate((input: HTMLInputElement) => {
      input.value = '徐家汇';
      input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    });
    await expect.poll(() => options().count()).toBeGreaterThan(0);
  });

  it('shows what is typed as text, never as markup', async () => {
    await search('<img src=x onerror=alert(1)>');
    expect(await page.locator('.search-panel img').count()).toBe(0);
    expect(await page.locator('.search-panel').innerText()).toContain('<img');
    expect(complaints).toEqual([]);
  });

  it('says so when there is nothing, and whom to call', async () => {
    await search('qqqqzzzz');
    expect(await page.locator('.search-panel').innerText()).toContain('没找到');
    expect(await page.locator('.search-panel a[href^="tel:"]').count()).toBe(1);
  });

  it.each(['徐家汇', '虹桥', crisisNeed().word, 'qqqqzzzz'])(
    'is clean to axe with the list open for %s',
    async (words) => {
      await search(words);
      expect(await violations(page)).toEqual([]);
    },
  );

  it('leaves the directory where the lookup does not come', async () => {
    await page.route('**/lookup.json', (route) => route.abort());
    await field().fill('徐家汇');
    await expect.poll(() => page.locator('.search-panel').innerText()).toContain('看全部社工站');
  });

  it('answers names and needs in the page itself where the worker does not come', async () => {
    await page.route('**/_astro/worker*.js', (route) => route.abort());
    await field().fill('徐家汇');
    await expect.poll(() => options().count()).toBeGreaterThan(1);
    await search('孩子不上学');
    expect(await options().count()).toBeGreaterThan(0);
  });

  it('offers the way off the page beside words that tell of a trouble, and not beside others', async () => {
    await search(crisisNeed().word);
    expect(await page.locator('.search-panel quick-leave a').count()).toBe(1);
    await search('徐家汇');
    expect(await page.locator('.search-panel quick-leave').count()).toBe(0);
  });

  it('answers names where the full text does not come', async () => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await search('徐家汇');
    expect(await options().count()).toBeGreaterThan(0);
  });
});
