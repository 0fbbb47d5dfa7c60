import type { Browser, Page } from 'playwright-core';
import { answered, line, slowed, type Answered } from './measure.ts';

/** The list must answer within so many milliseconds on a processor slowed four times. */
const MOST = 100;
const RESULTS = 'map-list, .filters';
const words = '.filters input[name=q]';

type Step = readonly [name: string, types: readonly string[], act: (page: Page) => Promise<unknown>];

/** What a reader does with the filters, one after the other. */
const STEPS: readonly Step[] = [
  ['first letter', ['input'], (page) => page.locator(words).pressSequentially('社')],
  ['second letter', ['input'], (page) => page.locator(words).pressSequentially('工')],
  ['third letter', ['input'], (page) => page.locator(words).pressSequentially('站')],
  ['a word that few have', ['input'], (page) => page.locator(words).fill('路12号')],
  ['words gone', ['input'], (page) => page.locator(words).fill('')],
  ['district', ['input'], (page) => page.locator('select[name=district]').selectOption({ index: 2 })],
  ['all districts', ['input'], (page) => page.locator('select[name=district]').selectOption({ index: 0 })],
  ['field', ['input'], (page) => page.locator('select[name=field]').selectOption({ index: 1 })],
  ['all fields', ['input'], (page) => page.locator('select[name=field]').selectOption({ index: 0 })],
  ['type', ['click'], (page) => page.locator('input[name=type]').first().check()],
  ['another type', ['click'], (page) => page.locator('input[name=type]').nth(2).check()],
  ['open now', ['click'], (page) => page.locator('input[name=open]').check()],
  ['verified', ['click'], (page) => page.locator('input[name=verified]').check()],
  ['everything again', ['click'], (page) => page.locator('button[type=reset]').click()],
];

const shown = (name: string, { first, last, task }: Answered) =>
  line(name, [
    ['answer', first, MOST],
    ['all rows', last],
    ['longest task', task],
  ]);

async function open(browser: Browser, url: string, width: number, rate: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, serviceWorkers: 'block' });
  await slowed(page, rate);
  await page.goto(`${url}stations/`, { waitUntil: 'load' });
  await page.waitForTimeout(3000);
  await page.locator('details.filters').evaluate((details: HTMLDetailsElement) => (details.open = true));
  return page;
}

/** The least of several rounds: the one that the machine disturbed least. */
const least = (rounds: readonly Answered[]): Answered => ({
  first: Math.min(...rounds.map(({ first }) => first)),
  last: Math.min(...rounds.map(({ last }) => last)),
  task: Math.min(...rounds.map(({ task }) => task)),
});

/** How often everything is done. */
const ROUNDS = 3;

/** Prints how soon the filters of a site answer, the best of some rounds; answers the slowest. */
export async function measureFilters(browser: Browser, url: string, rate: number): Promise<number> {
  const all: number[] = [];
  for (const width of [412, 1440]) {
    console.log(`filters of the list, ${width} px wide:`);
    const cold = await open(browser, url, width, rate);
    const touched = await answered(cold, RESULTS, ['click'], () => cold.locator('input[name=type]').first().check());
    console.log(shown('first touch, with all it loads', touched));
    await cold.close();
    const page = await open(browser, url, width, rate);
    await page.locator(words).hover();
    await page.waitForTimeout(2500);
    const rounds = STEPS.map((): Answered[] => []);
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [at, [, types, act]] of STEPS.entries())
        rounds[at]?.push(await answered(page, RESULTS, types, () => act(page)));
    for (const [at, [name]] of STEPS.entries()) {
      const best = least(rounds[at] ?? []);
      all.push(best.first);
      console.log(shown(name, best));
    }
    await page.close();
  }
  return Math.max(...all);
}
