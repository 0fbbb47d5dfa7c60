import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseClauses } from '../../src/domain/policy/clauses.ts';
import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { ROOT } from '../site/builtSite.ts';
import { openStage, pageWith, type Choices, type Stage } from './chrome.ts';

const { content } = load(foldersOf(process.env, ROOT));

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** Characters that share their glyph with a radical in common fonts; Chromium writes the radical into its PDF files. */
const RADICALS = new Map(
  [
    '⺠民',
    '⻁虎',
    '⻅见',
    '⻆角',
    '⻉贝',
    '⻋车',
    '⻓长',
    '⻔门',
    '⻘青',
    '⻙韦',
    '⻚页',
    '⻛风',
    '⻜飞',
    '⻝食',
    '⻢马',
    '⻣骨',
  ]
    .concat(['⻤鬼', '⻥鱼', '⻦鸟', '⻧卤', '⻨麦', '⻩黄', '⻪黾', '⻬齐', '⻮齿', '⻰龙'])
    .map(([radical = '', character = '']) => [radical, character]),
);

/** A text as it can be found again in a PDF: no white space, and one form of what fonts may swap. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u2e80-\u2eff]/gu, (radical) => RADICALS.get(radical) ?? radical)
    .replace(/\s+/gu, '');

/** The text of each sheet of a page printed on A4, without scripts: nothing may need them. */
async function printed(path: string, choices: Choices = {}): Promise<string[]> {
  const { page, context } = await pageWith(stage, choices, { javaScriptEnabled: false });
  await page.goto(stage.at(path));
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await context.close();
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map(plain);
}

/** What stands wider than the sheet when the page is laid out for paper. */
async function tooWide(page: Page, path: string): Promise<string[]> {
  await page.setViewportSize({ width: 673, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  await page.goto(stage.at(path));
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { right, left, width } = element.getBoundingClientRect();
        return width > 1 && element.checkVisibility() && (right > 674 || left < -1);
      })
      .map((element) => `${element.localName}.${element.getAttribute('class') ?? ''}`)
      .slice(0, 5),
  );
}

describe.each(content.policies.map(({ slug, body, head }) => ({ slug, body, head })))(
  'the whole guide of $slug on paper',
  ({ slug, body, head }) => {
    const own = content.interpretations.filter((entry) => entry.head.policy === slug);
    let sheets: string[];
    let all: string;
    beforeAll(async () => {
      sheets = await printed(`/policies/${slug}/print/`);
      // What repeats at the foot of each sheet would stand in the middle of a paragraph that goes on.
      all = sheets.map((text, at) => text.replace(`${at + 1}/${sheets.length}`, '')).join('');
    });

    it('has every word of every clause as text', () => {
      const missing = parseClauses(body).flatMap(({ id, heading, paragraphs }) =>
        [heading, ...paragraphs]
          .filter((text) => !all.includes(plain(text)))
          .map((text) => `${id} ${text.slice(0, 30)}`),
      );
      expect(missing).toEqual([]);
    });

    it('has every interpretation, with its three sentences, in the order of the clauses', () => {
      const places = own.map(({ head: { title } }) => all.lastIndexOf(plain(title)));
      expect(places.filter((place) => place < 0)).toEqual([]);
      const first = own
        .map(({ head: { clauses, title } }) => ({
          title,
          at: parseClauses(body).findIndex(({ id }) => clauses.includes(id)),
        }))
        .toSorted((a, b) => a.at - b.at);
      // Under its heading: other texts name it too.
      const positions = first.map(({ title }) =>
        Math.max(...first.map((_, at) => all.lastIndexOf(plain(`解读${at + 1}：${title}`)))),
      );
      // Those that begin with the same clause may stand in any order among themselves.
      first.forEach(({ at }, index) => {
        const later = first.findIndex((entry) => entry.at > at);
        if (later > index) expect(positions[index]).toBeLessThan(positions[later] ?? Infinity);
      });
      for (const { head: entry } of own) {
        for (const line of entry.summary) expect(all).toContain(plain(line));
      }
    });

    it('says what it is, of which day, and where it stands', () => {
      for (const words of [
        head.title,
        head.doc_number,
        head.issuer,
        head.disclosure,
        head.validity,
        '目录',
        '数据截至',
      ]) {
        expect(sheets.slice(0, 2).join('')).toContain(plain(words));
      }
      expect(all).toContain(`/policies/${slug}/print/`);
    });

    it('numbers its sheets', () => {
      expect(sheets.length).toBeGreaterThan(2);
      sheets.forEach((text, at) => expect(text).toContain(`${at + 1}/${sheets.length}`));
    });
  },
);

describe('any page on paper', () => {
  it('has what is folded away on the screen, without a script', async () => {
    const policy = content.policies[0]?.slug ?? '';
    const all = (await printed(`/policies/${policy}/`)).join('');
    for (const { head } of content.interpretations.filter((entry) => entry.head.policy === policy)) {
      for (const { text } of head.explains.flatMap(({ brief }) => brief))
        expect(all).toContain(plain(text).slice(0, 24));
    }
  });

  it('writes out the addresses of links', async () => {
    expect((await printed('/press/')).join('')).toContain('(/interpretations/three-staff/)');
  });

  it('has no controls', async () => {
    const { page, context } = await pageWith(stage, {});
    await page.emulateMedia({ media: 'print' });
    for (const path of ['/', '/progress/', '/press/', '/policies/', '/stations/', '/data/']) {
      await page.goto(stage.at(path), { waitUntil: 'load' });
      const controls = await page.locator('button:visible, input:visible, select:visible').all();
      expect(await Promise.all(controls.map((control) => control.innerText())), path).toEqual([]);
    }
    await context.close();
  });

  it.each([
    '/progress/',
    '/progress/gaps/',
    '/press/',
    `/policies/${content.policies[0]?.slug ?? ''}/`,
    `/policies/${content.policies[0]?.slug ?? ''}/print/`,
    '/data/',
  ])('%s is cut nowhere, at either size of letters', async (path) => {
    for (const choices of [{}, { view: 'elder' }] as const) {
      const { page, context } = await pageWith(stage, choices);
      expect(await tooWide(page, path)).toEqual([]);
      await context.close();
    }
  });

  it('is white with dark letters, whatever the reader chose for the screen', async () => {
    const { page, context } = await pageWith(stage, { theme: 'dark', contrast: 'more' });
    await page.emulateMedia({ media: 'print' });
    await page.goto(stage.at('/progress/'));
    const colours = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return [backgroundColor, color];
    });
    expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    await context.close();
  });

  it('a case is two sheets at most, the longest and those with tables too', async () => {
    const long = content.cases.toSorted((a, b) => b.body.length - a.body.length).slice(0, 3);
    const tables = content.cases.filter(({ body }) => /^\|/mu.test(body));
    for (const { slug } of [...long, ...tables])
      expect((await printed(`/cases/${slug}/`)).length, slug).toBeLessThanOrEqual(2);
  });

  it('a poster is one sheet', async () => {
    const { page, context } = await pageWith(stage, {});
    await page.goto(stage.at('/stations/'));
    const href = (await page.locator('li[data-id] a').first().getAttribute('href')) ?? '';
    await context.close();
    expect(await printed(`${href}poster/`)).toHaveLength(1);
  });
});
