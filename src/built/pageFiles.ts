import { posix } from 'node:path';
import { read, type BuiltSite } from './builtSite.ts';
import type { Page } from './page.ts';

/** The file that a reference out of a page means, without base, query and anchor. */
export const fileBehind = ({ base }: BuiltSite, href: string) =>
  (href.startsWith(base) ? href.slice(base.length) : href).replace(/[?#].*$/u, '');

/** The style sheets of a page. */
export const stylesOf = (site: BuiltSite, { references }: Page) =>
  references.filter(({ tag, rel }) => tag === 'link' && rel === 'stylesheet').map(({ href }) => fileBehind(site, href));

/** The pictures of a page. */
export const picturesOf = (site: BuiltSite, { references }: Page) =>
  references
    .filter(({ tag, href }) => tag === 'img' && !href.startsWith('data:'))
    .map(({ href }) => fileBehind(site, href));

/** Whether a file is the script of the map, which loads much more late; its name is that of its component. */
export const isMapScript = (file: string): boolean => file.includes('StationMap');

/** The same of the script that every page starts (`integrations/scriptGroups`): it loads the search when a field is touched. */
export const isSearchScript = (file: string): boolean => /\/page\.[^/]+$/u.test(file);

/**
 * Scripts with everything they import. Of those that `isLate` names, also what they and the scripts in them load by
 * `import()` when it is needed; the script of every page must be named itself.
 */
export function withImports(
  site: BuiltSite,
  entries: readonly string[],
  isLate: (file: string) => boolean,
): ReadonlySet<string> {
  const all = new Set<string>();
  const visit = (file: string, within: boolean) => {
    if (all.has(file)) return;
    all.add(file);
    const follows = isLate(file) || (within && !isSearchScript(file));
    const text = read(site, file);
    const direct = text.matchAll(/(?:\bimport|\bfrom)\s*["'](\.{1,2}\/[^"']+\.js)["']/gu);
    const dynamic = follows ? text.matchAll(/\bimport\(\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/gu) : [];
    for (const [, target = ''] of [...direct, ...dynamic]) visit(posix.join(posix.dirname(file), target), follows);
  };
  // A file that both lead to is followed: those whose late parts count come first.
  for (const file of [...entries].sort((a, b) => Number(isLate(b)) - Number(isLate(a)))) visit(file, false);
  return all;
}

/** The files of a page's scripts `withImports`. */
export const scriptsOf = (
  site: BuiltSite,
  page: Page,
  isLate: (file: string) => boolean = () => false,
): ReadonlySet<string> =>
  withImports(
    site,
    page.scripts.flatMap(({ src }) => (src === null ? [] : [fileBehind(site, src)])),
    isLate,
  );
