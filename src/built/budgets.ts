import { posix } from 'node:path';
import { gzipSize, pagesOf, read, type BuiltSite, type Page } from './builtSite.ts';

const KB = 1024;

/** Pages with an allowance of their own. */
const APART = new Set(['index.html', 'stations/index.html', 'map/index.html']);

/** The whole guide on one page, to be printed: a document and all its interpretations. */
const PRINTED = /^policies\/[^/]+\/print\/index\.html$/u;

/** What one page weighs over the wire, and what it may. */
export interface Weight {
  readonly path: string;
  readonly what: string;
  readonly bytes: number;
  readonly limit: number;
}

/** The file below the base that an address of a page means. */
const fileOf = ({ base }: BuiltSite, href: string) =>
  href.replace(new RegExp(`^${base}`, 'u'), '').replace(/[?#].*$/u, '');

const stylesOf = (site: BuiltSite, { references }: Page) =>
  references.filter(({ tag, rel }) => tag === 'link' && rel === 'stylesheet').map(({ href }) => fileOf(site, href));

const picturesOf = (site: BuiltSite, { references }: Page) =>
  references
    .filter(({ tag, href }) => tag === 'img' && !href.startsWith('data:'))
    .map(({ href }) => fileOf(site, href));

/** The scripts of a page with everything they import; `late` adds what they import only when it is needed. */
export function scriptsOf(site: BuiltSite, page: Page, late = false): ReadonlySet<string> {
  const all = new Set<string>();
  const visit = (file: string) => {
    if (all.has(file)) return;
    all.add(file);
    const text = read(site, file);
    const direct = text.matchAll(/(?:\bimport|\bfrom)\s*["'](\.{1,2}\/[^"']+\.js)["']/gu);
    const dynamic = late ? text.matchAll(/\bimport\(\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/gu) : [];
    for (const [, target = ''] of [...direct, ...dynamic]) visit(posix.join(posix.dirname(file), target));
  };
  for (const { src } of page.scripts) if (src !== null) visit(fileOf(site, src));
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
      return [weight('网页和样式', PRINTED.test(file) ? 60 : 30, looks), scripts];
    }
    if (file === 'index.html')
      return [weight('全部', 60, [...looks, ...scriptsOf(site, page), ...picturesOf(site, page)])];
    return file === 'stations/index.html'
      ? [weight('网页', 160, [file])]
      : [weight('脚本和数据', 120, [...scriptsOf(site, page, true), 'map/stations.json'])];
  });
}

/** One line for each page that weighs more than it may, the heaviest first. */
export function budgetFaults(site: BuiltSite): string[] {
  const show = (bytes: number) => `${(bytes / KB).toFixed(1)} KB`;
  return weightsOf(site)
    .filter(({ bytes, limit }) => bytes > limit)
    .sort((a, b) => b.bytes / b.limit - a.bytes / a.limit)
    .map(({ path, what, bytes, limit }) => `${path}：${what} ${show(bytes)}，最多 ${show(limit)}`);
}
