import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { MEMBER_CARD } from '../../src/domain/openData/memberCard.ts';
import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { SAMPLE_STORY } from '../../src/domain/case/case.ts';
import { countsInWords } from '../../src/domain/figures/stationCount.ts';
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
    const exports = [...site.files].filter(
      (file) => /^data\/[^/]+\.(?:csv|json|zip|xlsx|geojson)$/u.test(file) && file !== MEMBER_CARD,
    );
    expect(exports.length).toBeGreaterThan(3);
    const stations = exports.filter((file) => /stations|organizations/u.test(file));
    expect(stations.length).toBeGreaterThan(0);
    expect(exports.filter((file) => !file.startsWith('data/sample-'))).toEqual([]);
    // The card for portals has one name everywhere, and says itself what it is about.
    expect((JSON.parse(read(site, MEMBER_CARD)) as { kind: string }).kind).toBe('sample');
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
    const clean = posters.filter((file) => {
      const main = documentOf(site, file).querySelector('main');
      return (
        (main?.querySelector('.watermark[data-mark="示例"]') ?? null) === null || !/示例/u.test(main?.textContent ?? '')
      );
    });
    expect(few(clean)).toEqual([]);
  });

  it('says of every case on its page, in its description and in every list that it is a written story', () => {
    const cases = filesOfKind(site, 'case');
    expect(cases.length).toBeGreaterThan(0);
    for (const file of cases) {
      const page = documentOf(site, file);
      expect(page.querySelector('main')?.textContent, file).toContain(SAMPLE_STORY);
      expect(page.querySelector('meta[name="description"]')?.getAttribute('content'), file).toContain(SAMPLE_STORY);
      expect(page.querySelector('main')?.textContent, file).not.toMatch(/化名|本人同意|监护人同意|真实案例/u);
    }
    // Stations are many and alike: each of them shows its cases in the same way.
    const lists = pages.filter(
      ({ file, references }, at) =>
        !file.startsWith('sitemap') &&
        references.some(({ href }) => /\/cases\/[^/]+\/$/u.test(href)) &&
        (!file.startsWith('stations/') || at % 50 === 0),
    );
    const links = lists.flatMap(({ file }) =>
      [...documentOf(site, file).querySelectorAll('main li:not(.breadcrumbs li) a[href*="/cases/"]')]
        .filter((link) => /cases\/[^/]+\/$/u.test(link.getAttribute('href') ?? ''))
        .map((link) => ({ file, text: link.closest('li')?.textContent ?? '' })),
    );
    expect(links.length).toBeGreaterThan(50);
    expect(few(links.filter(({ text }) => !text.includes(SAMPLE_STORY)).map(({ file }) => file))).toEqual([]);
    expect(documentOf(site, 'sitemap/index.html').body.textContent).toContain(`案例（${SAMPLE_STORY}）`);
    expect(documentOf(site, 'glossary/index.html').getElementById('dian-xing-an-li')?.textContent).toContain(
      SAMPLE_STORY,
    );
    expect(documentOf(site, 'about/index.html').querySelector('main')?.textContent).toContain(SAMPLE_STORY);
    const entries = read(site, 'cases/atom.xml').split('<entry>').slice(1);
    expect(entries).toHaveLength(cases.length);
    for (const entry of entries) expect(entry).toMatch(new RegExp(`<title>示例故事：.*<summary>${SAMPLE_STORY}`, 'u'));
    const more = JSON.parse(read(site, 'search/more.json')) as { cases: readonly (readonly string[])[] };
    expect(more.cases).toHaveLength(cases.length);
    for (const [, , , , detail] of more.cases) expect(detail).toContain(SAMPLE_STORY);
  });

  it('marks its numbers where they stand', () => {
    const text = (file: string, selector: string) =>
      [...documentOf(site, file).querySelectorAll(selector)].map((part) =>
        (part.textContent ?? '').replace(/\s+/gu, ''),
      );
    const counts = [
      ...text('index.html', '.districts li'),
      ...text('index.html', 'section[aria-labelledby="h-prog"] li'),
      ...text('progress/index.html', '.figure-index li'),
      ...text('fields/index.html', '.field-list li p.small'),
      ...text('stations/index.html', '.district-group h2'),
    ];
    expect(counts.length).toBeGreaterThan(50);
    expect(counts.filter((words) => !words.includes('示例'))).toEqual([]);
  });

  it('counts its gaps and names no real 街镇 or station among them', () => {
    for (const file of ['progress/index.html', 'progress/gaps/index.html'])
      expect(documentOf(site, file).querySelectorAll('.gap-names').length, file).toBe(0);
    for (const file of [...site.files].filter((name) => /^progress\/sample-.*\.csv$/u.test(name)))
      expect(read(site, file).split('\r\n')[0], file).not.toMatch(/还没有综合站的街镇|的站，/u);
    const without = dataset.towns.filter(
      ({ code, kind }) =>
        kind !== '其他' && !dataset.stations.some(({ type, townCode }) => type === '综合' && townCode === code),
    );
    for (const { code, name } of without)
      expect(documentOf(site, `towns/${code}/index.html`).querySelector('main')?.textContent, name).not.toContain(
        '还没有综合',
      );
  });

  it('makes no real office say that it verified anything', () => {
    const real = dataset.stations.filter(({ verifiedBy }) => verifiedBy !== '' && !verifiedBy.startsWith('示例'));
    expect(few(real.map(({ verifiedBy }) => verifiedBy))).toEqual([]);
  });

  it('brings its numbers of stations together in one sentence', () => {
    const sentence = countsInWords(dataset.stations);
    for (const file of ['stations/index.html', 'progress/index.html', 'data/index.html'])
      expect(documentOf(site, file).querySelector('main')?.textContent, file).toContain(sentence);
  });

  it('marks the feeds', () => {
    for (const feed of ['policies/atom.xml', 'cases/atom.xml', 'data/changes.xml'])
      expect(read(site, feed)).toContain('示例');
  });
});
