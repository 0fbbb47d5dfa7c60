import { KEPT_LIMIT } from '../domain/site/offline.ts';
import { paths } from '../domain/site/paths.ts';
import { fileOf, filesOf } from './addresses.ts';
import { gzipSize, pagesOf, type BuiltSite } from './builtSite.ts';
import { keptBytes } from './offline/keptFiles.ts';
import { isMapScript, isSearchScript, picturesOf, scriptsOf, stylesOf } from './pageFiles.ts';

const KB = 1024;

/** Pages with a budget of their own instead of the common one. */
const HOME = fileOf(paths.home());
const STATIONS = fileOf(paths.stations());
const DESK = fileOf(paths.caseDesk());
/** Scripts that the script of every page loads late for something else than the search. */
const ASIDE = /\/(?:read-aloud|askLeaving)\.[^/]+$/u;

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
    if (file === HOME) {
      const scripts = scriptsOf(site, page);
      // With what is loaded in place of the worker, and for addresses and the full text.
      const late = [...scriptsOf(site, page, isSearchScript)].filter(
        (script) => !scripts.has(script) && !ASIDE.test(script),
      );
      return [weight('全部', 60, [...looks, ...scripts, ...picturesOf(site, page)]), weight('查找的脚本', 40, late)];
    }
    if (file === DESK) return [weight('网页和样式', 100, looks), weight('脚本', 70, scriptsOf(site, page))];
    return file === STATIONS
      ? [weight('网页', 160, [file])]
      : [weight('脚本和数据', 100, [...scriptsOf(site, page, isMapScript), fileOf(paths.mapData())])];
  });
}

/** One line for each page over its budget, the heaviest first; empty where all pages keep it. */
export function budgetFaults(site: BuiltSite): string[] {
  const show = (bytes: number) => `${(bytes / KB).toFixed(1)} KB`;
  const kept: Weight = { path: paths.offline(), what: '没有网络时用的', bytes: keptBytes(site), limit: KEPT_LIMIT };
  return [...weightsOf(site), kept]
    .filter(({ bytes, limit }) => bytes > limit)
    .sort((a, b) => b.bytes / b.limit - a.bytes / a.limit)
    .map(({ path, what, bytes, limit }) => `${path}：${what} ${show(bytes)}，最多 ${show(limit)}`);
}
