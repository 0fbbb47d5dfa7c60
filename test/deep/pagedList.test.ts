import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PAGED_ABOVE } from '../../src/domain/station/listing.ts';
import { stationName } from '../../src/domain/station/naming.ts';
import { textRecords, textTable } from '../../src/loading/tables/tableText.ts';
import { complaintsOf, openStage, pageWith, type Choices, type Stage } from '../browser/chrome.ts';
import { ROOT, siteIn } from '../site/builtSite.ts';
import { buildCity } from '../site/cityBuild.ts';

/** The sample with a station in each 居村委, until there are more stations than one page lists. */
function writeLongCity(data: string): void {
  cpSync(join(ROOT, 'data'), data, { recursive: true });
  const bytes = (file: string) => new Uint8Array(readFileSync(join(data, file)));
  const stations = [...textRecords('stations', bytes('stations.csv'))];
  const townNames = new Map(textRecords('towns', bytes('towns.csv')).map(({ code, name }) => [code, name]));
  const model = stations.find(({ type, status }) => type === '居村' && status === '运行');
  if (model === undefined) throw new Error('the sample has no 居村 station');
  const taken = new Set(stations.map((station) => station.committee_code));
  for (const { code, town_code, name } of textRecords('committees', bytes('committees.csv'))) {
    if (stations.length > PAGED_ABOVE + 50) break;
    const townName = townNames.get(town_code);
    if (taken.has(code) || townName === undefined) continue;
    stations.push({
      ...model,
      id: `${town_code}-${code.slice(9)}`,
      name: stationName({ type: '居村', townName, fieldName: null, committeeName: name }),
      town_code,
      committee_code: code,
      external_id: '',
      lon: '',
      lat: '',
      crs: '',
      precision: '街镇',
      operator: '',
    });
  }
  writeFileSync(join(data, 'stations.csv'), textTable('stations', stations));
}

describe('a list of more stations than one page holds', () => {
  let home: string;
  let stage: Stage;
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'long-list-'));
    writeLongCity(join(home, 'data'));
    const out = join(home, 'dist');
    await buildCity({ DATA_DIR: join(home, 'data'), CONTENT_DIR: join(ROOT, 'content'), OUT_DIR: out });
    stage = await openStage(siteIn(out));
  }, 300_000);
  afterAll(async () => {
    await stage.close();
    rmSync(home, { recursive: true, force: true });
  });
  const open = async (choices: Choices = {}, width = 1440) => {
    ({ page } = await pageWith(stage, choices, { viewport: { width, height: 900 }, acceptDownloads: true }));
    complaints = complaintsOf(page);
    await page.goto(stage.at('/stations/'));
  };
  beforeEach(() => open());
  afterEach(async () => {
    await page.context().close();
    expect(complaints).toEqual([]);
  });

  const rows = () => page.locator('long-directory li[data-id]');
  const status = () => page.getByRole('status').filter({ hasText: '站' }).first().innerText();
  const type = (name: string) => page.getByRole('checkbox', { name });

  it('is one small page that leads to every district without a script', () => {
    const html = readFileSync(join(stage.site.dir, 'stations/index.html'));
    expect(brotliCompressSync(html).length).toBeLessThan(60 * 1024);
    const linked = new Set(
      [...html.toString('utf8').matchAll(/href="\/districts\/(\d{6})\/"/gu)].map(([, code]) => code),
    );
    expect(linked.size).toBe(16);
  });

  it('asks for its file only when a filter is used, shows some rows at a time, and keeps the choice', async () => {
    expect(await rows().count()).toBe(0);
    const file = page.waitForRequest(/\/stations\/list\.json/u);
    await type('专项').check();
    await file;
    await expect.poll(() => rows().count()).toBe(30);
    await page.getByRole('button', { name: /再看30个/u }).click();
    expect(await rows().count()).toBe(60);
    const count = await status();
    await page.reload();
    await rows().first().waitFor();
    expect(await type('专项').isChecked()).toBe(true);
    expect(await status()).toBe(count);
    await page.getByRole('button', { name: '清空' }).click();
    await expect.poll(() => rows().count()).toBe(0);
    await expect.poll(status).toMatch(/^1\d{3}个站$/u);
  });

  it('shows a row as the short list does: name, phone, state, place', async () => {
    await page.getByRole('searchbox').last().fill('南京东路街道社工站');
    await expect.poll(() => rows().count()).toBe(1);
    const row = await rows().first().innerText();
    expect(row).toContain('南京东路街道社工站');
    expect(row).toMatch(/021-0000-\d{4}/u);
    expect(row).toMatch(/示例路15号/u);
    expect(await rows().first().locator('open-state').innerText()).not.toBe('');
  });

  it('hands out what fits as a file, and says what to do where nothing does', async () => {
    await type('专项').check();
    await rows().first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载' }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.trim().split(/\r?\n/u).length - 1).toBe(Number.parseInt(await status(), 10));
    await type('专项').uncheck();
    await page.getByRole('searchbox').last().fill('这里没有这样的站');
    await expect.poll(status).toContain('没有合适的站');
    expect(new URL(page.url()).searchParams.has('q')).toBe(false);
  });

  it('says so where the file does not come, and leaves the districts', async () => {
    await page.route('**/stations/list.json', (route) => route.fulfill({ status: 500, body: '' }));
    await type('专项').check();
    await page.getByText('名单没有取到').waitFor();
    expect(await page.locator('.groups').isVisible()).toBe(true);
    complaints.length = 0;
  });

  it.each([
    [360, {}],
    [360, { view: 'elder' }],
    [1440, { theme: 'dark' }],
  ] as const)('fits a window %i wide, with %j', async (width, choices) => {
    await page.context().close();
    await open(choices, width);
    await page.locator('details.filters').evaluate((details) => details.setAttribute('open', ''));
    await type('专项').check();
    await rows().first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});
