import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { GridError, type CellDoubt, type Grid, type GridRow, type Sheet, type TableLimits } from '../grid.ts';
import { assertReadable, dataOnly } from './sheetXml.ts';
import { valueText } from './cell.ts';
import { unzip, ZipError, type ZipLimits } from '../readZip.ts';

/** Reads workbooks as sheets of text with exceljs, which only the files of this folder use. */

/** How much a workbook may hold. */
export interface WorkbookLimits extends ZipLimits, TableLimits {}

const REPAIR = '用 WPS 或 Excel 打开，另存为新的 .xlsx，再导入';
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/u;

type Parts = ReadonlyMap<string, Uint8Array>;

const otherKind = (message: string, remedy: string) => new GridError(message, remedy, { code: 'file.kind' });

/**
 * Unpacks a workbook into its XML parts by name. Throws GridError where the file is none, or is larger than the limits.
 */
export function openWorkbook(bytes: Uint8Array, limits: WorkbookLimits): Parts {
  let parts: Parts;
  try {
    parts = unzip(bytes, limits);
  } catch (error) {
    if (error instanceof ZipError)
      throw new GridError(error.message, error.remedy, { code: error.tooLarge ? 'file.large' : 'file.broken' });
    throw error;
  }
  const names = [...parts.keys()];
  if (parts.has('xl/workbook.xml')) return parts;
  if (names.some((name) => name.startsWith('word/')))
    throw otherKind('是 Word 文档（.docx），不是表格', '把文档里的表复制到 Excel，另存为 .xlsx');
  if (names.some((name) => name.startsWith('ppt/')))
    throw otherKind('是演示文稿（.pptx），不是表格', '把里面的表复制到 Excel，另存为 .xlsx');
  if (parts.has('xl/workbook.bin')) throw otherKind('是二进制的 Excel 表格（.xlsb）', REPAIR);
  if (parts.has('content.xml')) throw otherKind('是 OpenDocument 表格（.ods）', REPAIR);
  throw otherKind('是压缩包，里面不是 Excel 表格', '先解压，再导入里面的表格');
}

/** The XML of a part, decoded as UTF-8. */
export const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Packs a workbook again: `change` rewrites the XML of each sheet, `keep` decides which parts stay. */
export async function repacked(
  parts: Parts,
  change: (xml: string, name: string) => string,
  keep: (name: string) => boolean,
): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, bytes] of parts) {
    if (keep(name)) zip.file(name, SHEET.test(name) ? change(text(bytes), name) : bytes, { createFolders: false });
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'STORE' });
}

/** Opens a workbook with exceljs. Throws GridError where its structure can't be read. */
export async function load(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  try {
    // exceljs declares a Buffer type of its own.
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  } catch (error) {
    if (error instanceof Error) throw new GridError('表格的内部结构读不懂', REPAIR);
    throw error;
  }
  return workbook;
}

const isDate1904 = (workbook: ExcelJS.Workbook) =>
  (workbook.properties as { date1904?: boolean } | undefined)?.date1904 === true;

const clean = (shown: string) => shown.replace(/_x000D_/giu, '').replace(/\r\n?/gu, '\n');

/** One row as text, null where it is empty. The value of a merged area stands in each of its cells. */
function readRow(row: ExcelJS.Row): GridRow | null {
  const cells: string[] = [];
  const doubts = new Map<number, CellDoubt>();
  let filled = false;
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    const { text: shown, doubt } = valueText(cell.value, cell.numFmt);
    while (cells.length < column - 1) cells.push('');
    cells[column - 1] = clean(shown);
    if (doubt !== undefined) doubts.set(column - 1, doubt);
    if (shown.trim() !== '' || doubt !== undefined) filled = true;
  });
  if (!filled) return null;
  return doubts.size > 0 ? { row: row.number, cells, doubts } : { row: row.number, cells };
}

function readSheet(sheet: ExcelJS.Worksheet): Sheet {
  const rows: GridRow[] = [];
  let hidden = 0;
  sheet.eachRow({ includeEmpty: false }, (row) => {
    const read = readRow(row);
    if (read === null) return;
    rows.push(read);
    if (row.hidden) hidden += 1;
  });
  return { name: sheet.name, rows, notes: hidden > 0 ? [`有 ${hidden} 行是隐藏的，也读了`] : [] };
}

/**
 * Matches the names of the parts that hold data, sheet names and number formats; all other parts are dropped before
 * reading.
 */
export const DATA_PART =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/theme\/[^/]+\.xml|xl\/worksheets\/[^/]+\.xml)$/u;

/** The file name of a sheet's part without its folder, to name the sheet in messages: `sheet1`. */
const sheetPart = (name: string) => name.replace(/^xl\/worksheets\//u, '').replace(/\.xml$/u, '');

/** Reads the visible sheets of a workbook as text. Throws GridError with what to do. */
export async function readWorkbook(bytes: Uint8Array, limits: WorkbookLimits): Promise<Grid> {
  const parts = openWorkbook(bytes, limits);
  let cells = 0;
  const light = await repacked(
    parts,
    (xml, name) => {
      const data = dataOnly(xml);
      cells = assertReadable(data, sheetPart(name), limits, cells);
      return data;
    },
    (name) => DATA_PART.test(name),
  );
  const workbook = await load(light);
  const visible = workbook.worksheets.filter(
    ({ state }) => state === 'visible' || (state as string | undefined) === undefined,
  );
  const hidden = workbook.worksheets.filter((sheet) => !visible.includes(sheet));
  return {
    sheets: visible.map(readSheet),
    notes: hidden.length > 0 ? [`隐藏的工作表没有读：${hidden.map(({ name }) => name).join('、')}`] : [],
    date1904: isDate1904(workbook),
  };
}
