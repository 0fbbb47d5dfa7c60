import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MapData, MapStation } from '../../src/domain/map/mapFile.ts';
import { complaintsOf, openStage, pageWith, type Stage } from './chrome.ts';
import { mapOn, withMapFile } from './mapPage.ts';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(() => page.context().close());

const ASKED = 'many-100';

/** What makes a map with more stations than are indexed in the page, in a square around the first town. */
function crowded({ towns }: MapData): Partial<MapData> {
  const [, town = '', lon = 0, lat = 0] = towns[0] ?? [];
  const stations = Array.from({ length: 6400 }, (_, at): MapStation => ({
    id: `many-${at}`,
    name: `第${at}社工站`,
    type: '居村',
    mark: '居',
    exact: true,
    lon: lon + ((at % 80) - 40) * 0.001,
    lat: lat + (Math.floor(at / 80) - 40) * 0.001,
    phone: '',
    town,
    verified: null,
  }));
  return { stations };
}

/** Opens the map of so many stations at one of them. */
async function openCrowded({ worker = true } = {}): Promise<{
  readonly complaints: readonly string[];
  readonly workers: readonly string[];
}> {
  ({ page } = await pageWith(stage, {}, { viewport: { width: 1280, height: 900 } }));
  const complaints = complaintsOf(page);
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  await withMapFile(page, crowded);
  if (!worker) await page.route('**/_astro/clusterWorker*', (route) => route.abort());
  await page.goto(stage.at(`/map/#s=${ASKED}`));
  return { complaints, workers };
}

describe('a map of very many stations', () => {
  it('finds those near the window in a worker, chooses the one that was asked for, and follows the window', async () => {
    const { complaints, workers } = await openCrowded();
    const on = mapOn(page);
    await expect.poll(() => page.locator('.map-card').innerText()).toContain('第100社工站');
    await expect.poll(on.sum).toBeGreaterThan(20);
    expect(await on.sum()).toBeLessThan(6400);
    expect(workers.some((url) => url.includes('clusterWorker'))).toBe(true);
    const before = (await on.names()).sort();
    await page.locator('station-map .map-canvas').focus();
    for (let press = 0; press < 12; press += 1) await page.keyboard.press('ArrowUp');
    await expect.poll(async () => (await on.names()).sort()).not.toEqual(before);
    await expect.poll(on.sum).toBeGreaterThan(20);
    expect(complaints).toEqual([]);
  });

  it('finds them in the page where the worker does not come', async () => {
    await openCrowded({ worker: false });
    await expect.poll(() => page.locator('.map-card').innerText()).toContain('第100社工站');
    await expect.poll(mapOn(page).sum).toBeGreaterThan(20);
  });
});
