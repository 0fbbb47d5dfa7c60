import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { complaintsOf, openStage, pageWith, visit, type Stage } from './chrome.ts';
import { dataset } from './dataset.ts';

/** Markers in the page at one time, however many stations there are. */
const MOST = 150;

let stage: Stage;
let page: Page;
let complaints: string[];
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  ({ page } = await pageWith(stage, {}, { viewport: { width: 1440, height: 900 } }));
  complaints = complaintsOf(page);
  await visit(page, stage.at('/map/'));
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.context().close();
});

const markers = () => page.locator('station-map .pin');
const clusters = () => page.locator('station-map .pin[aria-label*="放大来看"]');
const names = () => markers().evaluateAll((found) => found.map((marker) => marker.getAttribute('aria-label') ?? ''));

const single = () => page.locator('station-map .pin:not([aria-label*="放大来看"])');

/** Opens one cluster after another until a card is shown. */
async function digDown(open: (marker: Locator) => Promise<void>): Promise<void> {
  for (let step = 0; step < 14 && !(await page.locator('.map-card').isVisible()); step += 1) {
    await open((await single().count()) > 0 ? single().first() : clusters().first());
    await page.waitForTimeout(150);
  }
}

describe('the map', () => {
  it('draws its markers as named buttons that Tab reaches, and only those in view', async () => {
    const found = await markers().evaluateAll((all) =>
      all.map((marker) => ({
        role: marker.getAttribute('role') ?? marker.localName,
        name: marker.getAttribute('aria-label') ?? '',
        tab: (marker as HTMLElement).tabIndex,
      })),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(MOST);
    expect(found.filter(({ role, name, tab }) => role !== 'button' || name === '' || tab !== 0)).toEqual([]);
  });

  it('counts every station that has a place, in clusters and alone', async () => {
    const total = (await names()).reduce((sum, name) => sum + Number(/^(\d+)个站/u.exec(name)?.[1] ?? 1), 0);
    expect(total).toBeGreaterThan(dataset.stations.length * 0.9);
    expect(total).toBeLessThanOrEqual(dataset.stations.length);
  });

  it('opens a cluster with a click: fewer stations, drawn larger', async () => {
    const before = await names();
    await clusters().first().click({ force: true });
    await expect.poll(names).not.toEqual(before);
    expect((await names()).length).toBeLessThanOrEqual(MOST);
  });

  it('shows a card for the marker that is chosen, with a link to its page', async () => {
    const card = page.locator('.map-card');
    await digDown(async (marker) => marker.click({ force: true }));
    await expect.poll(() => card.isVisible()).toBe(true);
    const href = await card.getByRole('link').first().getAttribute('href');
    expect(href).toMatch(/\/stations\/[a-z0-9-]+\/$/u);
    expect(stage.site.files.has(`${href?.slice(stage.site.base.length) ?? ''}index.html`)).toBe(true);
  });

  it('can be worked with the keyboard alone: Enter opens clusters and chooses markers', async () => {
    await digDown(async (marker) => {
      await marker.focus();
      await page.keyboard.press('Enter');
    });
    expect(await page.locator('.map-card').isVisible()).toBe(true);
  });

  it('shows the station that an address names', async () => {
    const station = dataset.stations.find(
      ({ point, publishLevel, status }) => point !== null && publishLevel === '全部' && status !== '撤并',
    );
    if (station === undefined) throw new Error('no data');
    await page.goto('about:blank');
    await visit(page, `${stage.at('/map/')}#s=${station.id}`);
    await expect.poll(() => page.locator('.map-card').innerText()).toContain(station.name);
    expect(await page.locator('station-map .pin[aria-pressed="true"]').getAttribute('aria-label')).toContain(
      station.name,
    );
  });

  it('says that it is a sketch, asks for no tile, and can be skipped', async () => {
    expect(await page.locator('.map-note').innerText()).toContain('示意图');
    expect(await page.locator('.leaflet-tile').count()).toBe(0);
    const skip = page.getByRole('link', { name: '跳过地图' });
    const target = (await skip.getAttribute('href')) ?? '';
    expect(await page.locator(target).count()).toBe(1);
  });

  it('has place names, fewer when they would lie on each other', async () => {
    for (let step = 0; step < 2; step += 1) await page.getByRole('button', { name: '放大', exact: true }).click();
    const boxes = await page
      .locator('.place')
      .evaluateAll((all) =>
        all
          .map((place) => place.getBoundingClientRect())
          .map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
      );
    expect(boxes.length).toBeGreaterThan(2);
    const overlaps = boxes.flatMap((a, i) =>
      boxes.slice(i + 1).filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
    );
    expect(overlaps).toEqual([]);
  });

  it('stays light while one zooms through all of it', async () => {
    for (let step = 0; step < 8; step += 1) {
      await page.getByRole('button', { name: '放大', exact: true }).click();
      expect(await markers().count()).toBeLessThanOrEqual(MOST);
    }
    await page.getByRole('button', { name: '回到全市' }).click();
    expect(await markers().count()).toBeLessThanOrEqual(MOST);
  });
});

describe('a map whose file does not come', () => {
  it('says so, that the list is complete without it, and comes when it is asked for again', async () => {
    const { page: own, context } = await pageWith(stage, {}, { viewport: { width: 1440, height: 900 } });
    const thrown: string[] = [];
    own.on('pageerror', (error) => thrown.push(error.message));
    let broken = true;
    await context.route('**/map/stations.json', (route) =>
      broken ? route.fulfill({ status: 503 }) : route.continue(),
    );
    await own.goto(stage.at('/map/'));
    const wait = own.locator('station-map').getByRole('status');
    await expect.poll(() => wait.innerText()).toContain('地图没有取到。列表是全的，不用地图也能找到每一个站。');
    broken = false;
    await own.getByRole('button', { name: '再试一次' }).click();
    await own.waitForSelector('station-map[data-ready]');
    expect(await own.locator('.map-wait').count()).toBe(0);
    expect(thrown).toEqual([]);
    await context.close();
  });
});

describe('the map beside the list', () => {
  it('shows what the filters let through', async () => {
    await visit(page, stage.at('/stations/'));
    const sum = async () =>
      (await names()).reduce((total, name) => total + Number(/^(\d+)个站/u.exec(name)?.[1] ?? 1), 0);
    const all = await sum();
    await page.getByRole('checkbox', { name: '居村' }).check();
    const villages = dataset.stations.filter(({ type, status }) => type === '居村' && status !== '撤并').length;
    await expect.poll(sum).toBe(villages);
    expect(all).toBeGreaterThan(villages);
  });

  it('marks the row of the marker that is chosen', async () => {
    const station = dataset.stations.find(
      ({ point, publishLevel, status }) => point !== null && publishLevel === '全部' && status !== '撤并',
    );
    if (station === undefined) throw new Error('no data');
    await page.goto('about:blank');
    await visit(page, `${stage.at('/stations/')}#s=${station.id}`);
    await expect.poll(() => page.locator('li[data-id][aria-current="true"]').getAttribute('data-id')).toBe(station.id);
  });
});
