import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formatDate } from '../../src/domain/time/dates.ts';
import { complaintsOf, openStage, pageWith, type Stage } from './chrome.ts';
import { dataset } from './dataset.ts';
import { searchOn } from './searchField.ts';
import { unpackSite, type Unpacked } from './unpacked.ts';

let stage: Stage;
let unpacked: Unpacked;
let page: Page;
let complaints: string[];
let asked: string[];
const at = (file: string) => unpacked.at(file);
const { search, options } = searchOn(() => page);
const station = dataset.stations.find(
  ({ type, status, publishLevel }) => type === '综合' && status === '运行' && publishLevel === '全部',
);

beforeAll(async () => {
  stage = await openStage();
  unpacked = await unpackSite();
});
afterAll(async () => {
  unpacked.remove();
  await stage.close();
});
beforeEach(async () => {
  ({ page } = await pageWith(stage, {}, { offline: true, acceptDownloads: true }));
  complaints = complaintsOf(page);
  asked = [];
  page.on('request', (request) => asked.push(request.url()));
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  const home = `${pathToFileURL(unpacked.folder).href}/`;
  expect(asked.filter((url) => !url.startsWith(home) && !/^(?:blob|data):/u.test(url))).toEqual([]);
  await page.context().close();
});

describe('the site in files, unpacked on a computer without a network', () => {
  it('opens with the file at its top and tells the date of its data', async () => {
    await page.goto(at('打开网站.html'));
    await page.waitForURL(/\/site\/index\.html$/u);
    expect(await page.locator('#main').innerText()).toContain(
      `不联网用的一份，数据截至${formatDate(dataset.meta.asAt)}`,
    );
    const header = await page
      .locator('header')
      .first()
      .evaluate((element) => getComputedStyle(element).display);
    expect(header).not.toBe('');
    await page.getByRole('banner').getByRole('button', { name: '长辈版' }).click();
    expect(await page.locator('html').getAttribute('data-view')).toBe('elder');
  });

  it('finds a station by its name, tells its phone and opens its page', async () => {
    await page.goto(at('site/index.html'));
    await search(station?.name ?? '');
    expect(await options().first().innerText()).toMatch(/\d{3,4}-\d{4}/u);
    await options().first().click();
    await page.waitForURL(new RegExp(`/stations/${station?.id ?? ''}/index\\.html$`, 'u'));
    expect(await page.locator('h1').innerText()).toContain(station?.name);
  });

  it('says on the page of the search what it does not look through, and keeps the words of its form', async () => {
    await page.goto(at('site/about/index.html'));
    await page.getByRole('combobox').first().fill('徐家汇');
    await page.getByRole('combobox').first().press('Enter');
    await page.waitForURL(/\/site\/search\/index\.html\?q=/u);
    await expect.poll(() => options().count()).toBeGreaterThan(0);
    expect(await page.locator('#main').innerText()).toContain('不查政策和案例的正文');
  });

  it('filters the list of stations and draws the map without tiles', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(at('site/stations/index.html'));
    const rows = page.locator('.district-group li:visible');
    const all = await rows.count();
    await page.locator('input[name=type][value=专项]').check();
    await expect.poll(() => rows.count()).toBeLessThan(all);
    await page.locator('station-map').scrollIntoViewIfNeeded();
    await page.locator('station-map[data-ready]').waitFor();
  });

  it('opens a policy with its clauses, and the case desk works', async () => {
    await page.goto(at('site/policies/index.html'));
    await page.locator('#main a[href*="policies/"]').first().click();
    await page.waitForURL(/\/policies\/[^/]+\/index\.html/u);
    expect(await page.locator('main section').count()).toBeGreaterThan(5);
    await page.goto(at('site/help/case-desk/index.html'));
    await page.locator('case-desk[data-ready]').waitFor();
  });

  it('leads from no page to a file that is not there', async () => {
    for (const file of [
      'index.html',
      'stations/index.html',
      `stations/${station?.id ?? ''}/index.html`,
      'privacy/index.html',
      'data/index.html',
    ]) {
      await page.goto(at(`site/${file}`));
      const hrefs = await page
        .locator('a[href], img[src], link[rel=stylesheet]')
        .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href || (one as HTMLImageElement).src));
      const files = hrefs.filter((href) => href.startsWith('file:')).map((href) => new URL(href).pathname);
      expect(files.filter((path) => !existsSync(decodeURI(path)) || path.endsWith('/'))).toEqual([]);
    }
  });
});
