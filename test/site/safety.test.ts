import { describe, expect, it } from 'vitest';
import { CRISIS_ORDER } from '../../src/domain/service/hotline.ts';
import { foldersOf } from '../../src/loading/folders.ts';
import { load } from '../../src/loading/input.ts';
import { documentOf, few, mainSite, read, ROOT } from './builtSite.ts';
import { filesOfKind } from './pageKinds.ts';

const site = mainSite();
const { dataset } = load(foldersOf(process.env, ROOT));
const known = new Set(dataset.hotlines.map(({ number }) => number));

/** The hotlines that a part of a page links, in the order in which a reader meets them. */
const dialled = (part: Element | null | undefined) =>
  [...(part?.querySelectorAll('a[href^="tel:"]') ?? [])]
    .map((link) => (link.getAttribute('href') ?? '').slice(4))
    .filter((number) => known.has(number));

const mainOf = (file: string) => documentOf(site, file).querySelector('main');
const beginsWithLife = (numbers: readonly string[]) => numbers[0] === '110' && numbers[1] === '120';
const sensitive = new Set(dataset.fields.filter((field) => field.sensitive).map(({ slug }) => slug));
const slugOf = (file: string) => file.split('/')[1] ?? '';

describe('where a life or a child may be at risk', () => {
  it('110 and 120 stand before any other number on the page of every field that is sensitive or has a hotline', () => {
    const files = filesOfKind(site, 'field').filter((file) => {
      const field = dataset.fields.find(({ slug }) => slug === slugOf(file));
      return field?.sensitive === true || (field?.hotline ?? null) !== null;
    });
    expect(files.length).toBeGreaterThan(0);
    expect(few(files.filter((file) => !beginsWithLife(dialled(mainOf(file)))))).toEqual([]);
  });

  it('they do on the page of every service of a sensitive field, or that a word with emergency numbers leads to', () => {
    const urgent = new Set(dataset.needs.filter(({ crisis }) => crisis.length > 0).flatMap(({ services }) => services));
    const files = filesOfKind(site, 'service').filter((file) => {
      const service = dataset.services.find(({ id }) => id === slugOf(file));
      return urgent.has(slugOf(file)) || service?.fields.some((field) => sensitive.has(field)) === true;
    });
    expect(files.length).toBeGreaterThan(0);
    expect(few(files.filter((file) => !beginsWithLife(dialled(mainOf(file)))))).toEqual([]);
  });

  it('they do in every topic that such a word or a sensitive field belongs to', () => {
    const page = documentOf(site, 'services/index.html');
    const topics = dataset.topics.filter(
      ({ slug }) =>
        dataset.needs.some(({ topic, crisis }) => topic === slug && crisis.length > 0) ||
        dataset.services.some(({ topic, fields }) => topic === slug && fields.some((field) => sensitive.has(field))),
    );
    expect(topics.length).toBeGreaterThan(0);
    expect(
      topics.filter(({ slug }) => !beginsWithLife(dialled(page.getElementById(slug)))).map(({ slug }) => slug),
    ).toEqual([]);
    expect(beginsWithLife(dialled(page.querySelector('main')))).toBe(true);
  });

  it('they do on the home page, and on every station of a sensitive field', () => {
    expect(beginsWithLife(dialled(mainOf('index.html')))).toBe(true);
    const files = dataset.stations
      .filter(({ field }) => sensitive.has(field ?? ''))
      .map(({ id }) => `stations/${id}/index.html`);
    expect(files.length).toBeGreaterThan(0);
    expect(few(files.filter((file) => !beginsWithLife(dialled(mainOf(file)))))).toEqual([]);
  });

  it('posters name both', () => {
    const files = filesOfKind(site, 'poster');
    expect(files.length).toBeGreaterThan(0);
    const silent = files.filter((file) => !/class="poster-urgent".*110.*120/su.test(read(site, file)));
    expect(few(silent)).toEqual([]);
  });
});

describe('hotlines', () => {
  const files = [
    'index.html',
    'services/index.html',
    ...['field', 'service', 'case'].flatMap((kind) => filesOfKind(site, kind)),
  ];

  it('keep one order wherever several stand together, emergencies first', () => {
    const rank = (number: string) => {
      const at = (CRISIS_ORDER as readonly string[]).indexOf(number);
      return at < 0 ? CRISIS_ORDER.length : at;
    };
    const wrong = files.flatMap((file) =>
      [...documentOf(site, file).querySelectorAll('.urgent, .hotlines')].flatMap((box) => {
        const ranks = dialled(box).map(rank);
        return ranks.every((at, index) => at >= (ranks[index - 1] ?? 0)) ? [] : [file];
      }),
    );
    expect(few(wrong)).toEqual([]);
  });

  it('for ordinary questions are never among those to call first', () => {
    const ordinary = new Set(dataset.hotlines.filter(({ crisis }) => !crisis).map(({ number }) => number));
    const wrong = files.filter((file) =>
      [...documentOf(site, file).querySelectorAll('.urgent')].some((box) =>
        dialled(box).some((number) => ordinary.has(number)),
      ),
    );
    expect(few(wrong)).toEqual([]);
  });

  it('are published with their source and the day on which it was looked up', () => {
    const shown = documentOf(site, 'data/index.html').getElementById('hotline-sources')?.textContent ?? '';
    for (const { number, source } of dataset.hotlines) expect(shown, number).toContain(source);
  });
});

describe('a list by need', () => {
  it('shows no 专项 station of another field', () => {
    const byId = new Map(dataset.stations.map((station) => [station.id, station]));
    const wrong = dataset.services.flatMap(({ id, fields }) =>
      [
        ...documentOf(site, `services/${id}/index.html`).querySelectorAll('section[aria-labelledby="h-where"] a'),
      ].flatMap((link) => {
        const station = byId.get(/stations\/([^/]+)\//u.exec(link.getAttribute('href') ?? '')?.[1] ?? '');
        const fits = station !== undefined && (station.type !== '专项' || fields.includes(station.field ?? ''));
        return fits ? [] : [`${id}: ${link.textContent}`];
      }),
    );
    expect(few(wrong)).toEqual([]);
  });
});

describe('secrecy', () => {
  it('is said with its exceptions on every page of a sensitive field', () => {
    for (const slug of sensitive) {
      expect(mainOf(`fields/${slug}/index.html`)?.textContent, slug).toMatch(/依法保密，有例外：.*未成年人.*报告/su);
    }
  });
});
