import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mainSite } from '../site/builtSite.ts';
import { oneOfEachKind } from '../site/pageKinds.ts';
import { openStage, pageWith, visit, type Choices, type Stage } from './chrome.ts';

const kinds = oneOfEachKind(mainSite());

/** What people come for, and what they do it with. */
const MAIN = '.btn, .search-field .field, .elder-tasks a, station-map .pin, station-map .zoom button, .tool';
/** Everything else that can be pressed and stands by itself, not in a sentence. */
const OTHERS =
  'button:not(.term-word), summary, select, .nav a, .toc a, label:has(> input[type=checkbox]), label:has(> input[type=radio])';

/** How small the sides of targets may be in px (docs/norms.md §6). */
const VIEWS: readonly { name: string; choices: Choices; main: number; others: number }[] = [
  { name: 'as it comes', choices: {}, main: 44, others: 24 },
  { name: '长辈版', choices: { view: 'elder' }, main: 60, others: 44 },
];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe.each(VIEWS)('targets, $name', ({ choices, main, others }) => {
  it('are large enough for a thumb on every kind of page', async () => {
    const { page, context } = await pageWith(stage, choices);
    const small: string[] = [];
    for (const { name, path } of kinds) {
      await visit(page, stage.at(path));
      const found = await page.evaluate(
        ([mainOnes = '', otherOnes = '', mainSize = '', otherSize = '']) => {
          const tooSmall = (selector: string, size: number) =>
            [...document.querySelectorAll<HTMLElement>(selector)].flatMap((element) => {
              const { width, height } = element.getBoundingClientRect();
              const seen = element.checkVisibility() && width > 2;
              return seen && Math.min(width, height) < size - 0.5
                ? [
                    `${element.localName}.${element.className} ${Math.round(width)}×${Math.round(height)} ${element.innerText.slice(0, 12)}`,
                  ]
                : [];
            });
          return [...tooSmall(mainOnes, Number(mainSize)), ...tooSmall(otherOnes, Number(otherSize))].slice(0, 4);
        },
        [MAIN, OTHERS, String(main), String(others)],
      );
      small.push(...found.map((one) => `${name}: ${one}`));
    }
    await context.close();
    expect(small).toEqual([]);
  });
});
