import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { TABLES, type TableName } from '../../../src/domain/dataset/columns.ts';
import { DATA_RULES, type DataRule } from '../../../src/domain/rules/dataRules.ts';
import { RULES } from '../../../src/domain/rules/checkRules.ts';
import { attachmentFaults } from '../../../src/loading/attachments/attachments.ts';
import { contentFaults } from '../../../src/loading/rules/texts.ts';
import { readContent } from '../../../src/loading/texts/documents.ts';
import { dataRuleFaults } from '../../../src/loading/rules/allTables.ts';
import { readDataset } from '../../../src/loading/dataset.ts';
import { rowsIn } from '../../../src/loading/tables/tables.ts';
import { isBlocking, type Fault } from '../../../src/loading/faults/fault.ts';
import { bytes, cityText, cityWith, contentWith, swap } from '../city.ts';
import { line, smallPdf } from '../formats/pdf.ts';

const TODAY = '2026-11-23';
const FIXTURES = fileURLToPath(new URL('../../fixtures/rules/', import.meta.url));

/** One change to the city that breaks one rule: a piece replaced, or a row added. */
interface Fixture {
  readonly file: string;
  readonly from?: string;
  readonly to?: string;
  readonly add?: string;
  readonly today?: string;
  readonly hidden?: readonly string[];
}

/** The stations of the city without anything that even a reminder would be said of. */
const PERFECT = [
  swap('2026-01-15', '2026-10-12'),
  swap('2025-05-06', '2026-10-12'),
  swap(
    '苇湾镇社区社会组织服务中心,,2,2,elder-visit,,,,运行,,,,,,,',
    '苇湾镇社区社会组织服务中心,,3,2,elder-visit,,,,运行,,,,,2026-10-12,云泽市民政局,',
  ),
  swap('0389-2010014,,', '0389-2010014,周一至周五 9:00-17:00,'),
  swap('荷桥街道荷花社工站', '荷桥街道荷花居委会社工站'),
].reduce((before, edit) => (text: string) => edit(before(text)));

const editOf =
  ({ file, from, to = '', add }: Fixture) =>
  (text: string) =>
    add === undefined ? swap(from ?? '', to)(text) : `${(text || headerOf(file)).trimEnd()}\n${add}\n`;

/** The header of a table that the city does without. */
const headerOf = (file: string) => TABLES[file.replace('.csv', '') as TableName].map(({ name }) => name).join(',');

const known = new Map<Fixture | null, Fault[]>();

/** The faults of the fixture city with one thing wrong; read once, because a city takes a while. */
function faultsOf(fixture: Fixture | null): Fault[] {
  const faults = known.get(fixture) ?? readFaults(fixture);
  known.set(fixture, faults);
  return faults;
}

function readFaults(fixture: Fixture | null): Fault[] {
  const inContent = fixture?.file.includes('/') ?? false;
  const edit = fixture === null ? (text: string) => text : editOf(fixture);
  const data = {
    'stations.csv': (text: string) => (fixture?.file === 'stations.csv' ? edit(PERFECT(text)) : PERFECT(text)),
    ...(fixture === null || inContent || fixture.file === 'stations.csv' ? {} : { [fixture.file]: edit }),
  };
  const today = fixture?.today ?? TODAY;
  const reading = readDataset(cityWith(data));
  const texts = readContent(contentWith(fixture !== null && inContent ? { [fixture.file]: edit } : {}));
  return [
    ...reading.faults,
    ...dataRuleFaults(reading, today),
    ...texts.faults,
    ...contentFaults(texts, reading.dataset, TODAY, fixture?.hidden, rowsIn(reading.tables)),
  ];
}

const fixtures = readdirSync(FIXTURES).map((name) => ({
  code: name.replace(/\.yaml$/u, '') as DataRule,
  fixture: parse(readFileSync(`${FIXTURES}${name}`, 'utf8')) as Fixture,
}));

/** A JPEG with nothing but the segments given. */
const jpeg = (...segments: readonly (readonly [marker: number, content: string])[]) =>
  Uint8Array.from([
    0xff,
    0xd8,
    ...segments.flatMap(([marker, content]) => [
      0xff,
      marker,
      (content.length + 2) >> 8,
      (content.length + 2) & 0xff,
      ...[...content].map((char) => char.charCodeAt(0)),
    ]),
    0xff,
    0xda,
  ]);
// A directory of one entry, the tag of places.
const PLACED = `Exif\0\0MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0`;

/** Rules of files that are no text: broken by bytes, not by a change to the city. */
const ATTACHED: Readonly<Partial<Record<DataRule, { name: string; bytes: Uint8Array }>>> = {
  'picture-metadata': { name: 'content/cases/lake.jpg', bytes: jpeg([0xe1, PLACED]) },
  'document-metadata': {
    name: 'public/form.pdf',
    bytes: smallPdf({ pages: [line('Form')], info: { Author: '张三' } }),
  },
  'attachment-unread': { name: 'public/form.pdf', bytes: bytes('%PDF-1.7') },
};

describe('the rules of data', () => {
  it('have a fixture each, named for its fault', () => {
    const named = [...fixtures.map(({ code }) => code), ...Object.keys(ATTACHED)];
    expect(named.sort()).toEqual(Object.keys(DATA_RULES).sort());
  });

  it('find nothing in a city without a fault', () => {
    expect(faultsOf(null)).toEqual([]);
  });

  it.each(fixtures)('$code is found, and nothing else', ({ code, fixture }) => {
    // The clock has moved on for as-at-old: then stations are old too.
    const faults = faultsOf(fixture).filter(
      (fault) => fixture.today === undefined || !fault.code.startsWith('verified'),
    );
    expect([...new Set(faults.map((fault) => fault.code))]).toEqual([code]);
    for (const fault of faults) {
      expect(fault.level).toBe(DATA_RULES[code].level);
      expect(`${fault.message}${fault.remedy}`).toMatch(/\p{Script=Han}/u);
    }
  });

  // A heading that is missing and a year that nobody filled in are faults of the whole file.
  const inRows = fixtures.filter(
    ({ code, fixture }) => fixture.file.endsWith('.csv') && !['input', 'holidays-due'].includes(code),
  );
  it.each(inRows)('$code names the row and the column in its table', ({ code, fixture }) => {
    const faults = faultsOf(fixture).filter((fault) => fault.code === code);
    expect(faults.filter(({ row, column }) => row === null || column === null)).toEqual([]);
  });

  it('are content with a file that no program reads once somebody has read it through', async () => {
    const scan = { name: 'public/scan.pdf', bytes: bytes('%PDF-1.7') };
    const [fault] = await attachmentFaults(scan);
    const hash = /sha256: ([0-9a-f]{64})/u.exec(fault?.remedy ?? '')?.[1] ?? '';
    expect(await attachmentFaults(scan, [hash])).toEqual([]);
  });

  it.each(Object.entries(ATTACHED))('%s is found, and nothing else', async (code, attachment) => {
    expect((await attachmentFaults(attachment)).map((fault) => fault.code)).toEqual([code]);
  });

  it('stop a build only where something must be mended', () => {
    for (const { code, fixture } of fixtures) {
      expect(faultsOf(fixture).some(isBlocking), code).toBe(DATA_RULES[code].level === '必须改');
    }
  });

  it('say what they rest on and what to do', () => {
    for (const [code, { about, source, remedy }] of Object.entries(RULES)) {
      expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
      for (const words of [about, source, remedy]) expect(words, code).toMatch(/\p{Script=Han}/u);
    }
  });

  it.each([
    ['contact: 0389-2010000', 'contact: 老周 138.0013.8000', 'contact', '手机号'],
    [
      'interpretation_contact: 0389-2010002',
      'interpretation_contact: "0086 13800138000"',
      'interpretation_contact',
      '手机号',
    ],
    ['organiser: 云泽市民政局', 'organiser: 老周 zhou@yunze.example', 'organiser', '邮箱'],
    ['name: 云泽市人民政府网站', 'name: 京A·12345', 'host_site', '车牌号'],
  ])('hold for site.yaml: %s as %s', (from, to, column, kind) => {
    const reading = readDataset(cityWith({ 'stations.csv': PERFECT, 'site.yaml': swap(from, to) }));
    expect(dataRuleFaults(reading, TODAY)).toMatchObject([
      { code: 'personal-data', file: 'site.yaml', column, message: `像是${kind}，不能公开` },
    ]);
  });

  it('leave the telephones and mailboxes of units in site.yaml alone', () => {
    const edit = swap('contact: 0389-2010000', 'contact: 0389-2010000 转 801，minzheng@yunze.example');
    expect(dataRuleFaults(readDataset(cityWith({ 'stations.csv': PERFECT, 'site.yaml': edit })), TODAY)).toEqual([]);
  });

  it('leave the placeholders of a sample alone', () => {
    const reading = readDataset(
      cityWith({
        'stations.csv': (text) => swap('荷花路18号1楼', '示例路18号1楼')(PERFECT(text)),
        'datapackage.json': swap('"official"', '"sample"'),
      }),
    );
    expect(dataRuleFaults(reading, TODAY)).toEqual([]);
  });

  it('stop nothing because the clock of a machine is wrong', () => {
    const reading = readDataset(cityWith({}));
    for (const today of ['2020-01-01', '2040-01-01']) {
      expect(dataRuleFaults(reading, today).filter(isBlocking)).toEqual([]);
    }
    expect(cityText('datapackage.json')).toContain('2026-11-20');
  });
});

describe('an attachment', () => {
  const kinds = async (name: string, content: Uint8Array) =>
    (await attachmentFaults({ name, bytes: content })).map(({ code, message }) => `${code} ${message}`);

  it('tells where a picture was taken', async () => {
    expect(await kinds('a.jpg', jpeg([0xe1, PLACED]))).toEqual(['picture-metadata 带着EXIF、GPS']);
    expect(await kinds('a.jpg', jpeg([0xe1, 'http://ns.adobe.com/xap/1.0/\0<x/>'], [0xfe, 'by me']))).toEqual([
      'picture-metadata 带着XMP、文字说明',
    ]);
    expect(await kinds('a.jpg', jpeg([0xe0, 'JFIF\0']))).toEqual([]);
  });

  it.each([
    ['身份证号', '11010519491231002X'],
    ['手机号', '138 0013 8000'],
    ['银行卡号', '6222 0212 3456 7890 128'],
    ['邮箱', 'laozhou@example.cn'],
  ])('holds a %s', async (kind, text) => {
    expect(await kinds('名单.csv', bytes(`姓名,号码\n老周,${text}\n`))).toEqual([
      `personal-data 像是${kind}，不能公开`,
    ]);
  });

  it('holds none where the check digit of a card or the day in an ID number is wrong', async () => {
    expect(await kinds('名单.csv', bytes('110105194902310021\n6222021234567890121\n'))).toEqual([]);
  });
});
