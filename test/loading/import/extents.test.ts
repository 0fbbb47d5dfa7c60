import { describe, expect, it } from 'vitest';
import { isBlocking } from '../../../src/loading/faults/fault.ts';
import type { ImportOutcome } from '../../../src/loading/import/outcome.ts';
import { summaryText } from '../../../src/loading/import/report/summary.ts';
import { reportHtml } from '../../../src/loading/import/report/page.ts';
import { reportWorkbook } from '../../../src/loading/import/report/workbook.ts';
import type { ReadFile } from '../../../src/loading/tables/readFile.ts';
import { bytes } from '../city.ts';
import { codes, fullCity, importing, importRows, workbook } from './files.ts';

/** A city without places, whatever the fixture has. */
const bare: ReadFile = (name) => (name === 'places.csv' ? null : fullCity(name));
const HEAD = ['街镇', '居委会', '管辖范围', '截至日期'];
const LOTUS = ['荷桥街道', '荷花居委会', '莲子路：680弄、4-186号（双号）；莲子新村1-7号', '2026-11-01'];
const SOUTH = ['荷桥街道', '南桥', '南桥花园全部', '2026-11-01'];

const rowsOf = ({ places }: ImportOutcome) => (places ?? '').trim().split('\n').slice(1);
const withPlaces = ({ places }: ImportOutcome): ReadFile => {
  if (places === null) throw new Error('the import wrote no places');
  return (name) => (name === 'places.csv' ? bytes(places) : fullCity(name));
};

describe('a table of 管辖范围', () => {
  it('is told from one of stations, and becomes rows of places.csv', async () => {
    const outcome = await importRows([HEAD, LOTUS, SOUTH], {}, bare);
    expect(outcome.table).toBeNull();
    expect(outcome.merge).toBeNull();
    expect(rowsOf(outcome)).toEqual([
      '990101001001,路段,莲子路,弄,680,680,,,,,荷桥街道报送,2026-11-01',
      '990101001001,路段,莲子路,号,4,186,双,,,,荷桥街道报送,2026-11-01',
      '990101001001,小区,莲子新村,号,1,7,,,,,荷桥街道报送,2026-11-01',
      '990101001002,小区,南桥花园,,,,,,,,荷桥街道报送,2026-11-01',
    ]);
    expect(outcome.faults).toEqual([]);
  });

  it('changes nothing the second time, whatever the file is called', async () => {
    const first = await importRows([HEAD, LOTUS, SOUTH], {}, bare);
    const again = await importRows([HEAD, SOUTH, LOTUS], {}, withPlaces(first));
    expect(again.places).toBeNull();
    expect(again.extents?.merge).toMatchObject({ touched: [], unchanged: 2 });
    expect(summaryText(again, false)).toContain('没有变化，data/ 没有动');
  });

  it('replaces the rows of the 居委会 that it holds and keeps all others', async () => {
    const first = await importRows([HEAD, LOTUS, SOUTH], {}, bare);
    const next = await importRows([HEAD, ['荷桥街道', '荷花居委会', '莲子新村', '']], {}, withPlaces(first));
    expect(rowsOf(next)).toEqual([
      '990101001001,小区,莲子新村,,,,,,,,荷桥街道报送,',
      '990101001002,小区,南桥花园,,,,,,,,荷桥街道报送,2026-11-01',
    ]);
    const nothing = await importRows([HEAD, ['荷桥街道', '荷花居委会', '东至莲子路', '']], {}, withPlaces(first));
    expect(nothing.places).toBeNull();
    expect(codes(nothing.faults)).toContain('extent.empty');
  });

  it('keeps words that it can’t read in the note, and those of a person nowhere', async () => {
    const cell = '莲子新村；莲子路1-9号（除5号）；组长王建国 13812345678';
    const outcome = await importRows([HEAD, ['荷桥街道', '荷花居委会', cell, '2026-11-01']], {}, bare);
    expect(rowsOf(outcome)).toEqual([
      '990101001001,小区,莲子新村,,,,,,,没有读的原话：莲子路1-9号（除5号）,荷桥街道报送,2026-11-01',
    ]);
    const everything =
      JSON.stringify(outcome.faults) + summaryText(outcome, false) + reportHtml('表.csv', outcome, false);
    expect(everything).not.toMatch(/王建国|1381234/u);
    const part = outcome.faults.find(({ code }) => code === 'extent.partial');
    expect(part).toMatchObject({ row: 2, column: '管辖范围', at: 2 });
    expect(part?.message).toContain('第 6 到 17 个字“莲子路1-9号（除5号）”');
  });

  it('reads every column that says places: estates, roads with their doors, and the 街镇 of the sheet', async () => {
    const file = await workbook(
      [
        ['荷桥街道居民区管辖范围一览'],
        ['居民区', '小区名称', '路名', '门牌号', '备注'],
        ['荷花', '莲子新村', '莲子路', '680弄、700号', ''],
        ['南桥', '南桥花园', '', '', ''],
      ],
      (sheet) => {
        sheet.mergeCells('A1:E1');
      },
    );
    const outcome = await importing([{ name: '表.xlsx', bytes: file }], {}, bare);
    expect(rowsOf(outcome).map((line) => line.split(',').slice(0, 5).join(' '))).toEqual([
      '990101001001 小区 莲子新村  ',
      '990101001001 路段 莲子路 弄 680',
      '990101001001 路段 莲子路 号 700',
      '990101001002 小区 南桥花园  ',
    ]);
  });

  it('gives numbered groups to their village and drops the names of district and 街镇 before a road', async () => {
    const outcome = await importRows(
      [
        ['街镇', '居村委', '管辖范围', '截至日期'],
        ['苇湾镇', '湾尾村', '1组1号至41号、2组', '2026-11-01'],
        ['荷桥街道', '荷花', '临湖区荷桥街道莲子路5号', '2026-11-01'],
      ],
      {},
      bare,
    );
    expect(rowsOf(outcome).map((line) => line.split(',').slice(1, 8).join(' '))).toEqual([
      '村组 湾尾村 号 1 41  1组',
      '村组 湾尾村 组 2 2  ',
      '路段 莲子路 号 5 5  ',
    ]);
  });

  it('finds a 居委会 without its 街镇 where only one has that name, and tells the others that might be meant', async () => {
    const found = await importRows([HEAD.slice(1), LOTUS.slice(1)], {}, bare);
    expect(rowsOf(found)).toHaveLength(3);
    const near = await importRows([HEAD, ['荷桥街道', '荷叶居委会', '莲子新村', '']], {}, bare);
    expect(near.places).toBeNull();
    expect(near.faults.find(({ code }) => code === 'extent.committee')?.remedy).toContain('荷花居委会（990101001001）');
    const other = await importRows([HEAD, LOTUS], { district: '990102' }, bare);
    expect(codes(other.faults.filter(isBlocking))).toEqual(['town.unknown']);
  });

  it('tells cells that stand under no heading, and a row of a text that an unquoted comma has moved', async () => {
    const book = await workbook([HEAD, [...LOTUS, '补充'], SOUTH]);
    const homeless = await importing([{ name: '表.xlsx', bytes: book }], {}, bare);
    expect(codes(homeless.faults)).toContain('header.none');
    expect(rowsOf(homeless)).toHaveLength(4);
    const csv = `${HEAD.join(',')}\n荷桥街道,荷花居委会,莲子路680弄,4-186号,2026-11-01\n`;
    const moved = await importing([{ name: '表.csv', bytes: bytes(csv) }], {}, bare);
    expect(moved.places).toBeNull();
    expect(moved.faults.filter(isBlocking).map(({ code, row }) => [code, row])).toEqual([['row.long', 2]]);
  });

  it('is refused whole where two 居委会 would have the same doors, with both rows', async () => {
    const rows = [HEAD, LOTUS, ['荷桥街道', '南桥居委会', '莲子路100-120号', '2026-11-01']];
    const outcome = await importRows(rows, {}, bare);
    expect(outcome.places).toBeNull();
    expect(outcome.faults.filter(isBlocking).map(({ code, row }) => [code, row])).toEqual([
      ['dataset.strict', 2],
      ['dataset.strict', 3],
    ]);
    const both = rows.map((row, at) => [...row, at === 0 ? '备注' : '两个居委会都有']);
    expect(rowsOf(await importRows(both, {}, bare))).toHaveLength(4);
    const third = ['荷桥街道', '北桥居委会', '北桥新村', '2026-11-01'];
    const without = await importRows([...rows, third], { skipFaulty: true }, bare);
    expect(rowsOf(without)).toEqual(['990101001003,小区,北桥新村,,,,,,,,荷桥街道报送,2026-11-01']);
  });

  it('keeps what was agreed about a shared place when the table comes again without the note', async () => {
    const rows = [HEAD, LOTUS, ['荷桥街道', '南桥居委会', '莲子路100-120号', '2026-11-01']];
    const first = await importRows(
      rows.map((row, at) => [...row, at === 0 ? '备注' : '两个居委会都有']),
      {},
      bare,
    );
    const again = await importRows(rows, {}, withPlaces(first));
    expect(again.faults.filter(isBlocking)).toEqual([]);
    expect(again.places).toBeNull();
  });

  it('tells for each 街镇 how many 居委会 have places', async () => {
    const text = summaryText(await importRows([HEAD, LOTUS], {}, bare), true);
    expect(text).toContain('荷花居委会：3 行');
    expect(text).toContain(
      '荷桥街道：7 个居村委，1 个有管辖范围；还没有：南桥居委会、北桥居委会、藕塘居委会、东荷居委会、西荷居委会、桥头居委会',
    );
    expect(text).toContain('试运行，没有写');
  });

  it('comes in one workbook with stations, and both are written or none', async () => {
    const book = (town: string) =>
      workbook(
        [
          ['街镇', '站点名称', '联系电话'],
          [town, '荷桥街道社工站', '0389-2010099'],
        ],
        (_, file) => {
          const sheet = file.addWorksheet('管辖范围');
          for (const row of [HEAD, LOTUS]) sheet.addRow(row);
        },
      );
    const both = await importing([{ name: '表.xlsx', bytes: await book('荷桥街道') }], {}, bare);
    expect(both.table).not.toBeNull();
    expect(rowsOf(both)).toHaveLength(3);
    expect(summaryText(both, false)).toContain('已写入 stations.csv、places.csv');
    const faulty = await importing([{ name: '表.xlsx', bytes: await book('没有的镇') }], {}, bare);
    expect(faulty.faults.some(isBlocking)).toBe(true);
    expect([faulty.table, faulty.places]).toEqual([null, null]);
  });

  it('goes back to the clerk as a marked workbook', async () => {
    const file = {
      name: '表.xlsx',
      bytes: await workbook([HEAD, ['荷桥街道', '荷花居委会', '莲子新村；东至莲子路', '2026-11-01']]),
    };
    const { files, faults } = await importing([file], {}, bare);
    const [read] = files;
    if (read === undefined) throw new Error('nothing was read');
    const marked = await reportWorkbook(file, read.reading, faults);
    const { readInput } = await import('../../../src/loading/import/read/readFile.ts');
    const { grid } = await readInput({ name: '表-检查结果.xlsx', bytes: marked });
    const list = grid?.sheets.find(({ name }) => name === '问题清单');
    expect(JSON.stringify(list?.rows)).toContain('四至和路与路之间不是门牌');
  });
});
