import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mainSite } from '../site/builtSite.ts';
import { oneOfEachKind } from '../site/pageKinds.ts';
import { violations, type Scope } from './axe.ts';
import { dataset } from './dataset.ts';
import { smallTargets, type Targets } from './targets.ts';
import { complaintsOf, openStage, pageWith, visit, type Choices, type Stage } from './chrome.ts';

/** How a reader looks at the site on one walk, and what is looked at on each page. */
export interface Look {
  readonly name: string;
  readonly choices: Choices;
  /** What the reader has set in the system or the browser. */
  readonly settings?: BrowserContextOptions;
  /** The width that pages are loaded at. */
  readonly width: number;
  /** The height of the window, 844 px where it is left out. */
  readonly height?: number;
  /** A narrower width at which nothing may have to be scrolled sideways; both stand on one side of every breakpoint that scripts ask for. */
  readonly narrow?: number;
  /** The kinds of page that axe looks at; all where it is left out. */
  readonly axe?: readonly string[];
  /** What axe looks at on them. */
  readonly scope?: Scope;
  /** How small the sides of targets may be in px; not measured where it is left out. */
  readonly targets?: Targets;
}

const closed = dataset.stations.find(({ status, successor }) => status === '撤并' && successor !== null);
if (closed === undefined) throw new Error('no closed station has a successor');

/** A page of each kind; that of a station which another has taken over is made of other parts. */
const kinds = [
  ...oneOfEachKind(mainSite()),
  { name: 'closed station', file: `stations/${closed.id}/index.html`, path: `/stations/${closed.id}/` },
];

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

/** Spaces text as WCAG 2.2 asks a page to bear (1.4.12): lines, letters, words and paragraphs. */
function spaceText(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}

/** Elements whose text is cut off by their own edge, one line each. The map is not among them: it is looked at in parts. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const cut = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        // What is one pixel large is for screen readers alone.
        if (element.clientWidth < 2 || element.closest('station-map, svg, .visually-hidden') !== null) return false;
        if (!cut(overflowX) && !cut(overflowY)) return false;
        const edge = element.getBoundingClientRect();
        const range = document.createRange();
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
          if (text.parentElement?.closest('svg, .visually-hidden, .watermark, script') !== null) continue;
          range.selectNodeContents(text);
          for (const { left, right, bottom, width } of range.getClientRects()) {
            if (width === 0) continue;
            if (cut(overflowX) && (right > edge.right + 1 || left < edge.left - 1)) return true;
            if (cut(overflowY) && bottom > edge.bottom + 1) return true;
          }
        }
        return false;
      })
      .map((element) => `${element.localName}.${element.className.toString()}: ${element.innerText.slice(0, 20)}`),
  );
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
export function walk(look: Look): void {
  const { name, choices, settings = {}, width, height = 844, narrow, axe, scope = { rows: 10 }, targets } = look;
  describe(`every kind of page, ${name}, ${width} px`, () => {
    let stage: Stage;
    let page: Page;
    let notes: Notes;
    beforeAll(async () => {
      stage = await openStage();
      ({ page } = await pageWith(stage, choices, { viewport: { width, height }, ...settings }));
      notes = noteAll(page);
    });
    afterAll(() => stage.close());

    it.each(kinds)(
      `$name: axe finds nothing, nothing has to be scrolled sideways, targets are large enough`,
      async ({ name: kind, path }) => {
        await page.setViewportSize({ width, height });
        await visit(page, stage.at(path));
        expect(await tooWide(page)).toEqual([]);
        if (targets !== undefined) expect(await smallTargets(page, targets)).toEqual([]);
        if (axe?.includes(kind) !== false) expect(await violations(page, scope)).toEqual([]);
        if (narrow === undefined) return;
        await page.setViewportSize({ width: narrow, height });
        expect(await tooWide(page)).toEqual([]);
        await spaceText(page);
        expect([...(await tooWide(page)), ...(await cutOff(page))]).toEqual([]);
      },
    );

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
