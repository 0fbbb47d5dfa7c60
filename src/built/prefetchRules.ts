import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '../domain/site/paths.ts';
import type { BuiltSite } from './builtSite.ts';

/** The file with the rules, at the top of a site; servers name it in the header `Speculation-Rules`. */
export const PREFETCH_RULES = 'prefetch.speculationrules';

/**
 * Which links browsers may fetch ahead, once their reader is about to follow them: those to pages of the site below
 * `base`, which end in a slash. Never with a query, which may hold what somebody typed, never the page of 快速离开, and
 * nothing from pages that have its bar: there the browser keeps no more than what was opened.
 * (HTML Standard, §7.6 Speculative loading.)
 */
export const prefetchRules = (base: string) => ({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: [base, `${base}*/`] },
          { not: { href_matches: `${base.slice(0, -1)}${paths.leave()}` } },
          { not: { selector_matches: ["[href*='?']", "[href^='#']", '[download]', ':root:has(quick-leave) a'] } },
        ],
      },
      // After a moment over a link, or as it is pressed.
      eagerness: 'moderate',
    },
  ],
});

/** Writes the rules into a finished site. */
export function writePrefetchRules({ dir, base }: Pick<BuiltSite, 'dir' | 'base'>): void {
  writeFileSync(join(dir, PREFETCH_RULES), `${JSON.stringify(prefetchRules(base))}\n`);
}
