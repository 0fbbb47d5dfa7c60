import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MapData } from '../../src/domain/map/mapFile.ts';
import { openStage, pageWith, visit, type Stage } from './chrome.ts';
import { dataset } from './dataset.ts';
import { district, inDistrict, inTown, listed, mapOn, town, withMapFile } from './mapPage.ts';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(() => page.context().close());

/** Opens the map with what `change` makes of its file. */
async function openMap(change: (data: MapData) => Partial<MapData>, width = 1440): Promise<ReturnType<typeof mapOn>> {
  ({ page } = await pageWith(stage, {}, { viewport: { width, height: 900 } }));
  await withMapFile(page, change);
  await visit(page, stage.at('/map/'));
  return mapOn(page);
}

describe('a map that not all stations are on', () => {
  /** All of it but one district, and of another one town only. */
  const other = dataset.districts.find(({ code }) => code !== district.code);
  const some = ({ stations }: MapData) => ({
    stations: stations.filter(
      (station) =>
        station.town === town.code ||
        !(station.town.startsWith(district.code) || station.town.startsWith(other?.code ?? '')),
    ),
  });

  it('has a list of all districts all the same, whose links lead to the pages of those that are not on it', async () => {
    const on = await openMap(some);
    const words = await on.list().innerText();
    expect(words).toContain(`${dataset.districts.length}个区，${listed.length}个站`);
    expect(words.match(/图上有.*/gu)).toEqual([`图上有${inTown.length}个`]);
    expect(await on.list().locator('li', { hasText: '不在图上' }).count()).toBe(1);
    await on.areaLink(other?.name ?? '').click();
    await page.waitForURL(stage.at(`/districts/${other?.code}/`));
  });

  it('counts all that an open district has, and leads to its page', async () => {
    const on = await openMap(some);
    await on.areaLink(district.name).click();
    await page.waitForFunction((name) => document.querySelector('area-list h2')?.textContent === name, district.name);
    expect(await on.list().locator('.area-head').innerText()).toContain(`${inDistrict.length}个站`);
    await on.areaLink(`${district.name}的全部`).click();
    await page.waitForURL(stage.at(`/districts/${district.code}/`));
  });
});

describe('the map of a province', () => {
  it.each([360, 1440])('is seen whole at first: %i px', async (width) => {
    const on = await openMap(({ stations, districts, towns }) => {
      // As far apart as in Hunan.
      const far = <T extends { readonly lon: number; readonly lat: number }>(at: T): T => ({
        ...at,
        lon: 111.5 + (at.lon - 121.4) * 8,
        lat: 27.4 + (at.lat - 31.2) * 8,
      });
      const row = ([name, code, lon, lat]: MapData['towns'][number]) => {
        const at = far({ lon, lat });
        return [name, code, at.lon, at.lat] as const;
      };
      return { stations: stations.map(far), districts: districts.map(row), towns: towns.map(row), land: [] };
    }, width);
    expect(await on.sum()).toBe(listed.length);
  });
});
