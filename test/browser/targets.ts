import type { Page } from 'playwright-core';

/** How small the sides of what can be pressed may be in px (docs/norms.md §6). */
export interface Targets {
  /** Of what people come for, and what they do it with. */
  readonly main: number;
  /** Of everything else that can be pressed and stands by itself, not in a sentence. */
  readonly others: number;
}

const MAIN = '.btn, .search-field .field, .elder-tasks a, station-map .pin, station-map .zoom button, .tool';
const OTHERS =
  'button:not(.term-word), summary, select, .nav a, .toc a, label:has(> input[type=checkbox]), label:has(> input[type=radio])';

/** The first few targets of a page that are too small for a thumb, one line each. */
export function smallTargets(page: Page, { main, others }: Targets): Promise<string[]> {
  return page.evaluate(
    (kinds) =>
      kinds
        .flatMap(({ selector, size }) =>
          [...document.querySelectorAll<HTMLElement>(selector)].flatMap((element) => {
            const { width, height } = element.getBoundingClientRect();
            const seen = element.checkVisibility() && width > 2;
            return seen && Math.min(width, height) < size - 0.5
              ? [
                  `${element.localName}.${element.className} ${Math.round(width)}×${Math.round(height)} ${element.innerText.slice(0, 12)}`,
                ]
              : [];
          }),
        )
        .slice(0, 4),
    [
      { selector: MAIN, size: main },
      { selector: OTHERS, size: others },
    ],
  );
}
