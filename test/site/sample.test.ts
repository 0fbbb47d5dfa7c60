import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { documentOf, few, mainSite, pagesOf, read, ROOT } from './builtSite.ts';
import { filesOfKind } from './pageKinds.ts';

const site = mainSite();
const pages = pagesOf(site);
const { dataset } = load(foldersOf(process.env, ROOT));

// docs/norms.md §9. The repo's own data are a sample; an official dataset is tested in official.test.ts.
describe.runIf(dataset.meta.kind === 'sample')('a sample', () => {
  it('says so at the top of every page', () => {
    const silent = pages.filter(({ file }) => {
      const [top = ''] = read(site, file).split('<main');
      const banner = parseHTML(top).document.querySelector('body aside');
      return !/示例数据|Sample data/u.test(banner?.textContent ?? '');
    });
    expect(few(silent.map(({ path }) => path))).toEqual([]);
  });

  it('tells robots to keep out of every page', () => {
    const open = pages.filter(({ metas }) => metas.get('robots')?.join() !== 'noindex');
    expect(few(open.map(({ path }) => path))).toEqual([]);
    expect(read(site, 'robots.txt')).toMatch(/^Disallow: \/$/mu);
  });

  it('links no telephone but the checked hotlines', () => {
    const hotlines = new Set(dataset.hotlines.map(({ number }) => number));
    const dialled = pages.flatMap(({ path, references }) =>
      references
        .filter(({ href }) => href.startsWith('tel:') && !hotlines.has(href.slice(4)))
        .map(({ href }) => `${path} ${href}`),
    );
    expect(few(dialled)).toEqual([]);
  });

  it('tells search engines nothing as a fact', () => {
    const facts = pages.filter(({ scripts }) => scripts.some(({ type }) => type === 'application/ld+json'));
    expect(few(facts.map(({ path }) => path))).toEqual([]);
  });

  it('names its exports sample-…', () => {
    const exports = [...site.files].filter((file) => /^data\/[^/]+\.(?:csv|json|zip|xlsx|geojson)$/u.test(file));
    expect(exports.length).toBeGreaterThan(3);
    const stations = exports.filter((file) => /stations|organizations/u.test(file));
    expect(stations.length).toBeGreaterThan(0);
    expect(exports.filter((file) => !file.startsWith('data/sample-'))).toEqual([]);
    const figures = [...site.files].filter((file) => /^progress\/[^/]+\.(?:csv|svg)$/u.test(file));
    expect(figures.length).toBeGreaterThan(10);
    expect(figures.filter((file) => !file.startsWith('progress/sample-'))).toEqual([]);
  });

  it('has no past, and says so instead of inventing one', () => {
    expect(dataset.changes).toEqual([]);
    expect(documentOf(site, 'data/changes/index.html').querySelector('main')?.textContent).toContain(
      '示例数据没有过去',
    );
    expect(read(site, 'data/changes.xml')).not.toContain('<entry>');
  });

  it('watermarks its posters', () => {
    const posters = filesOfKind(site, 'poster');
    expect(posters.length).toBe(dataset.stations.length);
    const clean = posters.filter(
      (file) => !/示例/u.test(documentOf(site, file).querySelector('main')?.textContent ?? ''),
    );
    expect(few(clean)).toEqual([]);
  });

  it('marks every sample case', () => {
    const unmarked = filesOfKind(site, 'case').filter(
      (file) => !/示例/u.test(documentOf(site, file).querySelector('main')?.textContent ?? ''),
    );
    expect(unmarked).toEqual([]);
  });

  it('marks the feeds', () => {
    for (const feed of ['policies/atom.xml', 'cases/atom.xml', 'data/changes.xml'])
      expect(read(site, feed)).toContain('示例');
  });
});
