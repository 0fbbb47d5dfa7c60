import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtCity } from '../site/cityBuild.ts';
import { complaintsOf, openStage, pageWith, visit, type Stage } from './chrome.ts';
import { searchOn } from './searchField.ts';

let stage: Stage;
let page: Page;
let complaints: string[];
let asked: string[];

beforeAll(async () => {
  stage = await openStage(await builtCity('hostile'));
  let context;
  ({ page, context } = await pageWith(stage, {}, { viewport: { width: 1440, height: 900 } }));
  complaints = complaintsOf(page);
  asked = [];
  context.on('request', (request) => asked.push(request.url()));
});
afterAll(() => stage.close());

/** What the words of the rows are where they act on the page that is open: elements, handlers, addresses. */
const acting = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('evil-mark, [onclick], [onerror], [src*="evil"], [href^="javascript:" i]')].map(
      ({ localName }) => localName,
    ),
  );

describe('words of rows that would act if they could', () => {
  it('are text in every page as a browser reads it', async () => {
    await page.goto(stage.at('/'));
    const pages = [...stage.site.files].filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(80);
    const found = await page.evaluate(
      async (files) => {
        const wrong: string[] = [];
        for (const file of files) {
          // The styles of a page are allowed by its own policy, not by that of the page in which it is read.
          const text = (await (await fetch(file)).text()).replaceAll(/<style>.*?<\/style>/gsu, '');
          const read = new DOMParser().parseFromString(text, 'text/html');
          const bad = read.querySelectorAll('evil-mark, [onclick], [onerror], [src*="evil"], [href^="javascript:" i]');
          if (bad.length > 0) wrong.push(file);
        }
        return wrong;
      },
      pages.map((file) => stage.at(file)),
    );
    expect(found).toEqual([]);
  });

  it('are text in what the search answers, by name and in full text', async () => {
    await page.goto(stage.at('/'));
    const { search, options } = searchOn(() => page);
    for (const words of ['荷花居委会', 'evil', '老人']) {
      await search(words);
      expect(await options().count(), words).toBeGreaterThan(0);
      expect(await acting(), words).toEqual([]);
      expect(await page.getByRole('listbox').innerText(), words).toContain('<evil-mark');
    }
  });

  it('are text on the map, in its list and its cards', async () => {
    await visit(page, stage.at('/map/'));
    expect(await page.locator('area-list').innerText()).toContain('<evil-mark');
    for (const pin of await page.locator('station-map .pin').all()) {
      await pin.focus();
      await page.keyboard.press('Enter');
      expect(await acting()).toEqual([]);
    }
  });

  it('are text in the list of stations with its filters', async () => {
    await page.goto(stage.at('/stations/'));
    expect(await page.locator('#main').innerText()).toContain('<evil-mark');
    expect(await acting()).toEqual([]);
  });

  it('make no page complain and ask nobody else for anything', () => {
    expect(complaints).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(stage.at('/')) && !/^(?:blob|data):/u.test(url))).toEqual([]);
  });
});
