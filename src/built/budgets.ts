import { posix } from 'node:path';
import { paths } from '../domain/site/paths.ts';
import { fileOf, filesOf } from './addresses.ts';
import { gzipSize, pagesOf, read, type BuiltSite, type Page } from './builtSite.ts';

const KB = 1024;

/** Pages with a budget of their own instead of the common one. */
const HOME = fileOf(paths.home());
const STATIONS = fileOf(paths.stations());
const DESK = fileOf(paths.caseDesk());
const APART = new Set([HOME, STATIONS, DESK, fileOf(paths.map())]);

/** The page of a policy for printing, with all its interpretations; it may be larger than others. */
const PRINTED = filesOf(paths.policyPrint);

/** The lists of all 居村委 of a district; the largest district has some 1,500. */
const INDEX = filesOf(paths.committeeIndex);

/** How many bytes one kind of file of a page costs over the wire, and its limit. */
export interface Weight {
  readonly path: string;
  readonly what: string;
  readonly bytes: number;
  readonly limit: number;
}

/** The file that a reference out of a page means, without base, query and anchor. */
const fileBehind = ({ base }: BuiltSite, href: string) =>
  href.replace(new RegExp(`^${base}`, 'u'), '').replace(/[?#].*$/u, '');

const stylesOf = (site: BuiltSite, { references }: Page) =>
  references.filter(({ tag, rel }) => tag === 'link' && rel === 'stylesheet').map(({ href }) => fileBehind(site, href));

const picturesOf = (site: BuiltSite, { references }: Page) =>
  references
    .filter(({ tag, href }) => tag === 'img' && !href.startsWith('data:'))
    .map(({ href }) => fileBehind(site, href));

/** The script of the map; its name is that of its component. */
export const MAP_SCRIPT = /StationMap/u;

/**
 * The files of a page's scripts with everything they import. Of the scripts whose name matches `late`, also what they
 * load by `import()` when it is needed; what the search loads when somebody asks it is no part of the map.
 */
export function scriptsOf(site: BuiltSite, page: Page, late: RegExp | null = null): ReadonlySet<string> {
  const all = new Set<string>();
  const visit = (file: string, follows: boolean) => {
    if (all.has(file)) return;
    all.add(file);
    const text = read(site, file);
    const direct = text.matchAll(/(?:\bimport|\bfrom)\s*["'](\.{1,2}\/[^"']+\.js)["']/gu);
    const dynamic = follows ? text.matchAll(/\bimport\(\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/gu) : [];
    for (const [, target = ''] of [...direct, ...dynamic]) visit(posix.join(posix.dirname(file), target), follows);
  };
  const entries = page.scripts.flatMap(({ src }) => (src === null ? [] : [fileBehind(site, src)]));
  // A file that both lead to is followed: those whose late parts count come first.
  const isLate = (file: string) => late?.test(file) ?? false;
  for (const file of [...entries].sort((a, b) => Number(isLate(b)) - Number(isLate(a)))) visit(file, isLate(file));
  return all;
}

/** What every page weighs as sent with gzip, and what it may weigh (docs/norms.md §12). */
export function weightsOf(site: BuiltSite): readonly Weight[] {
  const sizes = new Map<string, number>();
  const gzip = (file: string) => {
    const known = sizes.get(file) ?? gzipSize(site, file);
    sizes.set(file, known);
    return known;
  };
  const sum = (files: Iterable<string>) => [...new Set(files)].reduce((total, file) => total + gzip(file), 0);
  return pagesOf(site).flatMap((page): Weight[] => {
    const { file, path } = page;
    const weight = (what: string, kilobytes: number, files: Iterable<string>): Weight => ({
      path,
      what,
      bytes: sum(files),
      limit: kilobytes * KB,
    });
    const looks = [file, ...stylesOf(site, page)];
    if (!APART.has(file)) {
      const scripts = weight('脚本', 12, scriptsOf(site, page));
      return [weight('网页和样式', PRINTED.test(file) ? 60 : INDEX.test(file) ? 40 : 30, looks), scripts];
    }
    if (file === HOME) return [weight('全部', 60, [...looks, ...scriptsOf(site, page), ...picturesOf(site, page)])];
    if (file === DESK) return [weight('网页和样式', 100, looks), weight('脚本', 70, scriptsOf(site, page))];
    return file === STATIONS
      ? [weight('网页', 160, [file])]
      : [weight('脚本和数据', 120, [...scriptsOf(site, page, MAP_SCRIPT), fileOf(paths.mapData())])];
  });
}

/** One line for each page over its budget, the heaviest first; empty where all pages keep it. */
export function budgetFaults(site: BuiltSite): string[] {
  const show = (bytes: number) => `${(bytes / KB).toFixed(1)} KB`;
  return weightsOf(site)
    .filter(({ bytes, limit }) => bytes > limit)
    .sort((a, b) => b.bytes / b.limit - a.bytes / a.limit)
    .map(({ path, what, bytes, limit }) => `${path}：${what} ${show(bytes)}，最多 ${show(limit)}`);
}
