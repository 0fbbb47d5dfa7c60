import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { TABLES } from '../../../src/domain/dataset/columns.ts';
import { readTable } from '../../../src/loading/tables/readTable.ts';
import { faultLine } from '../../../src/loading/faults/lines.ts';
import { bytes, cityText } from '../city.ts';

const TOPICS = 'slug,mark,name,summary\n';
const topics = (text: string) => readTable('topics', 'topics.csv', bytes(TOPICS + text));
const gb = (name: string) => readTable('topics', name, GB_TOPICS);

/** `slug,mark,name,summary⏎elderly,老,照顾老人,上门⏎` in GB18030, as Excel in China saves a CSV. */
const GB_TOPICS = Uint8Array.from([
  ...bytes('slug,mark,name,summary\r\nelderly,'),
  ...[0xc0, 0xcf, 0x2c, 0xd5, 0xd5, 0xb9, 0xcb, 0xc0, 0xcf, 0xc8, 0xcb, 0x2c, 0xc9, 0xcf, 0xc3, 0xc5],
  ...bytes('\r\n'),
]);

const elderly = { slug: 'elderly', mark: '老', name: '照顾老人', summary: '上门' };

describe('reading a table', () => {
  it('gives each row its number in Excel and its checked value', () => {
    expect(topics('elderly,老,照顾老人,上门\n')).toMatchObject({ rows: [{ row: 2, value: elderly }], faults: [] });
  });

  it('reads GB18030 with CRLF', () => {
    expect(gb('topics.csv')).toMatchObject({ rows: [{ row: 2, value: elderly }], faults: [] });
  });

  it('reads UTF-8 with a byte order mark', () => {
    expect(readTable('topics', 'topics.csv', bytes(`\uFEFF${TOPICS}elderly,老,照顾老人,上门`)).rows).toHaveLength(1);
  });

  it('reads UTF-16, which WPS saves as “Unicode 文本”', () => {
    const units = [...`\uFEFF${TOPICS}elderly,老,照顾老人,上门`].map((char) => char.charCodeAt(0));
    const utf16 = Uint8Array.from(units.flatMap((unit) => [unit & 255, unit >> 8]));
    expect(readTable('topics', 'topics.csv', utf16).rows).toMatchObject([{ row: 2, value: elderly }]);
  });

  it('counts blank lines as rows but reads nothing from them', () => {
    const { rows, faults } = topics('elderly,老,照顾老人,上门\n\n,,,\nchildren,童,孩子,上学\n');
    expect(faults).toEqual([]);
    expect(rows.map(({ row }) => row)).toEqual([2, 5]);
  });

  it('keeps commas, quotes and line breaks inside quoted cells', () => {
    const { rows } = topics('elderly,老,"照顾,""老人""","第一行\n第二行"\n');
    expect(rows[0]?.value).toMatchObject({ name: '照顾,"老人"', summary: '第一行\n第二行' });
  });

  it('takes the columns in any order', () => {
    const { rows } = readTable('topics', 'topics.csv', bytes('name,summary,slug,mark\n照顾老人,上门,elderly,老\n'));
    expect(rows[0]?.value).toEqual(elderly);
  });
});

describe('a table that cannot be read', () => {
  const message = (text: string) => readTable('topics', 'topics.csv', bytes(text)).faults.map(faultLine);

  it('names the missing columns with their Chinese titles', () => {
    expect(message('slug,name\nelderly,照顾老人\n')).toEqual([
      expect.stringContaining('表头缺少 2 列：mark（字）、summary（说明）'),
    ]);
  });

  it('does without the columns that came later, which then are empty', () => {
    const file = new URL('../../fixtures/city/data/stations.csv', import.meta.url);
    const { data } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), { header: true });
    const columns = TABLES.stations
      .map(({ name }) => name)
      .filter((name) => !['hours_note', 'directions', 'successor'].includes(name));
    const { rows, faults } = readTable('stations', 'stations.csv', bytes(Papa.unparse({ fields: columns, data })));
    expect(faults).toEqual([]);
    expect(rows[0]?.value).toMatchObject({ id: '990101001-z', hoursNote: '', directions: '' });
  });

  it('names columns that nobody knows, and the ones it knows', () => {
    expect(message('slug,mark,name,summary,颜色\n')).toEqual([
      expect.stringMatching(/不认识的列：颜色.*slug、mark、name、summary/u),
    ]);
  });

  it('names a column that stands there twice', () => {
    expect(message('slug,mark,name,summary,name\n')).toEqual([expect.stringContaining('重复的列：name')]);
  });

  it('says so when the header is missing altogether', () => {
    expect(message('')).toEqual([expect.stringContaining('表头缺少 4 列')]);
  });

  it('finds a quote that is never closed', () => {
    const [line] = message(`${TOPICS}elderly,老,"照顾老人,上门\nchildren,童,孩子,上学\n`);
    expect(line).toMatch(/^topics\.csv 第 \d+ 行：引号没有成对/u);
  });

  it('finds a row with too few and one with too many cells, and goes on', () => {
    const { rows, faults } = topics('elderly,老,照顾老人\nchildren,童,孩子,上学\nwork,工,工作,欠薪,多的\n');
    expect(rows.map(({ row }) => row)).toEqual([3]);
    expect(faults.map(({ row, message: words }) => [row, words])).toEqual([
      [2, '有 3 格，表头有 4 列'],
      [4, '有 5 格，表头有 4 列'],
    ]);
  });

  it('refuses an Excel workbook that was only renamed to .csv', () => {
    const zip = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00]);
    expect(readTable('topics', 'topics.csv', zip).faults.map(faultLine)).toEqual([
      expect.stringContaining('CSV UTF-8'),
    ]);
  });
});

describe('a wrong cell', () => {
  const stations = cityText('stations.csv');
  const broken = (from: string, to: string) => {
    if (!stations.includes(from)) throw new Error(`the fixture has no ${from}`);
    return readTable('stations', 'stations.csv', bytes(stations.replace(from, to))).faults;
  };

  it('is told with file, Excel row, Chinese column title, value and remedy', () => {
    const faults = broken('2026-01-15', '2026-02-30');
    expect(faults).toEqual([
      {
        code: 'cell',
        level: '必须改',
        file: 'stations.csv',
        row: 3,
        column: '核实日期',
        value: '2026-02-30',
        message: '不是有效的日期',
        remedy: '按 2026-11-23 的样子写',
      },
    ]);
    expect(faults.map(faultLine)).toEqual([
      'stations.csv 第 3 行 “核实日期”列：“2026-02-30”不是有效的日期。怎么改：按 2026-11-23 的样子写。',
    ]);
  });

  it('says which words are possible', () => {
    expect(broken(',综合,,990101002', ',综合站,,990101002')).toMatchObject([
      { column: '类型', value: '综合站', remedy: '只能填：综合、专项、居村' },
    ]);
  });

  it('explains a code from which Excel ate a digit', () => {
    expect(broken(',综合,,990101002', ',综合,,99010100')).toMatchObject([{ column: '街镇代码', value: '99010100' }]);
  });

  it('explains a phone that cannot be dialled', () => {
    const [fault] = broken('0389-2010014', '0389-20100');
    expect(fault).toMatchObject({ row: 4, column: '电话', value: '0389-20100' });
    expect(fault?.remedy).toContain('021-64371234');
  });

  it('explains hours that are no hours', () => {
    const [fault] = broken('周一至周六 8:30-17:30；国定假日照常', '早上到晚上');
    expect(fault).toMatchObject({ row: 5, column: '开放时间', value: '早上到晚上' });
  });

  it('is found in every row at once', () => {
    const text = stations.replace('2026-01-15', '去年').replace('门牌', '精确').replace('0389-2010014', '打不通');
    const { faults } = readTable('stations', 'stations.csv', bytes(text));
    expect(faults.map(({ row, column }) => `${row} ${column}`)).toEqual(['2 位置精度', '3 核实日期', '4 电话']);
  });

  it('never turns an empty coordinate into 0', () => {
    const { rows } = readTable('stations', 'stations.csv', bytes(stations));
    const empty = rows.find(({ value }) => value.id === '990101101-z')?.value;
    expect(empty).toMatchObject({ point: null });
    expect(rows.filter(({ value }) => value.point?.lon === 0 || value.point?.lat === 0)).toEqual([]);
  });

  it('never turns an empty count into 0', () => {
    const { rows } = readTable('stations', 'stations.csv', bytes(stations));
    const planned = rows.find(({ value }) => value.id === '990102001-yang-lao')?.value;
    expect(planned).toMatchObject({ staffCount: null, qualifiedCount: null });
  });

  it('keeps 010 and 10 apart', () => {
    const { rows } = topics('010,老,照顾老人,上门\n10,童,孩子,上学\n');
    expect(rows.map(({ value }) => value.slug)).toEqual(['010', '10']);
  });
});
