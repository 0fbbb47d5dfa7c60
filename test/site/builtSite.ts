import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { read, siteIn, type BuiltSite } from '../../src/built/builtSite.ts';

export { gzipSize, pageIn, pagesOf, read, siteIn, type BuiltSite } from '../../src/built/builtSite.ts';
export type { Page, PageScript, Reference } from '../../src/built/page.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/u, '');

/** The site that `npm test` has built from the repo's own data. */
export function mainSite(): BuiltSite {
  const dir = process.env['SITE_DIST'] ?? join(ROOT, '.cache', 'test-dist');
  if (!existsSync(join(dir, 'index.html'))) {
    throw new Error(`no site in ${dir}: run \`node src/cli/test.ts build site\`, or set SITE_DIST`);
  }
  return siteIn(dir, process.env['SITE_BASE'] ?? '/');
}

/** Parses a page of the site. */
export const documentOf = (site: BuiltSite, file: string): Document =>
  parseHTML(read(site, file)).document as unknown as Document;

/** The first few faults of many, so that a failure can be read. */
export const few = <T>(faults: readonly T[], limit = 20): T[] => faults.slice(0, limit);
