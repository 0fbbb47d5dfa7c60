import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keptFiles } from '../../src/built/offline/keptFiles.ts';
import { formatDate } from '../../src/domain/time/dates.ts';
import { mainSite } from '../site/builtSite.ts';
import { openStage, pageWith, type Stage } from './chrome.ts';
import { dataset } from './dataset.ts';
import { cachesOf, openKeptSite, visitAndKeep, workersOf, type KeptSite } from './keptSite.ts';

const sensitive = dataset.fields.find((field) => field.sensitive);
const SENSITIVE = `fields/${sensitive?.slug ?? ''}/index.html`;
const asAt = formatDate(dataset.meta.asAt);
/** A 居委会 with a general station that has a number, and a name that no other bears. */
const committee = dataset.committees.find(({ name, townCode }) => {
  const alone = dataset.committees.filter((other) => other.name === name).length === 1;
  return alone && dataset.stations.some((one) => one.type === '综合' && one.townCode === townCode);
});
const name = committee?.name ?? '';
/** A lane that the table of places gives to one 居委会. */
const lane = dataset.places.find(
  ({ kind, unit, from, to, inside }) =>
    kind === '路段' && unit === '弄' && from !== null && from === to && inside === '',
) ?? { name: '', from: null, committeeCode: '' };
const laneCommittee = dataset.committees.find(({ code }) => code === lane.committeeCode)?.name ?? '没有这样的弄';

let stage: Stage;
let site: KeptSite;
let context: BrowserContext;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  site = await openKeptSite([SENSITIVE]);
  ({ context } = await pageWith(stage, {}, { serviceWorkers: 'allow' }));
});
afterEach(async () => {
  await context.close();
  await site.remove();
});

describe('after one visit, with the server gone', () => {
  it('the home page finds the station of a 居委会, and the list tells its phone', async () => {
    const page = await visitAndKeep(context, site);
    await site.stop();
    await page.goto(site.at('/'));
    expect(await page.locator('#main').innerText()).toContain(
      `没有连上网络。这一页是以前存在您设备里的，数据截至${asAt}。`,
    );
    await page.getByRole('combobox').first().fill(name);
    const first = page.getByRole('option').first();
    await expect.poll(() => first.innerText()).toMatch(/社工站/u);
    expect(await first.innerText()).toMatch(/\d{3,4}-\d{4}/u);
    await first.click();
    await page.waitForURL(/\/stations\/[^/]+\/$/u);
    expect(await page.locator('#main').innerText()).toContain('没有存在设备里');
    await page.getByRole('link', { name: '到列表里看这个站' }).click();
    await page.waitForURL(/\/stations\/#s-/u);
    const row = page.locator(new URL(page.url()).hash);
    expect(await row.innerText()).toMatch(/\d{3,4}-\d{4}/u);
    expect(await row.evaluate((item) => item.getBoundingClientRect().top < innerHeight)).toBe(true);
    expect(await page.locator('#main').innerText()).toContain(asAt);
  });

  it('an address is found by its road and number', async () => {
    const page = await visitAndKeep(context, site);
    await site.stop();
    await page.goto(site.at('/'));
    await page.getByRole('combobox').first().fill(`${lane.name}${lane.from}弄`);
    const answers = page.getByRole('listbox').first();
    await expect.poll(() => answers.innerText()).toContain(laneCommittee);
  });

  it('a page that is not kept says that it needs the network, with the numbers for danger', async () => {
    const page = await visitAndKeep(context, site);
    await site.stop();
    const answer = await page.goto(site.at('/policies/any/'));
    expect(answer?.status()).toBe(503);
    const words = await page.locator('#main').innerText();
    expect(words).toContain('没有连上网络');
    for (const number of [dataset.site.cityHotline, '110', '120']) expect(words).toContain(number);
    expect(words).toContain(asAt);
  });

  it('快速离开 still leads to a page that tells nothing of the site', async () => {
    const page = await visitAndKeep(context, site);
    await site.stop();
    await page.goto(site.at('/leave/'));
    expect(await page.locator('body').innerText()).not.toMatch(/社工|存在您设备/u);
  });
});

describe('what is kept', () => {
  it('is the declared files and nothing that was opened or typed', async () => {
    const page = await visitAndKeep(context, site);
    await page.goto(site.at(`/${SENSITIVE.replace('index.html', '')}`));
    await page.goto(site.at('/search/?q=虹桥'));
    await page.locator('[role=listbox][data-settled="虹桥"]').waitFor({ state: 'attached' });
    const { names, addresses } = await cachesOf(page);
    expect(names).toEqual(['sgz-offline /']);
    const declared = keptFiles(mainSite()).map((file) => `/${file.replace(/index\.html$/u, '')}`);
    expect(addresses.map((url) => new URL(url).pathname).sort()).toEqual(declared.sort());
    expect(addresses.filter((url) => !/^(?:|\?__WB_REVISION__=[0-9a-f]{16})$/u.test(new URL(url).search))).toEqual([]);
  });

  it('does not begin on a page of a sensitive subject', async () => {
    const page = await context.newPage();
    await page.goto(site.at(`/${SENSITIVE.replace('index.html', '')}`), { waitUntil: 'networkidle' });
    await page.waitForTimeout(1000);
    expect(await workersOf(page)).toBe(0);
  });

  it('goes with the button on the page of privacy, and does not come again', async () => {
    const page = await visitAndKeep(context, site);
    await page.goto(site.at('/privacy/'));
    const status = page.locator('offline-switch [role=status]');
    await expect.poll(() => status.innerText()).toMatch(/存着\d+个文件/u);
    await page.getByRole('button', { name: '删掉，以后也不存' }).click();
    await expect.poll(() => status.innerText()).toContain('以后也不存');
    expect(await workersOf(page)).toBe(0);
    await page.goto(site.at('/'), { waitUntil: 'networkidle' });
    await page.waitForTimeout(1000);
    expect(await workersOf(page)).toBe(0);
    expect((await cachesOf(page)).names).toEqual([]);
    await page.goto(site.at('/privacy/'));
    await page.getByRole('button', { name: '可以存' }).click();
    await page.evaluate(() => navigator.serviceWorker.ready);
    expect(await workersOf(page)).toBe(1);
  });
});

describe('a new version of the site', () => {
  const change = async () => {
    const home = join(site.folder, 'index.html');
    writeFileSync(home, readFileSync(home, 'utf8').replace('<main id="main">', '<main id="main"><p>新的一版</p>'));
    await site.publish();
  };
  const update = async () => void (await (await navigator.serviceWorker.ready).update());

  it('is shown at once with a network, and kept on the next visit without touching an open page', async () => {
    const page = await visitAndKeep(context, site);
    // From its second page on a reader is served by the worker.
    await page.goto(site.at('/search/'));
    await change();
    await page.evaluate(() => Object.assign(window, { untouched: true }));
    await page.evaluate(update);
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state))
      .toBe('installed');
    expect(await page.evaluate(() => 'untouched' in window)).toBe(true);
    await page.goto(site.at('/'));
    expect(await page.locator('#main').innerText()).toContain('新的一版');
    await page.close();
    const next = await context.newPage();
    // The closed page holds the earlier worker until the browser has let it go: a visit before that waits for the next.
    const waiting = async () => {
      await next.goto('about:blank');
      await next.waitForTimeout(300);
      await next.goto(site.at('/search/'));
      return next.evaluate(async () => (await navigator.serviceWorker.ready).waiting);
    };
    await expect.poll(waiting).toBe(null);
    await expect
      .poll(async () => (await cachesOf(next)).addresses.filter((url) => new URL(url).pathname === '/').length)
      .toBe(1);
    await site.stop();
    await next.goto(site.at('/'));
    expect(await next.locator('#main').innerText()).toContain('新的一版');
  });

  it('that keeps nothing any more takes back what an earlier one kept', async () => {
    const page = await visitAndKeep(context, site);
    await site.publish(false);
    await page.evaluate(update);
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
    await expect.poll(() => workersOf(page)).toBe(0);
  });
});
