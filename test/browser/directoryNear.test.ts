import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pageWith, type Stage } from './chrome.ts';
import { eachOnFreshPage } from './freshPage.ts';
import { dataset } from './dataset.ts';

const listed = dataset.stations.filter(({ status }) => status !== '撤并');
const wide = { viewport: { width: 1440, height: 900 } };

let stage: Stage;
let page: Page;
eachOnFreshPage(async (own, on) => {
  [page, stage] = [own, on];
  await page.goto(stage.at('/stations/'));
}, wide);

describe('附近', () => {
  const somewhere = dataset.towns.find(({ point }) => point !== null)?.point;
  if (somewhere === undefined || somewhere === null) throw new Error('no data');

  it('asks for the position only after the button, and sorts by distance', async () => {
    const { page: own, context } = await pageWith(
      stage,
      {},
      {
        ...wide,
        geolocation: { longitude: somewhere.lon, latitude: somewhere.lat },
        permissions: ['geolocation'],
      },
    );
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    await own.goto(stage.at('/stations/'));
    expect(await own.locator('.distance').count()).toBe(0);
    await own.getByRole('button', { name: '附近' }).click();
    await own.waitForSelector('.distance');
    const words = await own.locator('.distance').allInnerTexts();
    expect(words.length).toBeGreaterThan(4);
    const metres = words.map((text) => {
      const [, number = '', unit = ''] = /([\d.]+)\s*(公里|千米|米)/u.exec(text) ?? [];
      return Number(number) * (unit === '米' ? 1 : 1000);
    });
    expect(metres.every((value) => value > 0 || words[metres.indexOf(value)]?.includes('0'))).toBe(true);
    expect(metres).toEqual(metres.toSorted((a, b) => a - b));
    expect(await own.locator('.near-note').innerText()).toContain('不一定负责');
    // The position never leaves the device.
    const digits = [String(somewhere.lon).slice(0, 6), String(somewhere.lat).slice(0, 5)];
    expect(asked.filter((url) => digits.some((part) => url.includes(part)))).toEqual([]);
    await own.getByRole('button', { name: '附近' }).click();
    expect(await own.locator('.distance').count()).toBe(0);
    await context.close();
  });

  it('and the filters are one list: each narrows what the other sorts, and undone leaves the other', async () => {
    const { page: own, context } = await pageWith(
      stage,
      {},
      { ...wide, geolocation: { longitude: somewhere.lon, latitude: somewhere.lat }, permissions: ['geolocation'] },
    );
    await own.goto(stage.at('/stations/'));
    const near = own.locator('ol.list').filter({ has: own.locator('.distance') });
    const types = async () =>
      new Set(await near.locator('li').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-type'))));
    const note = () => own.locator('.near-note').innerText();
    const button = own.getByRole('button', { name: '附近' });
    const box = own.getByRole('checkbox', { name: '居村' });
    // Two taps in haste are one.
    await button.evaluate((element: HTMLElement) => {
      element.click();
      element.click();
    });
    await near.waitFor();
    expect(await near.count()).toBe(1);
    expect((await types()).size).toBeGreaterThan(1);

    await box.check();
    expect(await types()).toEqual(new Set(['居村']));
    expect(await note()).toContain(`最近的 ${await near.locator('li').count()} 个站`);
    await own.getByRole('searchbox', { name: '站名、街镇、地址或电话' }).fill('没有这样的站');
    expect(await near.locator('li').count()).toBe(0);
    expect(await note()).toBe('');
    await own.getByRole('searchbox', { name: '站名、街镇、地址或电话' }).fill('');
    expect(await types()).toEqual(new Set(['居村']));
    expect(await near.locator('li:visible').count()).toBe(await near.locator('li').count());

    await box.uncheck();
    expect((await types()).size).toBeGreaterThan(1);
    await box.check();
    await button.click();
    expect(await near.count()).toBe(0);
    await expect
      .poll(() => own.locator('.district-group li[data-id]:visible').count())
      .toBe(listed.filter(({ type }) => type === '居村').length);
    expect(await box.isChecked()).toBe(true);
    await context.close();
  });

  it('says what to do instead when it is refused', async () => {
    await page.context().clearPermissions();
    await page.getByRole('button', { name: '附近' }).click();
    await expect.poll(() => page.locator('.near-note').innerText()).toMatch(/没有得到定位许可|定不了位/u);
  });

  it('says so when the reader is in another city', async () => {
    const { page: own, context } = await pageWith(
      stage,
      {},
      {
        ...wide,
        geolocation: { longitude: 87.6, latitude: 43.8 },
        permissions: ['geolocation'],
      },
    );
    await own.goto(stage.at('/stations/'));
    await own.getByRole('button', { name: '附近' }).click();
    await expect.poll(() => own.locator('.near-note').innerText()).toContain('不在本市');
    await context.close();
  });
});
