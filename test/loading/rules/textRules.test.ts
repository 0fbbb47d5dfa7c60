import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { TEXT_RULES, type TextRule } from '../../../src/domain/rules/textRules.ts';
import { actingFileFaults } from '../../../src/loading/actingFiles.ts';
import { clausesIn, contentFaults } from '../../../src/loading/rules/texts.ts';
import { readContent } from '../../../src/loading/texts/documents.ts';
import { loadDataset } from '../../../src/loading/dataset.ts';
import { isBlocking, type Fault } from '../../../src/loading/faults/fault.ts';
import { contentFiles, foldersOf } from '../../../src/loading/folders.ts';
import { inspect } from '../../../src/loading/input.ts';
import { COPIED_SHARE, overlapOf } from '../../../src/loading/rules/interpretations.ts';
import { coverageOf } from '../../../src/loading/texts/coverage.ts';
import { bytes, cityWith, contentWith, swap } from '../city.ts';

const TODAY = '2026-11-23';
const dataset = loadDataset(cityWith({}));
const FIXTURES = fileURLToPath(new URL('../../fixtures/lint/', import.meta.url));
/** The file of the city that a fixture of the folder stands in for. */
const PLACES = {
  interpretations: 'interpretations/how-many.mdx',
  policies: 'policies/yzmz-2024-1.mdx',
  cases: 'cases/the-lamp-by-the-lake.md',
  pages: 'pages/about.mdx',
  public: 'public/x',
} as const;

const fixtures = (Object.keys(PLACES) as (keyof typeof PLACES)[]).flatMap((folder) =>
  readdirSync(`${FIXTURES}${folder}`).map((name) => ({
    code: name.replace(/\.[a-z]+$/u, '') as TextRule,
    place: folder === 'public' ? PLACES[folder] + extname(name) : PLACES[folder],
    text: readFileSync(`${FIXTURES}${folder}/${name}`, 'utf8'),
  })),
);

function faultsOf(edits: Parameters<typeof contentWith>[0], today = TODAY): Fault[] {
  const reading = readContent(contentWith(edits));
  return [...reading.faults, ...contentFaults(reading, dataset, today)];
}

/** The faults of a fixture in its place: of a published file by itself, of a text among those of the city. */
const faultsAt = (place: string, text: string): Fault[] =>
  place.startsWith('public/') ? actingFileFaults(place, bytes(text)) : faultsOf({ [place]: () => text });

describe('the rules of policy texts', () => {
  it('have a fixture each, named for its fault', () => {
    expect(fixtures.map(({ code }) => code).sort()).toEqual(Object.keys(TEXT_RULES).sort());
  });

  it.each(fixtures)('$code is found, and nothing else', ({ code, place, text }) => {
    const faults = faultsAt(place, text);
    expect(faults.map((fault) => fault.code)).toEqual([code]);
    expect(faults[0]?.level).toBe(TEXT_RULES[code].level);
    expect(`${faults[0]?.message}${faults[0]?.remedy}`).toMatch(/\p{Script=Han}/u);
  });

  it('find nothing in the texts of the city', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it('stop a build only where something must be mended', () => {
    const reminders = fixtures.filter(({ code }) => TEXT_RULES[code].level === '提醒');
    expect(reminders.length).toBeGreaterThan(0);
    for (const { place, text } of reminders) expect(faultsOf({ [place]: () => text }).filter(isBlocking)).toEqual([]);
  });
});

describe('the citation of a figure', () => {
  it('fails when the number in the quote was changed', () => {
    const codes = (from: string, to: string) =>
      faultsOf({ 'interpretations/how-many.mdx': swap(from, to) }).map(({ code }) => code);
    expect(codes('不少于2名工作人员</Cite>', '不少于3名工作人员</Cite>')).toContain('cite-quote');
    expect(codes('figure="十二家"', 'figure="十三家"')).toEqual(['cite-figure']);
  });

  it('is checked with its attributes in any order, and one that can not be read is no way out', () => {
    const codes = (to: string) =>
      faultsOf({
        'interpretations/how-many.mdx': swap('<Cite clause="1-1">每站一般不少于2名工作人员</Cite>', to),
      }).map(({ code }) => code);
    expect(codes("<Cite figure='2名' clause='1-1'>每站一般不少于2名工作人员</Cite>")).toEqual([]);
    expect(codes("<Cite figure='9名' clause='1-1'>每站一般不少于9名工作人员</Cite>")).toContain('cite-quote');
    expect(codes('<Cite clause="1-1" />')).toContain('cite-quote');
  });
});

describe('the validity of a document', () => {
  const policy = 'policies/yzmz-2024-1.mdx';
  const codes = (until: string) =>
    faultsOf({ [policy]: swap('valid_until: 2029-03-31', `valid_until: ${until}`) }).map(({ code }) => code);

  it.each([
    ['2027-02-22', []],
    ['2027-02-21', ['validity-ending']],
    ['2026-11-23', ['validity-ending']],
    ['2026-11-22', ['validity-over']],
  ])('that runs until %s is reported as %j', (until, expected) => {
    expect(codes(until)).toEqual(expected);
  });
});

describe('an interpretation that follows its document', () => {
  // The document was released on Friday 2024-03-08.
  it.each([
    ['2024-03-13', []],
    ['2024-03-14', ['published-late']],
  ])('on %s is reported as %j: weekends are not counted', (day, expected) => {
    const edit = swap("published_at: '2024-03-11 09:00'", `published_at: '${day} 09:00'`);
    expect(faultsOf({ 'interpretations/how-many.mdx': edit }).map(({ code }) => code)).toEqual(expected);
  });
});

describe('citations of the original and of our own', () => {
  it('differ: a second title is waived inside a quote', () => {
    const title = '《关于加强社区服务工作的意见》（泽委发〔2023〕7号）';
    const edits = {
      'policies/yzmz-2024-1.mdx': (text: string) =>
        swap('社工站由街镇设立', `按照${title}，社工站由街镇设立`)(text).replace(/^lock: .*$/mu, 'lock: later'),
      'interpretations/how-many.mdx': swap('进度见[', `原文引的是<Cite clause="1">${title}</Cite>。\n\n进度见[`),
    };
    expect(faultsOf(edits).map(({ code }) => code)).toEqual(['lock']);
    const ours = swap('进度见[', `我们说${title}。\n\n进度见[`);
    expect(faultsOf({ 'interpretations/how-many.mdx': ours }).map(({ code }) => code)).toEqual(['cite-two-titles']);
  });

  it('are looked up in cases, pages and help too', () => {
    const wrong = '\n\n见《关于加强社区服务的通知》（泽委发〔2023〕7号）。\n';
    for (const file of ['cases/the-lamp-by-the-lake.md', 'pages/about.mdx', 'help/10-start.mdx']) {
      const codes = faultsOf({ [file]: (text) => text + wrong }).map(({ code }) => code);
      expect(codes, file).toEqual(['cite-title']);
    }
  });
});

describe('the texts of Shanghai', () => {
  const folders = foldersOf({});
  const { documents } = readContent(contentFiles(folders.content));
  const clauses = clausesIn(documents);

  it('have no fault and no reminder', () => {
    expect(inspect(folders).faults.filter(({ file }) => !file.endsWith('.csv'))).toEqual([]);
  });

  it('explain every clause that has words, 抄送 included', () => {
    const coverage = coverageOf(documents, clauses);
    expect(coverage.map(({ clause }) => clause)).toEqual([
      '0',
      '1',
      '2',
      '2-1',
      '2-2',
      '3-1',
      '3-2',
      '3-3',
      '4',
      '5-1',
      '5-2',
      '5-3',
      '5-4',
      'copy',
    ]);
    expect(coverage.filter(({ interpretations }) => interpretations.length === 0)).toEqual([]);
  });

  it('are ten or more interpretations, none of them a digest', () => {
    expect(documents.interpretations.length).toBeGreaterThanOrEqual(10);
    for (const entry of documents.interpretations) {
      expect(overlapOf(entry, clauses).share, entry.slug).toBeLessThan(COPIED_SHARE / 2);
    }
  });

  it('waive the second title of 民办函〔2021〕20号 in the original alone', () => {
    const original = documents.policies.find(({ slug }) => slug === 'shmz-2021-5')?.body ?? '';
    expect(original).toContain('《关于加快乡镇（街道）社会工作服务站建设的通知》（民办函〔2021〕20号）');
  });
});
