import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { budgetFaults, weightsOf } from '../../src/built/budgets.ts';
import { isMapScript, scriptsOf, stylesOf } from '../../src/built/pageFiles.ts';
import type { MapFile } from '../../src/domain/map/mapFile.ts';
import { few, mainSite, pagesOf, read } from './builtSite.ts';
import { filesOfKind } from './pageKinds.ts';

const site = mainSite();
const weights = weightsOf(site);

/**
 * What may come of the pages that people open before they touch anything, with brotli, in KB: the page and its style, and
 * its scripts; and in how many files of scripts.
 */
const LIGHT: Readonly<Record<string, readonly [looks: number, scripts: number, files: number]>> = {
  home: [16.5, 3, 2],
  station: [14, 6, 5],
  'station embed': [8, 6, 4],
  town: [14, 6, 4],
  'town embed': [9, 6, 3],
  district: [16, 5.5, 3],
  field: [14, 6, 5],
  services: [14, 3.25, 3],
  service: [14, 3.25, 4],
  policies: [14, 3.25, 3],
  policy: [17.5, 4, 4],
  interpretation: [16, 3.25, 4],
  cases: [14, 3.25, 3],
  case: [14, 3.25, 4],
  progress: [17.5, 3.25, 2],
  search: [9, 3.25, 3],
  english: [12, 3.25, 3],
  'english district': [16, 3.25, 3],
  leave: [6, 3.25, 1],
  'not found': [9, 3.25, 3],
  map: [17.5, 3.25, 2],
  stations: [44, 7, 5],
};

describe('pages that people land on', () => {
  const sizes = new Map<string, number>();
  const brotli = (file: string) => {
    const size = sizes.get(file) ?? brotliCompressSync(readFileSync(join(site.dir, file))).length / 1024;
    sizes.set(file, size);
    return size;
  };
  /** Whether a page is small enough already when it is packed in a tenth of the time, or else as it is sent. */
  const fits = (file: string, most: number) => {
    const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
    return brotliCompressSync(readFileSync(join(site.dir, file)), quick).length / 1024 <= most || brotli(file) <= most;
  };
  const heaviest = (name: string) => {
    const files = new Set(filesOfKind(site, name));
    const pages = pagesOf(site).filter(({ file }) => files.has(file));
    // The heaviest ones of a kind, as they lie on the disk.
    const length = ({ file }: { readonly file: string }) => statSync(join(site.dir, file)).size;
    return pages.sort((a, b) => length(b) - length(a)).slice(0, 15);
  };

  it.each(Object.entries(LIGHT))('%s: page and style, scripts and their files', (name, [looks, scripts, files]) => {
    const pages = heaviest(name);
    expect(pages.length).toBeGreaterThan(0);
    const heavy = pages.flatMap((page) => {
      const own = [...scriptsOf(site, page)];
      const sum = own.reduce((total, file) => total + brotli(file), 0);
      const isLight = fits(page.file, looks) && sum <= scripts && own.length <= files;
      return isLight ? [] : [`${page.path} ${brotli(page.file).toFixed(2)} ${sum.toFixed(2)} ${String(own.length)}`];
    });
    expect(heavy).toEqual([]);
  });

  it('ask for nothing that has to be there before they are shown', () => {
    const waiting = Object.keys(LIGHT).flatMap((name) => {
      const page = heaviest(name)[0];
      return page === undefined ? [] : stylesOf(site, page).map((sheet) => `${name} ${sheet}`);
    });
    expect(waiting).toEqual([]);
    const scripts = pagesOf(site).flatMap((page) => page.scripts.map(({ src, type }) => ({ ...page, src, type })));
    expect(few(scripts.filter(({ src, type }) => src !== null && type !== 'module').map(({ path }) => path))).toEqual(
      [],
    );
  });
});

describe('the map', () => {
  const brotli = (file: string) => brotliCompressSync(readFileSync(join(site.dir, file))).length / 1024;
  const map = pagesOf(site).find(({ path }) => path === '/map/');

  it('draws with at most 55 KB of scripts and styles, late ones and that in the page too', () => {
    if (map === undefined) throw new Error('no map page');
    const html = read(site, map.file);
    const [, style = ''] = /<style>(.*?)<\/style>/su.exec(html) ?? [];
    const [, sheet = ''] = / data-sheet="\/([^"]+)"/u.exec(html) ?? [];
    const inPage = brotliCompressSync(style).length / 1024;
    // Tiles come where the operator has a key for them.
    const scripts = [...scriptsOf(site, map, isMapScript)].filter((file) => !/\/tiles\./u.test(file));
    const weights = [inPage, brotli(sheet), ...scripts.map(brotli)];
    expect(Math.min(...weights)).toBeGreaterThan(0);
    expect(weights.reduce((sum, weight) => sum + weight)).toBeLessThan(55);
  });

  it('has a file of at most 20 KB for a thousand stations', () => {
    const file = JSON.parse(read(site, 'map/stations.json')) as MapFile;
    const shown = file.townSteps.length;
    expect(shown).toBeGreaterThan(900);
    expect((brotli('map/stations.json') / shown) * 1000).toBeLessThan(20);
  });
});

describe('budgets, as sent with gzip', () => {
  it('no page weighs more than it may', () => {
    expect(few(budgetFaults(site))).toEqual([]);
  });

  it('every page is weighed, with the allowance of its kind', () => {
    expect(new Set(weights.map(({ path }) => path)).size).toBe(pagesOf(site).length);
    const limits = (path: string) =>
      weights.filter((weight) => weight.path === path).map(({ what, limit }) => `${what} ${limit / 1024}`);
    expect(limits('/')).toEqual(['全部 60', '查找的脚本 40']);
    expect(limits('/stations/')).toEqual(['网页 160']);
    expect(limits('/map/')).toEqual(['脚本和数据 100']);
    expect(limits('/about/')).toEqual(['网页和样式 30', '脚本 12']);
    for (const { bytes } of weights.filter(({ what }) => what !== '脚本')) expect(bytes).toBeGreaterThan(1000);
  });

  it('reading needs no script at all: nothing stands in an empty page', () => {
    const empty = pagesOf(site).filter(({ text }) => text.trim().length < 20);
    expect(empty.map(({ path }) => path)).toEqual([]);
  });

  it('counts late imports only where it should', () => {
    const map = pagesOf(site).find(({ path }) => path === '/map/');
    if (map === undefined) throw new Error('no map page');
    expect(scriptsOf(site, map, isMapScript).size).toBeGreaterThan(scriptsOf(site, map).size);
    expect(filesOfKind(site, 'station').length).toBeGreaterThan(0);
  });
});
