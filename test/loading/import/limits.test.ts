import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { faultLine } from '../../../src/loading/faults/lines.ts';
import { LIMITS } from '../../../src/loading/import/read/limits.ts';
import { readInput } from '../../../src/loading/import/read/readFile.ts';
import { readTable } from '../../../src/loading/tables/readTable.ts';
import { bytes } from '../city.ts';
import { workbook } from './files.ts';

const HEAD = ['街镇', '站点名称', '地址'];
const ROW = ['荷桥街道', '荷桥街道社工站', '荷花路18号1楼'];

const reading = async (name: string, content: Uint8Array, limits = LIMITS) => {
  const { grid, faults } = await readInput({ name, bytes: content }, limits);
  return { grid, lines: faults.map(faultLine) };
};

/** A workbook whose first sheet has these rows, written by hand. */
async function withRows(rows: string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(await workbook([HEAD, ROW]));
  const name = Object.keys(zip.files).find((one) => /worksheets\/[^/]+\.xml$/u.test(one)) ?? '';
  const xml = (await zip.file(name)?.async('string')) ?? '';
  zip.file(
    name,
    xml.replace(/<sheetData>[\s\S]*<\/sheetData>/u, () => `<sheetData>${rows}</sheetData>`),
  );
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const far = (count: number, row: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => row(at + 1)).join('');

describe('a table that is too large is refused before it is unfolded', () => {
  it.each([
    ['in the last column', far(20_000, (at) => `<row r="${at}"><c r="XFD${at}"><v>1</v></c></row>`)],
    ['with other quotes', far(2, (at) => `<row r='${at}'><c t='n' r='XFD${at}'><v>1</v></c></row>`)],
    ['in rows without a number', far(2, (at) => `<row><c r="BZZ${at}"><v>1</v></c></row>`)],
  ])('a workbook with words %s', async (_, rows) => {
    const { grid, lines } = await reading('表.xlsx', await withRows(rows));
    expect(grid).toBeNull();
    expect(lines).toEqual([expect.stringMatching(/超过 1000 列，最右边的字在 (?:XFD|BZZ) 列.*怎么改/u)]);
  });

  it('rows without a number count as rows', async () => {
    const { lines } = await reading('表.xlsx', await withRows(far(30, () => '<row><c r="A1"><v>1</v></c></row>')), {
      ...LIMITS,
      rows: 20,
    });
    expect(lines).toEqual([expect.stringContaining('超过 20 行')]);
  });

  it('rows × columns of all sheets count together', async () => {
    const limits = { ...LIMITS, cells: 8 };
    expect((await reading('表.xlsx', await workbook([HEAD, ROW]), limits)).lines).toEqual([]);
    expect((await reading('表.xlsx', await workbook([HEAD, ROW, ROW]), limits)).lines).toEqual([
      expect.stringContaining('有 3 行、3 列，太大'),
    ]);
  });

  it('formatted cells without a word do not count', async () => {
    const { grid } = await reading(
      '表.xlsx',
      await withRows('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/><c r="XFC1" s="0"></c></row>'),
    );
    expect(grid?.sheets[0]?.rows.map(({ cells }) => cells)).toEqual([['1']]);
  });

  it('an archive that grows beyond measure is not unpacked', async () => {
    const zip = await JSZip.loadAsync(await workbook([HEAD, ROW]));
    zip.file('xl/sharedStrings.xml', ' '.repeat(12_000_000));
    const { lines } = await reading('表.xlsx', await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }));
    expect(lines).toEqual([expect.stringContaining('解开以后大了 400 倍以上')]);
  });

  it('a text of a million columns ends in one sentence, a million commas in nothing', async () => {
    const wide = await reading('表.csv', bytes(`${HEAD.join()}\n${'电,'.repeat(1_000_000)}\n`));
    expect(wide.grid).toBeNull();
    expect(wide.lines).toEqual([expect.stringMatching(/^表\.csv：超过 1000 列.*怎么改/u)]);
    const empty = await reading('表.csv', bytes(`${HEAD.join()}\n${ROW.join()}${','.repeat(1_000_000)}\n`));
    expect(empty.lines).toEqual([]);
    expect(empty.grid?.sheets[0]?.rows[1]?.cells.slice(0, 4)).toEqual([...ROW, '']);
  });

  it('a million columns in a table of ours end in one sentence too', () => {
    const { faults } = readTable('stations', 'stations.csv', bytes(`${'id,'.repeat(1_000_000)}\n1\n`));
    expect(faults.map(faultLine)).toEqual([expect.stringMatching(/^stations\.csv：表头有 1000001 列，太多/u)]);
  });
});
