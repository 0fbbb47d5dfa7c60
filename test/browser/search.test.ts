import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { foldersOf, load } from '../../src/loading/folders.ts';
import { ROOT } from '../site/builtSite.ts';
import { complaintsOf, openStage, pageWith, type Stage } from './chrome.ts';

const { dataset } = load(foldersOf(process.env, ROOT));

let stage: Stage;
let page: Page;
let complaints: string[];
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  ({ page } = await pageWith(stage, {}));
  complaints = complaintsOf(page);
});
afterEach(() => page.context().close());

const answers = () => page.locator('.results li');
const open = (words: string) => page.goto(`${stage.at('/search/')}?q=${encodeURIComponent(words)}`);

describe('the search page', () => {
  it('answers the name of a street with the station that is responsible', async () => {
    await open('徐家汇');
    await expect.poll(() => answers().count(), { timeout: 10_000 }).toBeGreaterThan(0);
    expect(await page.locator('.results').innerText()).toContain('徐家汇');
    const href = await answers().first().getByRole('link').first().getAttribute('href');
    expect(stage.site.files.has(`${href?.slice(stage.site.base.length) ?? ''}index.html`)).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('tells a screen reader how many there are', async () => {
    await open('徐家汇');
    await expect
      .poll(() => page.getByRole('status').innerText(), { timeout: 10_000 })
      .toMatch(/“徐家汇”有 \d+ 条结果/u);
  });

  it('finds what stands only in the text of a policy', async () => {
    await open('福彩公益金');
    await expect
      .poll(() => page.locator('.results a[href*="/policies/"], .results a[href*="/interpretations/"]').count(), {
        timeout: 10_000,
      })
      .toBeGreaterThan(0);
  });

  it('answers a committee through its town', async () => {
    const general = new Set(
      dataset.stations
        .filter(({ type, status }) => type === '综合' && status === '运行')
        .map(({ townCode }) => townCode),
    );
    const committee = dataset.committees.find(
      ({ townCode, name }) =>
        general.has(townCode) && dataset.committees.filter((other) => other.name === name).length === 1,
    );
    if (committee === undefined) throw new Error('no data');
    await open(committee.name);
    const expected = dataset.stations
      .filter(({ type, townCode }) => type === '综合' && townCode === committee.townCode)
      .map(({ name }) => name);
    await expect.poll(() => page.locator('.results').innerText(), { timeout: 10_000 }).toContain(expected[0] ?? '?');
  });

  it('shows the crisis numbers first, and leaves the words out of the address', async () => {
    const need = dataset.needs.find(({ crisis }) => crisis.length > 0);
    if (need === undefined) throw new Error('no data');
    await open(need.word);
    await expect.poll(() => page.locator('.results .urgent').count(), { timeout: 10_000 }).toBe(1);
    const first = await page.locator('.results > *').first().innerText();
    expect(first).toContain(need.crisis[0] ?? '?');
    expect(page.url()).not.toContain('q=');
  });

  it('says so when there is nothing, and whom to call', async () => {
    await open('qqqqzzzz');
    await expect.poll(() => page.locator('.results').innerText(), { timeout: 10_000 }).toContain('没找到');
    expect(await page.locator('.results a[href^="tel:"]').count()).toBe(1);
  });

  it('is reached from the field of any page', async () => {
    await page.goto(stage.at('/about/'));
    const field = page.getByRole('searchbox').first();
    await field.fill('徐家汇');
    await field.press('Enter');
    await page.waitForURL(/\/search\//u);
    await expect.poll(() => answers().count(), { timeout: 10_000 }).toBeGreaterThan(0);
  });
});
