import { describe, expect, it } from 'vitest';
import { paths } from '../../src/domain/site/paths.ts';
import { isClosed } from '../../src/domain/station/station.ts';
import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { documentOf, few, mainSite, pagesOf, read, ROOT } from './builtSite.ts';
import { oneOfEachKind } from './pageKinds.ts';

const site = mainSite();
const { dataset } = load(foldersOf(process.env, ROOT));
const english = pagesOf(site).filter(({ path }) => path.startsWith(paths.english()));
const fileOf = (path: string) => `${path.slice(1)}index.html`;

/** The rows of stations on a page: id, the number that stands there, and the address that the name leads to. */
const rowsOf = (path: string) =>
  [...documentOf(site, fileOf(path)).querySelectorAll('main li[data-id]')].map((row) => ({
    id: row.getAttribute('data-id') ?? '',
    phone: row.querySelector('.tel .number')?.textContent.replace(/\s+/gu, ' ').trim().replace('转', ' ext. ') ?? '',
    dials: row.querySelector('.tel a')?.getAttribute('href') ?? null,
    href: row.querySelector('h3 a, h4 a')?.getAttribute('href') ?? '',
  }));

/** What a page says about itself in other languages: `zh-CN /districts/310101/`. */
const alternatesOf = (file: string) =>
  [...documentOf(site, file).querySelectorAll('link[rel="alternate"][hreflang]')].map(
    (link) => `${link.getAttribute('hreflang')} ${new URL(link.getAttribute('href') ?? '').pathname}`,
  );

/** Chinese words of a page that stand in no element that says so. */
function unmarkedChinese(file: string): string[] {
  const own = (element: Element): string => {
    const said = element.closest('[lang]')?.getAttribute('lang');
    if (said !== 'en') return '';
    const words = [...element.childNodes]
      .filter(({ nodeType }) => nodeType === 3)
      .map(({ textContent }) => textContent ?? '');
    const names = ['aria-label', 'placeholder', 'title', 'alt'].map((name) => element.getAttribute(name) ?? '');
    return [...words, ...names].filter((text) => /\p{Script=Han}/u.test(text)).join(' ');
  };
  return [...documentOf(site, file).querySelectorAll('body *')]
    .filter(({ localName }) => localName !== 'script')
    .map(own)
    .filter((text) => text !== '');
}

describe('the English pages', () => {
  it.each(dataset.districts)('list every station of $name once, with the number of the Chinese page', ({ code }) => {
    const rows = rowsOf(paths.englishDistrict(code));
    const listed = dataset.stations.filter((station) => station.townCode.startsWith(code) && !isClosed(station));
    expect(rows.map(({ id }) => id).sort()).toEqual(listed.map(({ id }) => id).sort());
    expect(rows).toEqual(rowsOf(paths.district(code)));
  });

  it('list the stations of a field as its Chinese page does', () => {
    expect(rowsOf(paths.englishField('jing-wai'))).toEqual(rowsOf(paths.field('jing-wai')));
  });

  it('are reached from the first one', () => {
    const links = new Set(
      [...documentOf(site, fileOf(paths.english())).querySelectorAll('main a')].map((a) => a.getAttribute('href')),
    );
    const others = english.map(({ path }) => path).filter((path) => path !== paths.english());
    expect(others.filter((path) => !links.has(path))).toEqual([]);
    expect(others).toHaveLength(dataset.districts.length + 1);
  });

  it('write the Chinese name beside each English one', () => {
    const district = documentOf(site, fileOf(paths.englishDistrict('310104')));
    const names = [...district.querySelectorAll('main li[data-id]')].map((row) => [
      row.getAttribute('data-id'),
      row.querySelector('[lang="zh-CN"]')?.textContent.trim(),
    ]);
    const known = new Map(dataset.stations.map(({ id, name }) => [id, name]));
    expect(names.filter(([id, name]) => known.get(id ?? '') !== name)).toEqual([]);
  });

  it('say of everything Chinese that it is Chinese', () => {
    expect(few(english.flatMap(({ file, path }) => unmarkedChinese(file).map((text) => `${path}: ${text}`)))).toEqual(
      [],
    );
  });

  it('name no hotline that has no source, and only 12367 for its languages', () => {
    const lines = [...documentOf(site, fileOf(paths.english())).querySelectorAll('.hotlines li')].map((line) => ({
      number: line.querySelector('b')?.textContent ?? '',
      says: line.textContent,
    }));
    const known = new Set(dataset.hotlines.map(({ number }) => number));
    expect(lines.map(({ number }) => number).slice(0, 3)).toEqual(['110', '120', '119']);
    expect(lines.filter(({ number }) => !known.has(number))).toEqual([]);
    expect(lines.filter(({ says }) => /English/u.test(says)).map(({ number }) => number)).toEqual(['12367']);
  });
});

describe('the other language of a page', () => {
  it('is named by both, each naming itself too', () => {
    const pairs = pagesOf(site)
      .filter(({ file }) => read(site, file).includes('rel="alternate" hreflang='))
      .map(({ file, path }) => ({ path, alternates: alternatesOf(file).sort() }));
    const said = new Map(pairs.map(({ path, alternates }) => [path, alternates]));
    for (const { path, alternates } of pairs) {
      expect(alternates.map((one) => one.split(' ')[0])).toEqual(['en', 'zh-CN']);
      const addresses = alternates.map((one) => one.split(' ')[1] ?? '');
      expect(addresses).toContain(path);
      for (const address of addresses) expect(said.get(address), `${path} → ${address}`).toEqual(alternates);
    }
    expect(pairs).toHaveLength(2 * english.length);
  });

  it('is one link away in the header and the footer of every kind of page', () => {
    const missing = oneOfEachKind(site).flatMap(({ file, path }) => {
      const document = documentOf(site, file);
      if (document.querySelector('header.header') === null) return [];
      const other = path.startsWith(paths.english()) ? 'zh-CN' : 'en';
      const hrefs = ['header', 'footer'].map((part) =>
        document.querySelector(`.${part} a[hreflang="${other}"]:is(.tool, [lang="${other}"])`)?.getAttribute('href'),
      );
      const named = alternatesOf(file)
        .find((one) => one.startsWith(other))
        ?.split(' ')[1];
      const expected = named ?? (other === 'en' ? paths.english() : paths.home());
      return hrefs.every((href) => href === expected) ? [] : [`${path}: ${hrefs.join(' ')}`];
    });
    expect(few(missing)).toEqual([]);
  });
});
