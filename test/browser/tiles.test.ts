import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { builtCity } from '../site/cityBuild.ts';
import { complaintsOf, openStage, pageWith, type Stage } from './chrome.ts';

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

let stage: Stage;
let answer = 200;
let asked: URL[] = [];

beforeAll(async () => {
  stage = await openStage(await builtCity('full'));
});
afterAll(() => stage.close());
beforeEach(() => {
  asked = [];
});

/** Stands in for the provider's hosts, and notes what they are asked for. */
const provider = (context: BrowserContext) =>
  context.route(/^http:\/\/tiles\.example\//u, async (route) => {
    asked.push(new URL(route.request().url()));
    await route.fulfill({
      status: answer,
      contentType: 'image/png',
      headers: { 'Access-Control-Allow-Origin': '*' },
      body: answer === 200 ? PIXEL : '',
    });
  });

const open = async () => {
  const { page, context } = await pageWith(stage, {}, { viewport: { width: 1440, height: 900 } });
  await provider(context);
  const complaints = complaintsOf(page);
  await page.goto(stage.at('/map/'));
  await page.waitForSelector('station-map[data-ready]');
  return { page, context, complaints };
};

describe('a map with the provider’s tiles', () => {
  it('asks for streets and labels with the key, and the policy lets it', async () => {
    answer = 200;
    const { page, context, complaints } = await open();
    await expect.poll(() => page.locator('.leaflet-tile-loaded').count()).toBeGreaterThan(3);
    expect(new Set(asked.map(({ searchParams }) => searchParams.get('LAYER')))).toEqual(new Set(['vec', 'cva']));
    expect(new Set(asked.map(({ searchParams }) => searchParams.get('tk')))).toEqual(new Set(['test']));
    expect(asked.filter(({ searchParams }) => !/^\d+$/u.test(searchParams.get('TILECOL') ?? ''))).toEqual([]);
    expect(complaints).toEqual([]);
    const note = await page.locator('.map-note').innerText();
    expect(note).toContain('天地图');
    expect(note).toContain('审图号：泽S(2026)001号');
    await context.close();
  });

  it('stands its note at the bottom left of the map', async () => {
    answer = 200;
    const { page, context } = await open();
    const [map, note] = [
      await page.locator('station-map').boundingBox(),
      await page.locator('.map-note').boundingBox(),
    ];
    if (map === null || note === null) throw new Error('no map');
    expect(note.x - map.x).toBeLessThan(40);
    expect(map.y + map.height - (note.y + note.height)).toBeLessThan(40);
    await context.close();
  });

  it('lies above the sketch, whose credits are not its own', async () => {
    answer = 200;
    const { page, context } = await open();
    const level = (pane: string) =>
      page
        .locator(`.leaflet-${pane}-pane`)
        .first()
        .evaluate((element) => Number(getComputedStyle(element).zIndex));
    expect(await level('land')).toBeLessThan(await level('tile'));
    expect(await page.locator('.map-credits').isVisible()).toBe(false);
    await context.close();
  });

  it('falls back to the sketch, and says so, when the tiles do not come', async () => {
    answer = 500;
    const { page, context } = await open();
    await expect.poll(() => page.locator('.map-note').innerText()).toContain('示意图');
    await expect.poll(() => page.locator('.leaflet-tile').count()).toBe(0);
    expect(await page.locator('.place').count()).toBeGreaterThan(0);
    expect(await page.locator('station-map .pin').count()).toBeGreaterThan(0);
    await context.close();
  });

  it('asks for no tile on any page without a map', async () => {
    answer = 200;
    const { page, context } = await pageWith(stage, {});
    await provider(context);
    for (const path of ['/', '/services/', '/about/']) await page.goto(stage.at(path), { waitUntil: 'networkidle' });
    expect(asked).toEqual([]);
    await context.close();
  });
});
