import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe-core finds wrong with a page as it stands, by WCAG 2.2 A and AA, one line each. With `rows` 10 it looks at
 * every tenth row of a list of stations: all of them are made by one component.
 */
export async function violations(page: Page, rows = 1): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(async (every) => {
    const { axe: runner } = window as unknown as {
      axe: { run: (context: object, options: object) => Promise<AxeResults> };
    };
    const exclude = [...document.querySelectorAll('li[data-id]')].filter((_, at) => at % every !== 0);
    return runner.run(
      { include: [document], exclude },
      {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        resultTypes: ['violations'],
      },
    );
  }, rows);
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
