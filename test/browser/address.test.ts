import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Place } from '../../src/domain/place/place.ts';
import { violations } from './axe.ts';
import { complaintsOf, type Stage } from './chrome.ts';
import { dataset } from './dataset.ts';
import { eachOnFreshPage } from './freshPage.ts';
import { searchOn } from './searchField.ts';

let stage: Stage;
let page: Page;
let complaints: string[];
eachOnFreshPage((own, on) => {
  [page, stage] = [own, on];
  complaints = complaintsOf(page);
});

const { field, options, search } = searchOn(() => page);

const committeeOf = ({ committeeCode }: Place) => dataset.committees.find(({ code }) => code === committeeCode);
const roads = Map.groupBy(
  dataset.places.filter(({ kind }) => kind === '路段'),
  ({ name }) => name,
);
/** A road of one 街镇 that runs through several 居委会, and one number of it that a single row holds. */
function road() {
  for (const [name, rows] of roads) {
    const committees = new Set(rows.map(({ committeeCode }) => committeeCode));
    const towns = new Set(rows.map(({ committeeCode }) => committeeCode.slice(0, 9)));
    const row = rows.find(({ unit, inside, from }) => unit === '号' && inside === '' && (from ?? 0) > 1);
    const closed = rows.every(({ to }) => to !== null);
    if (committees.size > 1 && towns.size === 1 && row !== undefined && closed) return { name, rows, row };
  }
  throw new Error('no road in places.csv');
}
const { name, rows, row } = road();
const beyond = Math.max(...rows.map(({ to }) => to ?? 0)) + 40;

/** Whether anything typed stands in the address, the history or the storage of the browser. */
const kept = () =>
  page.evaluate(() => JSON.stringify([location.href, history.state, { ...localStorage }, { ...sessionStorage }]));

describe('an address in the search box', () => {
  beforeEach(() => page.goto(stage.at('/')));

  it('leads to the station by way of its 居委会, with source and day', async () => {
    await search(`${name} ${row.from} 号 502 室`);
    const label = (await page.getByRole('group').first().getAttribute('aria-label')) ?? '';
    expect(label).toContain(`${name}${row.from}号 → ${committeeOf(row)?.name} → `);
    expect(label).toContain('依据：');
    expect(label).toMatch(/截至\d{4}年\d{1,2}月\d{1,2}日/u);
    expect(await options().first().locator('.search-phone').count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('without a number asks which stretch, and answers nothing for the reader', async () => {
    await search(name);
    const own = new Set(rows.map((one) => committeeOf(one)?.name));
    const words = await options().allTextContents();
    for (const committee of own) expect(words.some((text) => text.includes(committee ?? ''))).toBe(true);
    expect(await page.getByRole('listbox').textContent()).not.toContain('负责您所在地');
    expect(await violations(page)).toEqual([]);
  });

  it('that nobody has registered says so, and calls neighbours neighbours', async () => {
    await search(`${name}${beyond}号`);
    const note = (await page.locator('.search-none').textContent()) ?? '';
    expect(note).toContain('没有登记到这个门牌');
    expect(note).toContain('只供参考');
    expect(await options().count()).toBe(0);
    expect(await page.getByRole('status').first().textContent()).toContain('没有登记到这个门牌');
    expect(await violations(page)).toEqual([]);
  });

  it('fetches nothing of the places before it is asked, and one file for it', async () => {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    const places = () => fetched.filter((path) => path.includes('/search/places'));
    await search('低保');
    await search('徐家汇');
    expect(places()).toEqual([]);
    for (const number of [row.from, beyond]) await search(`${name}${number}号`);
    expect(places()).toHaveLength(2);
  });

  it('stays out of address line, history and storage, whatever is pressed', async () => {
    await search(`${name}${row.from}号`);
    await field().press('Enter');
    await page.waitForTimeout(300);
    expect(page.url()).toBe(stage.at('/'));
    expect(await kept()).not.toContain(name);
    await field().press('ArrowDown');
    await field().press('Enter');
    await page.waitForURL(/\/stations\//u);
    expect(await kept()).not.toMatch(new RegExp(`${name}|${encodeURIComponent(name)}`, 'u'));
  });
});

describe('an address on other pages', () => {
  it('is taken out of the address of the results page', async () => {
    await page.goto(stage.at(`/search/?q=${encodeURIComponent(`${name}${row.from}号`)}`));
    await page.locator('[role=listbox][data-settled]').waitFor({ state: 'attached' });
    expect(await kept()).not.toMatch(new RegExp(`${name}|${encodeURIComponent(name)}`, 'u'));
  });

  it('is taken out of the address of the list of stations', async () => {
    await page.goto(stage.at('/stations/'));
    await page.locator('station-directory input[name=q]').evaluate((input: HTMLInputElement, words) => {
      input.value = words;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, `${name}${row.from}号`);
    await expect.poll(() => page.locator('station-directory [role=status]').first().textContent()).toMatch(/\d+个站/u);
    expect(await kept()).not.toMatch(new RegExp(`${name}|${encodeURIComponent(name)}`, 'u'));
  });
});
