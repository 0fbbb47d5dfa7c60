import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Stage } from './chrome.ts';
import { dataset } from './dataset.ts';
import { eachOnFreshPage } from './freshPage.ts';
import { searchOn } from './searchField.ts';

let stage: Stage;
let page: Page;
eachOnFreshPage((own, on) => {
  [page, stage] = [own, on];
});

const { links, search } = searchOn(() => page);

it('finds stations by what only their pages say', async () => {
  await page.goto(stage.at('/'));
  await search('手语翻译');
  const found = page.locator('[role=option] a[href*="/stations/"]');
  await expect.poll(() => found.count()).toBeGreaterThan(2);
  // Not those that say there is none.
  const saying = dataset.stations
    .filter(({ accessibility }) => /(?<!没有)手语翻译/u.test(accessibility))
    .map(({ id }) => id);
  for (const href of await links().evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))) {
    const id = /\/stations\/([^/]+)\//u.exec(href)?.[1];
    if (id !== undefined) expect(saying).toContain(id);
  }
});
