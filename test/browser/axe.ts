import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe-core looks at. */
export interface Scope {
  /** Every row of a list of stations, as in the long checks, or every tenth: all of them are made by one component. */
  readonly rows?: 1 | 10;
  /** Whether the system paints in colours of its own, which axe does not see: it reads those of the sheets. */
  readonly forced?: boolean;
}

/** What axe-core finds wrong with a page as it stands, by WCAG 2.2 A and AA and by its best practices, one line each. */
export async function violations(page: Page, { rows = 1, forced = false }: Scope = {}): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(
    async ({ every, runOnly, rules }) => {
      const { axe: runner } = window as unknown as {
        axe: { run: (context: Document, options: object) => Promise<AxeResults> };
      };
      // What is skipped while out of view has no true place yet, and seems to lie over what follows.
      document.querySelectorAll<HTMLElement>('.district-group').forEach((group) => {
        group.style.contentVisibility = 'visible';
      });
      // axe goes through what it is told to leave out all the same: such rows are taken out while it looks.
      const left = [...document.querySelectorAll('li[data-id]')]
        .filter((_, at) => at % every !== 0)
        .map((row) => ({ row, place: document.createComment('') }));
      for (const { row, place } of left) row.replaceWith(place);
      const found = await runner.run(document, { runOnly, rules, resultTypes: ['violations'] });
      for (const { row, place } of left) place.replaceWith(row);
      return found;
    },
    {
      every: rows,
      runOnly: ALL,
      rules: forced ? { 'color-contrast': { enabled: false } } : {},
    },
  );
  return results.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes.length}) ${nodes
        .slice(0, 3)
        .map(
          ({ target, failureSummary }) =>
            `${String(target)} ${failureSummary?.split('\n').slice(1, 2).join('').trim() ?? ''}`,
        )
        .join(' | ')}`,
  );
}
