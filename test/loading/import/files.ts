import ExcelJS from 'exceljs';
import type { ReadFile } from '../../../src/loading/tables/readFile.ts';
import type { InputFile } from '../../../src/loading/import/read/limits.ts';
import { runImport } from '../../../src/loading/import/runImport.ts';
import type { ImportOptions, ImportOutcome } from '../../../src/loading/import/outcome.ts';
import { faultLine } from '../../../src/loading/faults/lines.ts';
import type { Fault } from '../../../src/loading/faults/fault.ts';
import { bytes, cityWith } from '../city.ts';

/** Options as a clerk who types none. */
export const PLAIN: ImportOptions = {
  district: null,
  sheet: null,
  crs: null,
  areaCode: null,
  retire: false,
  skipFaulty: false,
  today: '2026-11-24',
};

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';

let reverse: Map<string, readonly number[]> | null = null;

/** The characters of two bytes that GB18030 has, by character. */
function gbTable(): Map<string, readonly number[]> {
  if (reverse !== null) return reverse;
  const decoder = new TextDecoder('gb18030');
  reverse = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if ([...char].length === 1 && !reverse.has(char)) reverse.set(char, [lead, trail]);
    }
  }
  return reverse;
}

/** A text in an encoding as Windows programs save it. */
export function encoded(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return bytes(text);
  if (encoding === 'utf-8-bom') return bytes(`\uFEFF${text}`);
  if (encoding === 'gb18030') {
    const table = gbTable();
    return Uint8Array.from(
      [...text].flatMap((char) => {
        const code = char.codePointAt(0) ?? 0;
        if (code < 0x80) return [code];
        const pair = table.get(char);
        if (pair === undefined) throw new Error(`no two bytes for ${char}`);
        return [...pair];
      }),
    );
  }
  const units = [0xfeff, ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))];
  return Uint8Array.from(
    units.flatMap((unit) => (encoding === 'utf-16le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

/** A cell as exceljs takes it. */
export type CellValue = string | number | Date | boolean | null | object;

/** The bytes of a workbook with one sheet, changed by `shape` before it is saved. */
export async function workbook(
  rows: readonly (readonly CellValue[])[],
  shape: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void = () => undefined,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('站点');
  for (const row of rows) sheet.addRow([...row]);
  shape(sheet, book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The city, without its places, which would be read again after every import. */
export const fullCity: ReadFile = cityWith({ 'places.csv': null });

/** The city without its stations, for imports into nothing. */
export const emptyCity: ReadFile = (name) => {
  // A city without stations has no log of what happened to them.
  if (name === 'changes.csv') return null;
  const found = fullCity(name);
  return name === 'stations.csv' && found !== null
    ? bytes(`${new TextDecoder().decode(found).split('\n')[0] ?? ''}\n`)
    : found;
};

/** Imports files into a city. */
export function importing(
  files: readonly InputFile[],
  options: Partial<ImportOptions> = {},
  city: ReadFile = fullCity,
): Promise<ImportOutcome> {
  return runImport(files, city, { ...PLAIN, ...options });
}

/** Imports one table of text cells as a CSV. */
export function importRows(
  rows: readonly (readonly string[])[],
  options: Partial<ImportOptions> = {},
  city: ReadFile = fullCity,
): Promise<ImportOutcome> {
  const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
  return importing([{ name: '表.csv', bytes: bytes(text) }], options, city);
}

/** The city as it is after an import; fails where nothing was to be written. */
export function after({ table }: ImportOutcome, city: ReadFile = fullCity): ReadFile {
  if (table === null) throw new Error('the import wrote nothing');
  return (name) => (name === 'stations.csv' ? bytes(table) : city(name));
}

/** The row of a station after an import. */
export function record({ merge }: ImportOutcome, id: string) {
  const found = merge?.records.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no station ${id}`);
  return found;
}

export const codes = (faults: readonly Fault[]) => faults.map(({ code }) => code);
export const lines = (faults: readonly Fault[]) => faults.map(faultLine);

/** The headings of a small table that clerks hand in. */
export const HEAD = ['街镇', '站点名称', '地址', '联系电话', '服务时间'];

/** A row below `HEAD`: the station of 荷桥街道 as the city has it, or with another address, phone or hours. */
export const heqiao = (
  address = '荷花路18号1楼',
  phone = '0389-2010011',
  hours = '周一至周五 9:00-11:30、13:00-17:00；国定假日休息',
) => ['荷桥街道', '荷桥街道社工站', address, phone, hours];
