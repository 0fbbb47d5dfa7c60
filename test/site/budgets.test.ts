import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { few, gzipSize, mainSite, pagesOf, read, type BuiltSite, type Page } from './builtSite.ts';
import { filesOfKind } from './pageKinds.ts';

const KB = 1024;
const site = mainSite();
const pages = new Map(pagesOf(site).map((page) => [page.file, page]));
const sizes = new Map<string, number>();
const gzip = (file: string) => {
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const size = gzipSize(site, file);
  sizes.set(file, size);
  return size;
};
const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + gzip(file), 0);

const fileOf = ({ base }: BuiltSite, href: string) =>
  href.replace(new RegExp(`^${base}`, 'u'), '').replace(/[?#].*$/u, '');
const styles = (page: Page) =>
  new Set(
    page.references
      .filter(({ tag, rel }) => tag === 'link' && rel === 'stylesheet')
      .map(({ href }) => fileOf(site, href)),
  );
const pictures = (page: Page) =>
  new Set(
    page.references
      .filter(({ tag, href }) => tag === 'img' && !href.startsWith('data:'))
      .map(({ href }) => fileOf(site, href)),
  );

/** The scripts of a page with everything they import; `late` adds what they import only when it is needed. */
function scripts(page: Page, late = false): Set<string> {
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

const pageOf = (file: string): Page => {
  const page = pages.get(file);
  if (page === undefined) throw new Error(`no page ${file}`);
  return page;
};
const show = (bytes: number) => `${(bytes / KB).toFixed(1)} KB`;

/** Pages with their own, larger allowance, and those that are not read but printed. */
const APART = new Set(['index.html', 'stations/index.html', 'map/index.html']);

describe('budgets, as sent with gzip', () => {
  const content = [...pages.values()].filter(({ file }) => !APART.has(file));

  it('any content page: HTML and CSS at most 30 KB', () => {
    const heavy = content
      .map((page) => ({ path: page.path, bytes: gzip(page.file) + sum(styles(page)) }))
      .filter(({ bytes }) => bytes > 30 * KB)
      .sort((a, b) => b.bytes - a.bytes);
    expect(few(heavy.map(({ path, bytes }) => `${path} ${show(bytes)}`))).toEqual([]);
  });

  it('any content page: JavaScript at most 12 KB', () => {
    const heavy = content
      .map((page) => ({ path: page.path, bytes: sum(scripts(page)) }))
      .filter(({ bytes }) => bytes > 12 * KB)
      .sort((a, b) => b.bytes - a.bytes);
    expect(few(heavy.map(({ path, bytes }) => `${path} ${show(bytes)}`))).toEqual([]);
  });

  it('the home page: 60 KB in all', () => {
    const page = pageOf('index.html');
    const bytes = gzip(page.file) + sum([...styles(page), ...scripts(page), ...pictures(page)]);
    expect(bytes, show(bytes)).toBeLessThanOrEqual(60 * KB);
  });

  it('the list of all stations: 160 KB of HTML', () => {
    const bytes = gzip(pageOf('stations/index.html').file);
    expect(bytes, show(bytes)).toBeLessThanOrEqual(160 * KB);
  });

  it('the map page: 120 KB of JavaScript and data', () => {
    const bytes = sum([...scripts(pageOf('map/index.html'), true), 'map/stations.json']);
    expect(bytes, show(bytes)).toBeLessThanOrEqual(120 * KB);
  });

  it('reading needs no script at all: nothing stands in an empty page', () => {
    const empty = [...pages.values()].filter(({ text }) => text.trim().length < 20).map(({ path }) => path);
    expect(empty).toEqual([]);
  });

  it('counts late imports only where it should', () => {
    const map = pageOf('map/index.html');
    expect(scripts(map, true).size).toBeGreaterThan(scripts(map).size);
    expect(filesOfKind(site, 'station').length).toBeGreaterThan(0);
  });
});
