import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mainSite } from '../site/builtSite.ts';
import { oneOfEachKind } from '../site/pageKinds.ts';
import { violations, type Scope } from './axe.ts';
import { complaintsOf, openStage, pageWith, visit, type Choices, type Stage } from './chrome.ts';

/** How a reader looks at the site on one walk, and what is looked at on each page. */
export interface Look {
  readonly name: string;
  readonly choices: Choices;
  /** The width that pages are loaded at. */
  readonly width: number;
  /** A narrower width at which nothing may have to be scrolled sideways; both stand on one side of every breakpoint that scripts ask for. */
  readonly narrow?: number;
  /** The kinds of page that axe looks at; all where it is left out. */
  readonly axe?: readonly string[];
  /** What axe looks at on them. */
  readonly scope?: Scope;
}

const kinds = oneOfEachKind(mainSite());

const isLoopback = (url: string) =>
  /^(?:data|blob|about):/u.test(url) || ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);

/** What makes a page wider than its window, one line each; nothing where it fits. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= limit) return [];
    const over = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > limit + 1,
    );
    return [
      `${limit} px: ${document.documentElement.scrollWidth} px`,
      ...over.slice(0, 4).map((element) => `${element.localName}.${element.className.toString()}`),
    ];
  });
}

/** What was noted on a walk, page after page. */
interface Notes {
  readonly asked: string[];
  readonly missing: string[];
  readonly complaints: readonly string[];
}

function noteAll(page: Page): Notes {
  const notes = { asked: [] as string[], missing: [] as string[], complaints: complaintsOf(page) };
  page.context().on('request', (request) => notes.asked.push(request.url()));
  page.context().on('response', (response) => {
    if (response.status() >= 400) notes.missing.push(`${response.status()} ${response.url()}`);
  });
  return notes;
}

/** Declares the tests of one walk: every kind of page is loaded once, and everything that is asked of it is asked then. */
export function walk({ name, choices, width, narrow, axe, scope = { rows: 10 } }: Look): void {
  describe(`every kind of page, ${name}, ${width} px`, () => {
    let stage: Stage;
    let page: Page;
    let notes: Notes;
    beforeAll(async () => {
      stage = await openStage();
      ({ page } = await pageWith(stage, choices, { viewport: { width, height: 844 } }));
      notes = noteAll(page);
    });
    afterAll(() => stage.close());

    it.each(kinds)(`$name: axe finds nothing, nothing has to be scrolled sideways`, async ({ name: kind, path }) => {
      await page.setViewportSize({ width, height: 844 });
      await visit(page, stage.at(path));
      expect(await tooWide(page)).toEqual([]);
      if (axe?.includes(kind) !== false) expect(await violations(page, scope)).toEqual([]);
      if (narrow === undefined) return;
      await page.setViewportSize({ width: narrow, height: 844 });
      expect(await tooWide(page)).toEqual([]);
    });

    it('asks nobody but this site for anything, finds every file, and makes no complaint', async () => {
      await page.goto(`${stage.at('/search/')}?q=${encodeURIComponent('社工站')}`);
      await page.locator('[role=listbox][data-settled="社工站"]').waitFor({ state: 'attached' });
      expect(notes.asked.length).toBeGreaterThan(kinds.length);
      expect(notes.asked.filter((url) => !isLoopback(url))).toEqual([]);
      expect(notes.missing).toEqual([]);
      expect(notes.complaints).toEqual([]);
    });

    it('stores nothing in the browser but what was chosen', async () => {
      const kept = await page.evaluate(() => [
        ...Object.keys(localStorage),
        ...Object.keys(sessionStorage),
        document.cookie,
      ]);
      const chosen = Object.keys(choices).map((setting) => `sgz-${setting}`);
      expect(kept.filter((key) => key !== '').sort()).toEqual(chosen.sort());
      expect(await page.context().cookies()).toEqual([]);
    });
  });
}
