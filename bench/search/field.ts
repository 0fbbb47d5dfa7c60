import type { Page } from 'playwright-core';

/** One link of the list: root-relative below the site's base, and whether it stands among the weak matches. */
export interface Link {
  readonly href: string;
  readonly weak: boolean;
}

/** What the list showed for a query, after how many milliseconds, and when on the page's clock. */
export interface Answer {
  readonly links: readonly Link[];
  readonly after: number;
  readonly at: number;
  /** Whether the list said itself that it was done (`data-settled`), or we gave up waiting. */
  readonly settled: boolean;
}

/** When to read the list: as soon as it holds a link, when it says it has settled, or after a fixed time. */
export type Until = 'first' | 'settled' | 'pause';

const LIMITS: Readonly<Record<Until, number>> = { first: 20_000, settled: 5_000, pause: 400 };

/** The field on the home page: `input[role=combobox]` with a listbox whose options hold one link each. */
export const FIELD = 'input[role=combobox]:visible';

/** Opens the home page and puts the cursor into the field. */
export async function openField(page: Page, home: string): Promise<void> {
  await page.goto(home, { waitUntil: 'load' });
  const field = page.locator(FIELD).first();
  if ((await field.count()) === 0) throw new Error(`no ${FIELD} on ${home}: is this a build with the search in it?`);
  await field.focus();
}

/** Types a query into the focused field in one go and reads the links of the list in their order, after `limit` ms at the latest. */
export function ask(page: Page, text: string, until: Until, base = '/', limit = LIMITS[until]): Promise<Answer> {
  return page.evaluate(
    async ({ text, until, limit, base }) => {
      const input = document.activeElement;
      if (!(input instanceof HTMLInputElement)) throw new Error('the field has lost the focus');
      const listOf = () =>
        document.getElementById(input.getAttribute('aria-controls') ?? '') ?? document.querySelector('[role=listbox]');
      const linksOf = () => {
        const list = listOf();
        if (list === null || list.closest('[hidden]') !== null) return [];
        return [...list.querySelectorAll<HTMLAnchorElement>('[role=option] a[href], a[role=option][href]')];
      };
      const isSettled = () =>
        listOf()?.closest('[data-settled]')?.getAttribute('data-settled')?.trim() === text.trim() && text.trim() !== '';
      const isWeak = (link: Element) => {
        const group = link.closest('[role=group]');
        const title = document.getElementById(group?.getAttribute('aria-labelledby') ?? '')?.textContent;
        return (
          link.closest('[data-weak]') !== null || /可能相关/u.test(group?.getAttribute('aria-label') ?? title ?? '')
        );
      };
      const start = performance.now();
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
      const done = () => (until === 'first' ? linksOf().length > 0 : until === 'settled' && isSettled());
      await new Promise<void>((go) => {
        const changes = new MutationObserver(() => done() && stop());
        const late = setTimeout(stop, limit);
        function stop(): void {
          changes.disconnect();
          clearTimeout(late);
          go();
        }
        changes.observe(document, { subtree: true, childList: true, attributes: true });
        if (done()) stop();
      });
      const at = performance.now();
      const links = linksOf().map((link) => {
        const { pathname, search, hash, protocol } = new URL(link.href);
        const own = /^https?:$/u.test(protocol);
        const path = pathname.startsWith(base) ? `/${pathname.slice(base.length)}` : pathname;
        return { href: own ? path + search + hash : link.href, weak: isWeak(link) };
      });
      return { links, at, after: at - start, settled: isSettled() };
    },
    { text, until, limit, base },
  );
}
