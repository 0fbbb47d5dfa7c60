import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneOfEachKind } from '../site/pageKinds.ts';
import { openStage, type Stage } from './chrome.ts';
import { FIRST_SHEET, sayings, turnsRound } from './layerOrder.ts';

const all = sayings();

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** For each element that more than one selector means, which ones; each combination once. */
const meetings = (selectors: readonly string[]): string[] => {
  const found = new Map<Element, number[]>();
  selectors.forEach((selector, at) => {
    for (const element of document.querySelectorAll(selector)) found.set(element, [...(found.get(element) ?? []), at]);
  });
  return [...new Set([...found.values()].map((list) => list.join(' ')))];
};

describe('sheets without layers', () => {
  it('look as with them: wherever two layers meet on an element, the later one weighs enough', async () => {
    const page = await stage.browser.newPage();
    const selectors = all.map(({ elements }) => elements);
    const wrong = new Set<string>();
    for (const { path, name } of oneOfEachKind(stage.site)) {
      await page.goto(stage.at(path));
      if (name === 'home') {
        await page.getByRole('combobox').first().fill('低保');
        await page.locator('[role=listbox] [role=option]').first().waitFor();
      }
      const links = await page
        .locator('link[rel=stylesheet]')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      const vendor = `/${FIRST_SHEET.replace('.css', '.')}`;
      expect(links.findIndex((href) => href?.includes(vendor))).toBeLessThan(1);
      for (const meeting of await page.evaluate(meetings, selectors)) {
        const here = meeting.split(' ').flatMap((at) => all[Number(at)] ?? []);
        for (const [at, one] of here.entries())
          for (const other of here.slice(at + 1))
            if (turnsRound(one, other))
              wrong.add(`${name}：${one.sheet} ${one.selector} · ${other.sheet} ${other.selector}`);
      }
    }
    await page.close();
    expect([...wrong]).toEqual([]);
  });

  it('is something that this test would notice', () => {
    const [base, later] = ['.a .b', '.b'].map((selector, layer) => ({
      ...(all[0] ?? expect.fail('no sheets')),
      selector,
      layer,
      weight: 200 - layer * 100,
      order: layer,
      important: false,
      says: new Map([['color', selector]]),
    }));
    if (base === undefined || later === undefined) throw new Error('no sayings');
    expect(turnsRound(base, later)).toBe(true);
    expect(turnsRound({ ...base, weight: 100 }, later)).toBe(false);
  });
});
