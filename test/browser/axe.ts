import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** What axe-core looks at. */
export interface Scope {
  /** Every row of a list of stations, or every tenth: all of them are made by one component. */
  readonly rows?: 1 | 10;
  /** Only what colours can break, where nothing else differs from a look that is looked at in full. */
  readonly coloursOnly?: boolean;
}

/** What axe-core finds wrong with a page as it stands, by WCAG 2.2 A and AA, one line each. */
export async function violations(page: Page, { rows = 1, coloursOnly = false }: Scope = {}): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(
    async ({ every, runOnly }) => {
      const { axe: runner } = window as unknown as {
        axe: { run: (context: object, options: object) => Promise<AxeResults> };
      };
      const exclude = [...document.querySelectorAll('li[data-id]')].filter((_, at) => at % every !== 0);
      return runner.run(
        { include: [document], exclude },
        {
          runOnly,
          resultTypes: ['violations'],
        },
      );
    },
    { every: rows, runOnly: coloursOnly ? COLOURS : ALL },
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
