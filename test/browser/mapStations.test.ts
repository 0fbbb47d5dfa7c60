import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { packMap, readMap, type MapFile } from '../../src/domain/map/mapFile.ts';
import { complaintsOf, openStage, pageWith, visit, type Stage } from './chrome.ts';
import { district, inTown, listed, mapOn, overlaps, placed, town } from './mapPage.ts';

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

describe('stations', () => {
  const showTown = async () => {
    await on.areaLink(district.name).click();
    await expect.poll(on.title).toBe(district.name);
    await on.areaLink(town.name).click();
    await expect.poll(on.title).toBe(town.name);
  };

  it('without an exact place are gathered at their 街镇, fanned out and listed when it is pressed', async () => {
    await showTown();
    const rest = inTown.length - placed.filter(({ townCode }) => townCode === town.code).length;
    const plate = page.locator(`station-map .pin[aria-label^="${town.name}，${rest}个站只知道在这里"]`);
    await plate.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.map-card p').count()).toBe(rest);
    const fan = page.locator('station-map .pin:has(.marker-dashed)');
    expect(await fan.count()).toBe(rest);
    expect(overlaps(await on.boxesOf('station-map .pin:has(.marker-dashed)'))).toEqual([]);
    await fan.first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.map-card p').count()).toBe(1);
    expect(await page.locator(':focus').getAttribute('aria-pressed')).toBe('true');
    expect(await on.list().locator('li[aria-current="true"]').count()).toBe(1);
  });

  it('that lie at one place are fanned out around it at last, and listed', async () => {
    const [a, b] = placed;
    if (a === undefined || b === undefined) throw new Error('no data');
    const { page: own, context } = await pageWith(stage, {}, { viewport: { width: 1440, height: 900 } });
    await context.route('**/map/stations.json', async (route) => {
      const data = readMap((await (await route.fetch()).json()) as MapFile);
      const first = data.stations.find(({ id }) => id === a.id);
      const place = first === undefined ? {} : { lon: first.lon, lat: first.lat };
      const stations = data.stations.map((one) => (one.id === b.id ? { ...one, ...place } : one));
      await route.fulfill({ json: packMap({ ...data, stations }) });
    });
    await visit(own, `${stage.at('/map/')}#s=${a.id}`);
    await expect.poll(() => own.locator('.map-card').innerText()).toContain(a.name);
    for (let step = 0; step < 4; step += 1) await own.getByRole('button', { name: '放大', exact: true }).click();
    const both = own.locator('station-map .pin[aria-label="2个站，在同一处，打开来看"]');
    await both.focus();
    await own.keyboard.press('Enter');
    await expect.poll(() => own.locator('.map-card p').count()).toBe(2);
    for (const { name } of [a, b])
      await expect.poll(() => own.locator(`.pin[aria-label^="${name}，"]`).count()).toBe(1);
    await context.close();
  });

  it('are shown by an address that names them, exactly placed or not', async () => {
    const [exact] = placed;
    const approximate = inTown.find((one) => !placed.includes(one));
    for (const station of [exact, approximate]) {
      if (station === undefined) throw new Error('no data');
      await page.goto('about:blank');
      await visit(page, `${stage.at('/map/')}#s=${station.id}`);
      await expect.poll(() => page.locator('.map-card').innerText()).toContain(station.name);
      await expect
        .poll(() =>
          page
            .locator('station-map .pin[aria-pressed="true"]')
            .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? '').join()),
        )
        .toContain(station.name);
    }
  });
});

describe('a view without stations', () => {
  it('says where the nearest are, and goes there', async () => {
    await showCentre();
    const box = page.locator('.map-none');
    expect(await box.isVisible()).toBe(false);
    const map = await page.locator('.map-canvas').boundingBox();
    if (map === null) throw new Error('no map');
    const [x, y] = [map.x + map.width / 2, map.y + map.height / 4];
    for (let step = 0; step < 12 && !(await box.isVisible()); step += 1) {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x - 280, y, { steps: 4 });
      await page.mouse.up();
      await page.waitForTimeout(400);
    }
    expect(await box.innerText()).toMatch(/这里没有社工站。最近的在.+，约[\d.]+(?:公里|米)。/u);
    expect(await on.markers().count()).toBe(0);
    await box.getByRole('button').click();
    await expect.poll(() => on.markers().count()).toBeGreaterThan(0);
    expect(await box.isVisible()).toBe(false);
  });

  /** Zooms into the coast of the city's east, beyond which there are no stations. */
  async function showCentre(): Promise<void> {
    const east = [...placed].sort((a, b) => (b.point?.lon ?? 0) - (a.point?.lon ?? 0))[0];
    await page.goto('about:blank');
    await visit(page, `${stage.at('/map/')}#s=${east?.id ?? ''}`);
  }
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
    const all = await on.sum();
    await page.getByRole('checkbox', { name: '居村' }).check();
    const villages = listed.filter(({ type }) => type === '居村').length;
    await expect.poll(on.sum).toBe(villages);
    expect(all).toBeGreaterThan(villages);
  });

  it('marks the row of the marker that is chosen', async () => {
    const [station] = placed;
    if (station === undefined) throw new Error('no data');
    await page.goto('about:blank');
    await visit(page, `${stage.at('/stations/')}#s=${station.id}`);
    await expect.poll(() => page.locator('li[data-id][aria-current="true"]').getAttribute('data-id')).toBe(station.id);
  });
});
