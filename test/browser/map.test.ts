import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { complaintsOf, openStage, pageWith, visit, type Stage } from './chrome.ts';
import { dataset } from './dataset.ts';
import { countIn, district, inDistrict, inTown, listed, mapOn, overlaps, town } from './mapPage.ts';

/** Markers in the page at one time, however many stations there are. */
const MOST = 150;

let stage: Stage;
let page: Page;
let complaints: string[];
let on: ReturnType<typeof mapOn>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  ({ page } = await pageWith(stage, {}, { viewport: { width: 1440, height: 900 } }));
  complaints = complaintsOf(page);
  on = mapOn(page);
  await visit(page, stage.at('/map/'));
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.context().close();
});

describe('the map of the city', () => {
  it('draws its plates as named buttons that Tab reaches', async () => {
    const found = await on.markers().evaluateAll((all) =>
      all.map((marker) => ({
        role: marker.getAttribute('role') ?? marker.localName,
        name: marker.getAttribute('aria-label') ?? '',
        tab: (marker as HTMLElement).tabIndex,
      })),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(dataset.districts.length);
    expect(found.filter(({ role, name, tab }) => role !== 'button' || name === '' || tab !== 0)).toEqual([]);
  });

  it('counts every station that has a place, and has all of them in its first view', async () => {
    expect(await on.sum()).toBe(listed.length);
  });

  it.each([['normal', {}, 44] as const, ['长辈版', { view: 'elder' } as const, 60] as const])(
    'has plates that are large enough to press and do not cover each other: %s',
    async (_, choices, least) => {
      await page.context().close();
      ({ page } = await pageWith(stage, choices, { viewport: { width: 390, height: 844 } }));
      complaints = complaintsOf(page);
      on = mapOn(page);
      await visit(page, stage.at('/map/'));
      const boxes = await on.boxesOf('station-map .pin');
      expect(boxes.length).toBeGreaterThan(2);
      for (const { left, right, top, bottom } of boxes) {
        expect(right - left).toBeGreaterThanOrEqual(least - 0.5);
        expect(bottom - top).toBeGreaterThanOrEqual(least - 0.5);
      }
      expect(overlaps(boxes)).toEqual([]);
    },
  );

  it('says that it is a sketch, asks for no tile, and can be skipped', async () => {
    expect(await page.locator('.map-note').innerText()).toContain('示意图');
    expect(await page.locator('.map-credits').innerText()).toMatch(/OpenStreetMap.*GSHHG/u);
    expect(await page.locator('.leaflet-tile').count()).toBe(0);
    const skip = page.getByRole('link', { name: '跳过地图' });
    const target = (await skip.getAttribute('href')) ?? '';
    expect(await page.locator(target).count()).toBe(1);
  });

  it('has its rivers by name, a scale and north', async () => {
    expect(await page.locator('.land-pane .river').count()).toBeGreaterThan(0);
    expect(await page.locator('.place-water').allInnerTexts()).toContain('黄浦江');
    expect(await page.locator('.north').getAttribute('aria-label')).toContain('北');
    const before = await page.locator('.scale').innerText();
    expect(before).toMatch(/^\d+公里$/u);
    for (let step = 0; step < 3; step += 1) await on.button('放大').click();
    await expect.poll(() => page.locator('.scale').innerText()).not.toBe(before);
  });

  it('has no name under a plate or another name, at any zoom', async () => {
    await on.areaLink(district.name).click();
    for (let step = 0; step < 5; step += 1) {
      const [places, pins] = [await on.boxesOf('.place'), await on.boxesOf('station-map .pin')];
      const upright = await page
        .locator('.place')
        .evaluateAll((all) => all.map((place) => (place as HTMLElement).style.transform === ''));
      const straight = places.filter((_, index) => upright[index]);
      expect(overlaps(straight)).toEqual([]);
      expect(overlaps(straight, pins)).toEqual([]);
      // Where neither a name nor a station is in view, the box at the foot says where the nearest are.
      if (places.length + pins.length === 0) expect(await page.locator('.map-none').isVisible()).toBe(true);
      await on.button('放大').click();
    }
  });

  it('stays light while one zooms through all of it', async () => {
    for (let step = 0; step < 8; step += 1) {
      await on.button('放大').click();
      expect(await on.markers().count()).toBeLessThanOrEqual(MOST);
    }
    await on.button('回到全市').click();
    expect(await on.markers().count()).toBeLessThanOrEqual(MOST);
  });
});

describe('areas', () => {
  it('open one after the other: the city, a district, a 街镇, and back', async () => {
    expect(await on.title()).toBe('全市');
    expect(await on.list().locator('.area-head p').innerText()).toContain(`${listed.length}个站`);
    await on.areaLink(district.name).click();
    await expect.poll(on.title).toBe(district.name);
    expect(await on.list().locator('.area-head p').innerText()).toContain(`${inDistrict.length}个站`);
    expect(new URL(page.url()).pathname).toMatch(/\/map\/$/u);
    await on.areaLink(town.name).click();
    await expect.poll(on.title).toBe(town.name);
    expect(await on.list().locator('li[data-id]').count()).toBe(inTown.length);
    await on
      .list()
      .getByRole('button', { name: `回到${district.name}` })
      .click();
    await expect.poll(on.title).toBe(district.name);
    await on.list().getByRole('button', { name: '回到全市' }).click();
    await expect.poll(on.title).toBe('全市');
    expect(await on.sum()).toBe(listed.length);
  });

  it('open by their plates, and say to a screen reader what is shown now', async () => {
    const plate =
      (await on.names()).find((name) => dataset.districts.some((one) => name.startsWith(`${one.name}，`))) ?? '';
    const [name = ''] = plate.split('，');
    await on.press(name);
    await expect.poll(on.title).toBe(name);
    await expect
      .poll(() => page.locator('station-map p[role="status"]').allInnerTexts())
      .toContainEqual(expect.stringMatching(new RegExp(`^${name}，\\d+个街镇，${countIn(plate)}个站`, 'u')));
    expect(await page.locator('.map-canvas').evaluate((canvas) => canvas === document.activeElement)).toBe(true);
  });

  it('that share a plate come apart when it is pressed', async () => {
    const shared = (await on.names()).find((name) => /^\d+个区，/u.test(name)) ?? '';
    const parts = Number(/^\d+/u.exec(shared)?.[0]);
    await on.press(shared.split('，')[0] ?? '');
    await expect
      .poll(async () => (await on.names()).filter((name) => name.endsWith('，打开')).length)
      .toBeGreaterThanOrEqual(parts);
    expect(await on.title()).toBe('全市');
  });

  it('have a list whose links lead to their pages where there is no map', async () => {
    const href = (await on.areaLink(district.name).getAttribute('href')) ?? '';
    expect(stage.site.files.has(`${href.slice(stage.site.base.length)}index.html`)).toBe(true);
    await on.areaLink(district.name).click();
    await expect.poll(on.title).toBe(district.name);
    const townHref = (await on.areaLink(town.name).getAttribute('href')) ?? '';
    expect(stage.site.files.has(`${townHref.slice(stage.site.base.length)}index.html`)).toBe(true);
    await on.areaLink(town.name).click();
    await expect.poll(on.title).toBe(town.name);
    const station = (await on.list().locator('li[data-id] a').first().getAttribute('href')) ?? '';
    expect(stage.site.files.has(`${station.slice(stage.site.base.length)}index.html`)).toBe(true);
  });

  it('can be worked with the keyboard alone, down to the card of a station', async () => {
    for (let step = 0; step < 14 && !(await page.locator('.map-card').isVisible()); step += 1) {
      await on.markers().first().focus();
      await page.keyboard.press('Enter');
      await page.waitForTimeout(100);
    }
    expect(await page.locator('.map-card').isVisible()).toBe(true);
    const href = await page.locator('.map-card').getByRole('link').first().getAttribute('href');
    expect(stage.site.files.has(`${href?.slice(stage.site.base.length) ?? ''}index.html`)).toBe(true);
  });
});
