import type { Browser, Page } from 'playwright-core';
import { readMapStations, type MapFile } from '../../src/domain/map/mapFile.ts';
import { answered, line, slowed } from './measure.ts';

/** No task before the map is there may be longer, in milliseconds, on a processor slowed four times. */
const MOST_TASK = 50;
const MOST_DRAWN = 1200;
const MOST_FRAME = 100;

interface Start {
  readonly drawn: number;
  readonly tasks: readonly number[];
}

/** Runs before anything else in the page: notes long tasks, and when the map is there. */
function noteStart(): void {
  const tasks: number[] = [];
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => tasks.push(duration))).observe({
    type: 'longtask',
    buffered: true,
  });
  const start = { drawn: NaN, tasks };
  new MutationObserver(() => {
    if (Number.isNaN(start.drawn) && document.querySelector('station-map[data-ready]') !== null)
      requestAnimationFrame(() => (start.drawn = performance.now()));
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-ready'] });
  Object.assign(globalThis, { start });
}

const started = (page: Page) => page.evaluate(() => (globalThis as unknown as { start: Start }).start);

/** Drags the map to and fro; answers the longest that a frame took, until the map has come to rest. */
async function worstFrame(page: Page): Promise<number> {
  const box = await page.locator('station-map').boundingBox();
  if (box === null) throw new Error('there is no map');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.evaluate(() => {
    let last = performance.now();
    const frames = { worst: 0, on: true };
    const step = (now: number) => {
      frames.worst = Math.max(frames.worst, now - last);
      last = now;
      if (frames.on) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
    Object.assign(globalThis, { frames });
  });
  for (const [dx, dy] of [
    [-140, -60],
    [150, 80],
    [-120, 90],
  ] as const) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + dx, y + dy, { steps: 12 });
    await page.mouse.up();
    await page.waitForTimeout(600);
  }
  return page.evaluate(() => {
    const { frames } = globalThis as unknown as { frames: { worst: number; on: boolean } };
    frames.on = false;
    return frames.worst;
  });
}

/** Prints how soon the map of a site is there and how it moves, with this file; `instead` of that of the site, or as it is. */
export async function measureMap(
  browser: Browser,
  url: string,
  rate: number,
  file: MapFile,
  instead: boolean,
): Promise<void> {
  const exact = readMapStations(file).filter((station) => station.exact);
  const middle = exact[Math.floor(exact.length / 2)]?.id ?? '';
  for (const width of [412, 1440]) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, serviceWorkers: 'block' });
    if (instead) await page.route('**/map/stations.json', (route) => route.fulfill({ json: file }));
    await page.addInitScript(noteStart);
    await slowed(page, rate);
    await page.goto(`${url}map/`);
    await page.locator('station-map').scrollIntoViewIfNeeded();
    await page.waitForSelector('station-map[data-ready]', { timeout: 60_000 });
    await page.waitForTimeout(1500);
    const { drawn, tasks } = await started(page);
    const blocked = tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0);
    const longest = Math.max(0, ...tasks);
    console.log(`map, ${width} px wide:`);
    console.log(
      line('first picture', [
        ['drawn', drawn, MOST_DRAWN],
        ['longest task', longest, MOST_TASK],
        ['blocked', blocked],
      ]),
    );
    const show = (name: string, frame: number, pins: number) =>
      console.log(
        line(name, [
          ['worst frame', frame, MOST_FRAME],
          ['markers', pins],
        ]),
      );
    const pins = page.locator('station-map .pin');
    show('dragged, whole city', await worstFrame(page), await pins.count());
    // Among stations, then farther and farther out.
    await page.evaluate((id) => document.dispatchEvent(new CustomEvent('station-show', { detail: id })), middle);
    await page.waitForTimeout(1500);
    for (let step = 0; step < 5; step += 1) {
      show(`dragged, ${step} steps out`, await worstFrame(page), await pins.count());
      const zoomed = await answered(page, 'station-map', ['click'], () =>
        page.getByRole('button', { name: '缩小', exact: true }).click(),
      );
      console.log(
        line('  a step out', [
          ['answer', zoomed.last],
          ['longest task', zoomed.task],
        ]),
      );
    }
    await page.close();
  }
}
