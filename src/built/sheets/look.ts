import { fileBehind } from '../pageFiles.ts';
import type { BuiltSite } from '../builtSite.ts';
import { memoize } from '../../domain/dataset/memoize.ts';

/** What of a page decides which part of the style sheets it needs. */
export interface Look {
  /** Its elements, classes and ids, as far as its sheets name them; sorted. */
  readonly words: readonly string[];
  readonly scripts: readonly string[];
  readonly sheets: readonly string[];
}

export const LINK = /<link rel="stylesheet" href="([^"]+)">/gu;
export const SCRIPT = /<script type="module" src="([^"]+)"><\/script>/gu;
const MARKUP = /<([a-z][a-z0-9-]*)|\s(?:class|id)="([^"]*)"/giu;

/** Elements that are asked for besides those of the sheets: what they show or load has a style too. */
export const SEARCH_BOX = 'search-box';
export const MY_STATION = 'my-station';

const targets = (site: BuiltSite, html: string, tag: RegExp) =>
  [...html.matchAll(tag)].map(([, href = '']) => fileBehind(site, href));

/** The names of elements, and the texts of `class` and `id`, each once. */
function markupOf(html: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, tag, names = ''] of html.matchAll(MARKUP)) found.add(tag ?? names);
  return found;
}

/**
 * A function that gives the look of a page, null where it links to no sheet; of pages that look alike it is the same
 * object. `namesIn` tells the elements, classes and ids that a sheet names.
 */
export function lookReader(
  site: BuiltSite,
  namesIn: (sheet: string) => ReadonlySet<string>,
): (html: string) => Look | null {
  const namesOf = memoize((sheets) =>
    sheets.split(' ').reduce((all, sheet) => all.union(namesIn(sheet)), new Set([SEARCH_BOX, MY_STATION])),
  );
  const wordsOf = memoize((names) => names.split(/\s+/u));
  const known = new Map<string, Look>();
  return (html) => {
    const sheets = targets(site, html, LINK);
    if (sheets.length === 0) return null;
    const scripts = targets(site, html, SCRIPT);
    const asked = namesOf(sheets.join(' '));
    const words = new Set<string>();
    for (const names of markupOf(html)) for (const word of wordsOf(names)) if (asked.has(word)) words.add(word);
    const look = { words: [...words].sort(), scripts, sheets };
    const key = JSON.stringify(look);
    const same = known.get(key) ?? look;
    known.set(key, same);
    return same;
  };
}
