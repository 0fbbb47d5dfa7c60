import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mainSite } from '../site/builtSite.ts';
import { oneOfEachKind } from '../site/pageKinds.ts';
import { openStage, pageWith, type Choices, type Stage } from './chrome.ts';

const LIMIT = 0.02;
/** Kinds of page that the remembered station still moves, and how far at most; none may move further. */
const STILL_MOVE: Readonly<Record<string, number>> = { home: 0.04, field: 0.03 };
/** Milliseconds that a slow network takes for each style sheet and each script or table. */
const SLOW = { sheet: 150, rest: 350 };
/** How many pages load at the same time: they wait more than they work. */
const AT_ONCE = 5;

const kinds = oneOfEachKind(mainSite());

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** Notes from the start how far what has been painted moves, and what. */
function noteShifts(): void {
  const moved = { sum: 0, what: [] as string[] };
  Object.assign(window, { moved });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Shift[]) {
      if (entry.hadRecentInput) continue;
      moved.sum += entry.value;
      for (const { node } of entry.sources) {
        const element = node instanceof Element ? node : node?.parentElement;
        if (element instanceof Element) moved.what.push(`${element.localName}.${element.className.toString()}`);
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Loads a page over a slow network with nothing kept from earlier; how far things moved until nothing more came. */
async function shiftsOf(page: Page, url: string): Promise<{ readonly sum: number; readonly what: readonly string[] }> {
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForTimeout(200);
  return page.evaluate(() => (window as unknown as { moved: { sum: number; what: string[] } }).moved);
}

/** How a page is loaded. */
export interface Load {
  readonly name: string;
  readonly width: number;
  readonly choices: Choices;
}

/** Declares that on no kind of page anything that has been painted moves while it loads in one of these ways. */
export function nothingMoves(loads: readonly Load[]): void {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  describe('nothing that has been painted moves while a page loads', () => {
    it.each(loads)('$name, every kind of page', async ({ width, choices }) => {
      const { context } = await pageWith(stage, choices, { viewport: { width, height: 844 } });
      await context.addInitScript(noteShifts);
      // A route also keeps the browser from taking files of an earlier page.
      await context.route(/\.(?:css|js|json|bin)(?:\?|$)/u, async (route) => {
        const ms = route.request().resourceType() === 'stylesheet' ? SLOW.sheet : SLOW.rest;
        await new Promise((done) => setTimeout(done, ms));
        await route.continue();
      });
      const waiting = [...kinds];
      const moved: string[] = [];
      const work = async () => {
        const page = await context.newPage();
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          const { sum, what } = await shiftsOf(page, stage.at(next.path));
          if (sum > (STILL_MOVE[next.name] ?? LIMIT))
            moved.push(`${next.name} ${sum.toFixed(3)}: ${[...new Set(what)].slice(0, 5).join(', ')}`);
        }
        await page.close();
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      await context.close();
      expect(moved).toEqual([]);
    });
  });
}
