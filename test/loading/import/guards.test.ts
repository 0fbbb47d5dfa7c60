import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { faultLine } from '../../../src/loading/faults/lines.ts';
import { LIMITS } from '../../../src/loading/import/read/limits.ts';
import { readInput } from '../../../src/loading/import/read/readFile.ts';
import { bytes } from '../city.ts';
import { codes, encoded, importing, workbook } from './files.ts';

const HEAD = ['街镇', '站点名称', '地址'];
const ROW = ['荷桥街道', '荷桥街道社工站', '荷花路18号1楼'];

const said = async (content: Uint8Array, name = '表.xlsx', limits = LIMITS) =>
  (await readInput({ name, bytes: content }, limits)).faults.map(faultLine).join('\n');

const codesOf = async (content: Uint8Array, name = '表.xlsx', limits = LIMITS) =>
  codes((await readInput({ name, bytes: content }, limits)).faults);

const ole = (stream: string) =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...Array.from({ length: 600 }, () => 0),
    ...Buffer.from(stream, 'utf16le'),
  ]);

const zipOf = async (files: Readonly<Record<string, string>>) => {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(files)) zip.file(name, text, { createFolders: false });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
};

/** The archive with a number changed in the central directory entry of its first file. */
const lying = (zip: Uint8Array, offset: number, value: number) => {
  const copy = Uint8Array.from(zip);
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 4; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) {
      view.setUint32(at + offset, value, true);
      return copy;
    }
  }
  throw new Error('no central directory');
};

describe('a file that is no table, whatever its name says', () => {
  it.each([
    ['an old .xls', ole('Workbook'), '老格式的表格（.xls 或 .et）', '另存为'],
    ['a workbook with a password', ole('EncryptedPackage'), '设了打开密码', '去掉密码'],
    ['a Word document of old', ole('WordDocument'), 'Word 文档（.doc）', '复制到 Excel'],
    ['a BIFF file', Uint8Array.from([0x09, 0x08, 0x10, 0, 0, 6]), '很老的 Excel', '另存为'],
    [
      'HTML named .xls',
      bytes('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>'),
      '网页（HTML 或 XML）',
      '另存为',
    ],
    ['HTML behind a mark and blank lines', bytes('\uFEFF\r\n <TABLE border=1>'), '网页（HTML 或 XML）', '另存为'],
    [
      'XML of Excel 2003',
      bytes('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook>'),
      '网页（HTML 或 XML）',
      '另存为',
    ],
    ['a PDF', bytes('%PDF-1.7'), 'PDF', '原件'],
    ['a picture', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), '图片', '原件'],
    ['an archive', bytes('Rar!\x1a'), '压缩包', '解压'],
    [
      'a GeoJSON',
      bytes('{\n  "type": "FeatureCollection",\n  "features": []\n}'),
      '是 GeoJSON，不是表格',
      '另存为 CSV',
    ],
    ['a JSON list', bytes('\uFEFF [{"name":"示例站"}]'), '是 JSON，不是表格', '另存为 CSV'],
    ['lines of JSON', bytes('{"name":"甲"}\n{"name":"乙"}'), '是 JSON，不是表格', '另存为 CSV'],
    ['a script with data', bytes('var points = [{"name":"甲"}];'), '是 JSON，不是表格', '另存为 CSV'],
    ['nothing', new Uint8Array(), '是空的', '选错了文件'],
  ])('%s is told apart and says what to do', async (_, content, what, remedy) => {
    const line = await said(content);
    expect(line).toContain(what);
    expect(line).toContain(remedy);
  });

  it.each([
    [{ 'word/document.xml': '' }, '.docx'],
    [{ 'ppt/presentation.xml': '' }, '.pptx'],
    [{ 'xl/workbook.bin': '' }, '.xlsb'],
    [{ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '' }, '.ods'],
    [{ 'a.txt': '' }, '压缩包，里面不是 Excel'],
  ])('an archive of %j is %s', async (files, what) => {
    const zip = await zipOf(files as Record<string, string>);
    expect(await said(zip)).toContain(what);
    expect(await codesOf(zip)).toEqual(['file.kind']);
  });
});

describe('a file that is too large or broken', () => {
  it('is refused above 5 MB before it is looked into', async () => {
    expect(await said(new Uint8Array(LIMITS.bytes + 1))).toContain('超过 5 MB');
  });

  it('is refused when the archive says that it unpacks to more than 100 MB', async () => {
    const zip = lying(await zipOf({ 'xl/workbook.xml': 'x'.repeat(1000) }), 24, 200_000_000);
    expect(await said(zip)).toContain('解开以后超过 100 MB');
    expect(await codesOf(zip)).toEqual(['file.large']);
  });

  it('is refused when its archive holds too many files', async () => {
    expect(await codesOf(await workbook([HEAD, ROW]), '表.xlsx', { ...LIMITS, entries: 2 })).toEqual(['file.large']);
  });

  it('is refused when it unpacks to more than it says', async () => {
    const zip = lying(await zipOf({ 'xl/workbook.xml': 'x'.repeat(1_000_000) }), 24, 1000);
    expect(await said(zip)).toContain('文件坏了');
    expect(await codesOf(zip)).toEqual(['file.broken']);
  });

  it('is refused when its checksum is wrong, or its end is missing', async () => {
    const good = await workbook([HEAD, ROW]);
    expect(await said(lying(good, 16, 1))).toContain('文件坏了');
    expect(await said(good.subarray(0, good.length - 100))).toContain('文件坏了');
  });

  it('is broken, and not full of files, where the end of its archive is torn', async () => {
    const good = await workbook([HEAD, ROW]);
    const end = good.length - 22;
    for (const at of [end + 8, end + 10, end + 12, end + 16]) {
      const torn = Uint8Array.from(good);
      new DataView(torn.buffer).setUint16(at, 8202, true);
      expect(await said(torn)).not.toContain('个文件');
    }
    const torn = Uint8Array.from(good);
    new DataView(torn.buffer).setUint16(end + 10, 8202, true);
    expect(await said(torn)).toContain('文件坏了');
  });

  it('is refused when it is a real bomb of zeros', async () => {
    const zip = await zipOf({ 'xl/workbook.xml': '\0'.repeat(120_000_000) });
    expect(zip.length).toBeLessThan(LIMITS.bytes);
    expect(await said(zip)).toContain('解开以后超过 100 MB');
  });

  it('is refused above the limit of rows, in a workbook and in a text', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => [...ROW.slice(0, 2), `路${at}号`]);
    const few = { ...LIMITS, rows: 20 };
    const text = bytes([HEAD, ...rows].map((row) => row.join(',')).join('\n'));
    for (const [content, name] of [
      [await workbook([HEAD, ...rows]), '表.xlsx'],
      [text, '表.csv'],
    ] as const) {
      expect(await said(content, name, few)).toContain('超过 20 行');
      expect(await codesOf(content, name, few)).toEqual(['file.large']);
    }
  });

  it('is refused when cells are merged over the whole sheet', async () => {
    const zip = await JSZip.loadAsync(await workbook([HEAD, ROW]));
    const name = 'xl/worksheets/sheet1.xml';
    const xml = (await zip.file(name)?.async('string')) ?? '';
    zip.file(
      name,
      xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    );
    expect(await said(await zip.generateAsync({ type: 'uint8array' }))).toContain('合并的单元格太大');
  });

  it('passes a million formatted blank rows and a list of choices on a whole column', async () => {
    const zip = await JSZip.loadAsync(await workbook([HEAD, ROW]));
    const name = 'xl/worksheets/sheet1.xml';
    const xml = (await zip.file(name)?.async('string')) ?? '';
    const blank = Array.from({ length: 150_000 }, (_, at) => `<row r="${at + 10}" spans="1:3"/>`).join('');
    const choices =
      '<dataValidations count="1"><dataValidation type="list" sqref="A1:C1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>';
    zip.file(
      name,
      xml.replace('</sheetData>', `${blank}</sheetData>`).replace('<pageMargins', `${choices}<pageMargins`),
    );
    const { grid } = await readInput({
      name: '表.xlsx',
      bytes: await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }),
    });
    expect(grid?.sheets[0]?.rows.map(({ row }) => row)).toEqual([1, 2]);
  });
});

describe('a text that is no good table', () => {
  it.each([
    ['an empty byte', '街镇,名称\n荷桥街道,荷\0桥\n', /第 2 行：里面有空字节/u],
    ['a quote that is never closed', '街镇,名称\n荷桥街道,"荷桥\n柳渡街道,柳渡\n', /第 \d+ 行：引号没有成对/u],
  ])('%s is told with its row', async (_, text, words) => {
    expect(await said(bytes(text), '表.csv')).toMatch(words);
  });

  it('is told when its bytes are no encoding', async () => {
    expect(await said(Uint8Array.from([0x81, 0xff, 0x20, 0xff]), '表.csv')).toContain('读不出文字编码');
  });

  it('is read although its lines end in different ways', async () => {
    const { grid, faults } = await readInput({
      name: '表.csv',
      bytes: bytes('街镇,名称\r\n荷桥街道,甲\n柳渡街道,乙\r苇湾镇,丙'),
    });
    expect(grid?.sheets[0]?.rows.map(({ cells }) => cells[1])).toEqual(['名称', '甲', '乙', '丙']);
    expect(faults.map(faultLine).join()).toContain('换行的写法不一致');
    // As Excel writes a cell of two lines.
    expect(await said(bytes('街镇,名称\r\n荷桥街道,"甲\n乙"\r\n'), '表.csv')).toBe('');
  });

  it('is told when two columns have one name, and when there is no header', async () => {
    const twice = await importing([
      { name: '表.csv', bytes: bytes('街镇,名称,地址,地址\n荷桥街道,荷桥街道社工站,甲,乙\n') },
    ]);
    expect(twice.table).toBeNull();
    expect(twice.faults.map(faultLine).join()).toContain('“地址”表头有两列同名');
    const none = await importing([{ name: '表.csv', bytes: encoded('甲,乙\n丙,丁\n', 'gb18030') }]);
    expect(none.faults.map(faultLine).join()).toMatch(/找不到表头（开头写的是“甲、乙”）/u);
  });
});

describe('a cell that lost something', () => {
  it('is told when a number has more digits than a spreadsheet keeps', async () => {
    const file = await workbook([
      [...HEAD, '外部编号'],
      [...ROW, Number('3101100190000000123')],
    ]);
    const outcome = await importing([{ name: '表.xlsx', bytes: file }]);
    expect(outcome.table).toBeNull();
    expect(outcome.faults.map(faultLine).join()).toMatch(/第 2 行 “外部编号”列.*超过 15 位/u);
  });

  it('is told when its formula has an error or no result', async () => {
    const file = await workbook([
      [...HEAD, '备注', '怎么走'],
      [...ROW, { formula: '1/0', result: { error: '#DIV/0!' } }, { formula: 'A1' }],
    ]);
    const outcome = await importing([{ name: '表.xlsx', bytes: file }]);
    expect(outcome.faults.map(faultLine).join()).toMatch(/公式出错（#DIV\/0!）.*公式没有算出结果/u);
  });
});
