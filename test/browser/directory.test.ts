import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pageWith, type Stage } from './chrome.ts';
import { eachOnFreshPage } from './freshPage.ts';
import { dataset } from './dataset.ts';

const listed = dataset.stations.filter(({ status }) => status !== '撤并');
const wide = { viewport: { width: 1440, height: 900 } };

/** Lets the code of the filters come, as it does once the pointer is over them. */
async function touchFilters(on: Page): Promise<void> {
  await on.locator('details.filters').hover();
  await on.waitForFunction(() => customElements.get('station-directory') !== undefined);
}

let stage: Stage;
let page: Page;
eachOnFreshPage(
  async (own, on) => {
    [page, stage] = [own, on];
    await page.goto(stage.at('/stations/'));
    await touchFilters(page);
  },
  { ...wide, acceptDownloads: true },
);

/** The rows that can be seen: id and type of each. */
const shown = () =>
  page
    .locator('.district-group li[data-id]:not([hidden])')
    .evaluateAll((rows) =>
      rows
        .filter((row) => row.closest('[hidden]') === null)
        .map((row) => ({ id: row.getAttribute('data-id') ?? '', type: row.getAttribute('data-type') ?? '' })),
    );
const status = (on = page) => on.getByRole('status').filter({ hasText: '站' }).first().innerText();
const query = () => new URL(page.url()).searchParams;

describe('the filters of the list', () => {
  it('show everything at first', async () => {
    expect(await shown()).toHaveLength(listed.length);
    expect(await status()).toBe(`${listed.length}个站`);
    expect(page.url()).toBe(stage.at('/stations/'));
  });

  it('narrow by type, say how many, keep it in the address and after a reload', async () => {
    await page.getByRole('checkbox', { name: '居村' }).check();
    const expected = listed.filter(({ type }) => type === '居村').length;
    expect(await shown()).toHaveLength(expected);
    expect(new Set((await shown()).map(({ type }) => type))).toEqual(new Set(['居村']));
    expect(await status()).toBe(`${expected}个站`);
    await expect.poll(() => query().getAll('type')).toEqual(['居村']);
    await page.getByRole('checkbox', { name: '综合' }).check();
    await expect.poll(async () => (await shown()).length).toBe(listed.filter(({ type }) => type !== '专项').length);
    await expect.poll(() => query().getAll('type')).toHaveLength(2);
    await page.reload();
    expect(await page.getByRole('checkbox', { name: '居村' }).isChecked()).toBe(true);
    await expect.poll(async () => (await shown()).length).toBe(listed.filter(({ type }) => type !== '专项').length);
  });

  it('narrow by field and by district together', async () => {
    const field = dataset.fields[0];
    const district = dataset.districts[1];
    if (field === undefined || district === undefined) throw new Error('no data');
    await page.getByLabel('领域').selectOption(field.slug);
    expect(await shown()).toHaveLength(listed.filter((station) => station.field === field.slug).length);
    await page.getByLabel('区', { exact: true }).selectOption(district.code);
    const expected = listed.filter(
      (station) => station.field === field.slug && station.townCode.startsWith(district.code),
    );
    expect((await shown()).map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
    await expect.poll(() => [query().get('field'), query().get('district')]).toEqual([field.slug, district.code]);
  });

  it('narrow by words and reset to everything', async () => {
    const station = listed.find(({ type }) => type === '综合');
    if (station === undefined) throw new Error('no data');
    await page.getByRole('searchbox', { name: '站名、街镇、地址或电话' }).fill(station.name);
    expect((await shown()).map(({ id }) => id)).toContain(station.id);
    expect((await shown()).length).toBeLessThan(10);
    await page.getByRole('button', { name: '清空' }).click();
    await expect.poll(async () => (await shown()).length).toBe(listed.length);
    expect(page.url()).toBe(stage.at('/stations/'));
  });

  it('bring the first rows back with the count, and the others before anything is printed', async () => {
    await page.getByRole('searchbox', { name: '站名、街镇、地址或电话' }).fill('没有这样的站');
    await expect.poll(async () => (await shown()).length).toBe(0);
    // What is there in the turn of the question itself, and once a page is about to be printed.
    const counts = await page.evaluate(async () => {
      const count = () => document.querySelectorAll('.district-group:not([hidden]) li[data-id]:not([hidden])').length;
      document.querySelector<HTMLFormElement>('station-directory form')?.reset();
      await new Promise((done) => setTimeout(done));
      const first = count();
      const said = document.querySelector('station-directory [role="status"]')?.textContent;
      window.dispatchEvent(new Event('beforeprint'));
      return { first, said, printed: count() };
    });
    expect(counts.first).toBeGreaterThan(0);
    expect([counts.said, counts.printed]).toEqual([`${listed.length}个站`, listed.length]);
  });

  it('say so when nothing fits, and whom to call', async () => {
    await page.getByRole('searchbox', { name: '站名、街镇、地址或电话' }).fill('没有这样的站');
    expect(await shown()).toEqual([]);
    const status = page.locator('main').getByRole('status').first();
    await expect.poll(() => status.innerText()).toContain(dataset.site.cityHotline);
  });

  it('take 正在开放 and 已核实 into account', async () => {
    await page.getByRole('checkbox', { name: '半年内核实过' }).check();
    const verified = (await shown()).length;
    expect(verified).toBeGreaterThan(0);
    expect(verified).toBeLessThan(listed.length);
    await page.getByRole('checkbox', { name: '现在开放' }).check();
    expect((await shown()).length).toBeLessThanOrEqual(verified);
    await expect.poll(() => [query().get('verified'), query().get('open')]).toEqual(['1', '1']);
  });

  it('follow the clock: a minute after closing time nobody is 现在开放', async () => {
    const { page: own, context } = await pageWith(stage, {}, wide);
    await own.clock.install({ time: new Date('2026-11-23T08:58:00Z') });
    await own.goto(`${stage.at('/stations/')}?open=1`);
    const marks = () =>
      own
        .locator('.district-group:not([hidden]) li[data-id]:not([hidden]) open-state')
        .evaluateAll((all) => all.map((one) => ('state' in one ? (one.state as { mark: string } | null)?.mark : null)));
    await expect.poll(async () => (await marks()).length).toBeGreaterThan(0);
    const before = (await marks()).length;
    await own.clock.runFor(5 * 60_000);
    const later = await marks();
    expect(later.filter((mark) => mark !== '开')).toEqual([]);
    expect(later.length).toBeLessThan(before);
    await context.close();
  });

  it('do not offer 现在开放 where the rows cannot tell', async () => {
    const { page: own, context } = await pageWith(stage, {}, wide);
    await context.route('**/_astro/open.*.js', (route) => route.abort());
    await own.goto(`${stage.at('/stations/')}?open=1`);
    expect(await own.evaluate(() => customElements.get('open-state') === undefined)).toBe(true);
    await expect.poll(() => own.getByRole('checkbox', { name: '现在开放' }).isDisabled()).toBe(true);
    expect(await status(own)).toBe(`${listed.length}个站`);
    await context.close();
  });

  it.each([dataset.districts[0]?.name ?? '', dataset.districts[0]?.name.slice(0, -1) ?? ''])(
    'show the stations of a district by its name: %s',
    async (name) => {
      await page.getByRole('searchbox', { name: '站名、街镇、地址或电话' }).fill(name);
      const ids = (await shown()).map(({ id }) => id);
      const own = listed.filter(({ townCode }) => townCode.startsWith(dataset.districts[0]?.code ?? '?'));
      expect(own.length).toBeGreaterThan(0);
      expect(own.filter(({ id }) => !ids.includes(id))).toEqual([]);
    },
  );

  it('start from an address that somebody sent', async () => {
    await page.goto(`${stage.at('/stations/')}?type=${encodeURIComponent('专项')}&q=${encodeURIComponent('街道')}`);
    const types = async () => new Set((await shown()).map(({ type }) => type));
    await expect.poll(types).toEqual(new Set(['专项']));
    expect(await page.getByRole('searchbox', { name: '站名、街镇、地址或电话' }).inputValue()).toBe('街道');
  });

  it('can be worked with the keyboard alone', async () => {
    const box = page.getByRole('checkbox', { name: '居村' });
    await box.focus();
    await page.keyboard.press('Space');
    expect(await box.isChecked()).toBe(true);
    expect(await shown()).toHaveLength(listed.filter(({ type }) => type === '居村').length);
  });
});

describe('the code of the filters', () => {
  const late = '**/_astro/station-directory.*.js';

  it('comes when they are touched, and does what was asked meanwhile', async () => {
    const { page: own, context } = await pageWith(stage, {}, wide);
    const asked: string[] = [];
    let release = () => {};
    const held = new Promise<void>((done) => (release = done));
    await context.route(late, async (route) => {
      asked.push(route.request().url());
      await held;
      await route.continue();
    });
    await own.goto(stage.at('/stations/'));
    await own.waitForTimeout(500);
    expect(asked).toEqual([]);
    await own.getByRole('checkbox', { name: '居村' }).check();
    release();
    const count = listed.filter(({ type }) => type === '居村').length;
    await expect.poll(() => status(own)).toBe(`${count}个站`);
    expect(asked).toHaveLength(1);
    await context.close();
  });

  it('does what was chosen before any script of the list had come', async () => {
    const { page: own, context } = await pageWith(stage, {}, wide);
    let release = () => {};
    const held = new Promise<void>((done) => (release = done));
    await context.route('**/_astro/DirectoryScript*.js', async (route) => {
      await held;
      await route.continue();
    });
    await own.goto(stage.at('/stations/'), { waitUntil: 'commit' });
    await own.getByRole('checkbox', { name: '居村' }).check();
    release();
    const count = listed.filter(({ type }) => type === '居村').length;
    await expect.poll(() => status(own)).toBe(`${count}个站`);
    expect(await own.getByRole('checkbox', { name: '居村' }).isChecked()).toBe(true);
    await context.close();
  });

  it('says so where it does not come, and leaves the list', async () => {
    const { page: own, context } = await pageWith(stage, {}, wide);
    await context.route(late, (route) => route.abort());
    await own.goto(stage.at('/stations/'));
    await own.getByRole('searchbox', { name: '站名、街镇、地址或电话' }).fill('我家的事');
    await own.keyboard.press('Enter');
    await own.getByText('筛选没有打开').waitFor();
    expect(own.url()).toBe(stage.at('/stations/'));
    await context.close();
  });
});

describe('the download', () => {
  it('is what the filters show, opens in Excel, and is named as the sample that it is', async () => {
    await page.getByRole('checkbox', { name: '居村' }).check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载' }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(download.suggestedFilename().startsWith('sample-')).toBe(dataset.meta.kind === 'sample');
    expect(download.suggestedFilename()).toMatch(/\.csv$/u);
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.trimEnd().split('\r\n')).toHaveLength(1 + listed.filter(({ type }) => type === '居村').length);
  });
});
