import Papa from 'papaparse';
import { decode, lineOf } from './decode.ts';
import { assertSize, GridError, type Grid, type GridRow, type TableLimits } from './grid.ts';

const SAVE_AS = '在 Excel 里另存为“CSV UTF-8（逗号分隔）”，或直接导入 .xlsx';
const NAMES = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', gb18030: 'GB18030（GBK）' } as const;

/** The separator of a text: the one that gives the first lines the same number of cells, and the most of them. */
function delimiterOf(text: string, isTsv: boolean): string {
  const sample = text.split('\n', 30).filter((line) => line.trim() !== '');
  const score = (delimiter: string) => {
    const counts = sample.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0);
    return counts.length === 0 ? 0 : counts.length * Math.min(...counts) + Math.max(...counts) / 1000;
  };
  const order = isTsv ? ['\t', ',', ';'] : [',', '\t', ';'];
  return order.reduce((best, one) => (score(one) > score(best) ? one : best));
}

/** How many columns of a row reach up to its last filled cell. */
const filledWidth = (cells: readonly string[]) => cells.findLastIndex((cell) => cell.trim() !== '') + 1;

/** Reads CSV or TSV bytes as one sheet without a name. Throws GridError, with the row where it is known. */
export function readDelimited(bytes: Uint8Array, isTsv: boolean, limits: TableLimits): Grid {
  const decoded = decode(bytes);
  if (decoded === null) throw new GridError('读不出文字编码，不是文本，也不是 Excel 表格', SAVE_AS);
  const { text: raw, encoding } = decoded;
  const nul = raw.indexOf('\0');
  if (nul >= 0) throw new GridError('里面有空字节，不是文本文件', SAVE_AS, { row: lineOf(raw, nul) });
  const notes = [`文字编码 ${NAMES[encoding]}`];
  // Excel ends rows with CRLF and writes LF inside quoted cells: these are removed before line ends are compared.
  const ends = new Set(raw.replace(/"(?:[^"]|"")*"/gu, '').match(/\r\n|\r|\n/gu) ?? []);
  if (ends.size > 1) notes.push('换行的写法不一致，都当作换行读了');
  const text = raw.replace(/\r\n?/gu, '\n');
  const parsed = Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text, isTsv),
    newline: '\n',
    skipEmptyLines: false,
  });
  const [broken] = parsed.errors;
  if (broken !== undefined) {
    throw new GridError('引号没有成对', '检查这一行的双引号，内容里的双引号要写成两个', { row: (broken.row ?? 0) + 1 });
  }
  const columns = parsed.data.reduce((widest, cells) => Math.max(widest, filledWidth(cells)), 0);
  assertSize({ rows: parsed.data.length, columns }, limits);
  const rows = parsed.data.flatMap((cells, index): GridRow[] =>
    cells.every((cell) => cell.trim() === '') ? [] : [{ row: index + 1, cells: cells.slice(0, limits.columns) }],
  );
  return { sheets: [{ name: null, rows, notes: [] }], notes, date1904: false };
}
