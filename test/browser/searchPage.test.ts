import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
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

describe('the search page', () => {
  it('shows only what was chosen, and keeps the choice in its address', async () => {
    const [hong] = dataset.districts.filter(({ name }) => name === '闵行区');
    await page.goto(stage.at('/search/'));
    await search('虹桥');
    expect(await page.locator('[role=group]').first().getAttribute('aria-label')).toContain('是哪一个');
    await page.getByLabel('在哪个区').selectOption('闵行区');
    await expect.poll(() => page.locator('[role=listbox]').innerText()).not.toContain('虹桥街道');
    expect(await page.locator('[role=listbox]').innerText()).toContain('虹桥镇');
    await expect.poll(() => page.url()).toContain(`district=${hong?.code ?? '?'}`);
    await page.getByLabel('找什么').selectOption('政策');
    await expect.poll(() => page.locator('[role=option] a[href*="/stations/"]').count()).toBe(0);
    await expect.poll(() => page.url()).toContain('type=policies');
    await page.reload();
    // The code of the form comes after the page.
    await expect.poll(() => page.getByLabel('找什么').inputValue()).toBe('policies');
  });

  it('finds cases alone where cases were chosen', async () => {
    await page.goto(`${stage.at('/search/')}?q=${encodeURIComponent('合唱队')}&type=cases`);
    await expect.poll(() => options().count()).toBeGreaterThan(0);
    const hrefs = await links().evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    expect(hrefs.filter((href) => !href.includes('/cases/'))).toEqual([]);
  });

  it('answers the words of its address', async () => {
    await page.goto(`${stage.at('/search/')}?q=${encodeURIComponent('徐家汇')}`);
    await expect.poll(() => options().count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  it('finds what stands only in the text of a policy', async () => {
    await page.goto(stage.at('/search/'));
    await search('福彩公益金');
    expect(
      await page.locator('[role=option] a[href*="/policies/"], [role=option] a[href*="/interpretations/"]').count(),
    ).toBeGreaterThan(0);
  });

  it('leaves words that tell of a trouble out of its address', async () => {
    await page.goto(`${stage.at('/search/')}?q=${encodeURIComponent(crisisNeed().word)}`);
    await expect.poll(() => options().count()).toBeGreaterThan(0);
    expect(page.url()).not.toContain('q=');
  });

  it('is reached from the field of any page', async () => {
    await page.goto(stage.at('/about/'));
    await field().fill('徐家汇');
    await field().press('Enter');
    await page.waitForURL(/\/search\//u);
    await expect.poll(() => options().count()).toBeGreaterThan(0);
  });
});
