import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What the keyboard is on, and whether somebody can see that it is. */
interface Stop {
  /** The element and its text, short; '' where the keyboard is on nothing. */
  readonly name: string;
  /** Whether its outline, shadow or place differs from what it had before the keyboard came to it. */
  readonly marked: boolean;
  /** Whether any part of it can be seen: in the window, and under nothing that stays in place. */
  readonly seen: boolean;
}

/** Notes how everything that the keyboard can reach looks while it is elsewhere. */
function noteLooks(page: Page): Promise<void> {
  return page.evaluate(() => {
    const lookOf = (element: Element) => {
      const { outline, boxShadow, clip, clipPath } = getComputedStyle(element);
      return [outline, boxShadow, clip, clipPath].join();
    };
    const looks = new WeakMap<Element, string>();
    for (const element of document.querySelectorAll('a, button, input, select, textarea, summary, [tabindex]')) {
      // A field may be marked by the frame around it, a box by its label.
      for (const one of [element, element.parentElement, element.nextElementSibling])
        if (one !== null && one !== document.activeElement) looks.set(one, lookOf(one));
    }
    Object.assign(window, { lookOf, looks });
  });
}

/** Presses Tab once and looks at what the keyboard is on then. */
export async function tab(page: Page, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Stop> {
  if (await page.evaluate(() => !('looks' in window))) await noteLooks(page);
  await page.keyboard.press(key);
  return page.evaluate(() => {
    const { lookOf, looks } = window as unknown as {
      lookOf: (element: Element) => string;
      looks: WeakMap<Element, string>;
    };
    const element = document.activeElement;
    if (element === null || element === document.body || element === document.documentElement)
      return { name: '', marked: true, seen: true };
    const differs = (one: Element | null) =>
      one !== null && (looks.has(one) ? looks.get(one) !== lookOf(one) : !/^none|^rgb\(.*\) none/u.test(lookOf(one)));
    // A field that is one pixel large stands for the button beside it.
    const shown = element.getBoundingClientRect().width < 2 ? (element.nextElementSibling ?? element) : element;
    const { left, top, width, height } = shown.getBoundingClientRect();
    const points = [0.5, 0.1, 0.9].flatMap((x) =>
      [0.5, 0.1, 0.9].map((y) => document.elementFromPoint(left + width * x, top + height * y)),
    );
    const label = element.closest('label') ?? document.querySelector(`label[for="${element.id || '-'}"]`);
    const seen = points.some(
      (hit) => hit !== null && (shown.contains(hit) || hit.contains(shown) || label?.contains(hit) === true),
    );
    const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30);
    return {
      name: `${element.localName}#${element.id}.${element.className.toString()} ${words}`,
      marked: [element, element.parentElement, element.nextElementSibling].some(differs),
      seen,
    };
  });
}

/** Presses Tab until the keyboard is on such an element; every stop on the way must be marked and seen. */
export async function tabTo(page: Page, selector: string, limit = 120): Promise<void> {
  for (let pressed = 0; pressed < limit; pressed += 1) {
    const stop = await tab(page);
    expect(stop).toMatchObject({ marked: true, seen: true });
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  throw new Error(`the keyboard did not come to ${selector} in ${limit} steps`);
}
