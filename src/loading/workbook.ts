import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { GridError, type CellDoubt, type Grid, type GridRow, type Sheet } from './grid.ts';
import { assertReadable, dataOnly, withShortChoices } from './sheetXml.ts';
import { packFiles } from './pack.ts';
import { valueText } from './workbookCell.ts';
import { unzip, ZipError, type ZipLimits } from './zip.ts';

/** The adapter of exceljs, with workbookCell.ts the only place that knows it: workbooks in, sheets of text out, and back. */

/** How much a workbook may hold. */
export interface WorkbookLimits extends ZipLimits {
  readonly rows: number;
}

const REPAIR = '用 WPS 或 Excel 打开，另存为新的 .xlsx，再导入';
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/u;

type Parts = ReadonlyMap<string, Uint8Array>;

const otherKind = (message: string, remedy: string) => new GridError(message, remedy, { code: 'file.kind' });

/** The parts of a workbook, checked to be one. Throws GridError with what to do. */
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

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** The workbook packed again with its sheets' XML changed. */
async function repacked(
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

async function load(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
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

/** One row; a merged cell stands in every row and column that it covers. */
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

const DATA_PART =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/theme\/[^/]+\.xml|xl\/worksheets\/[^/]+\.xml)$/u;

/** Names of the sheets by part, for messages; the part itself where the workbook doesn't say. */
const sheetPart = (name: string) => name.replace(/^xl\/worksheets\//u, '').replace(/\.xml$/u, '');

/** Reads the visible sheets of a workbook. Throws GridError with what to do. */
export async function readWorkbook(bytes: Uint8Array, limits: WorkbookLimits): Promise<Grid> {
  const parts = openWorkbook(bytes, limits);
  const light = await repacked(
    parts,
    (xml, name) => {
      const data = dataOnly(xml);
      assertReadable(data, sheetPart(name), limits.rows);
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

/** What to say of one cell in the workbook that goes back. */
export interface CellMark {
  readonly sheet: string | null;
  readonly row: number;
  readonly column: number;
  readonly level: '必须改' | '提醒';
  readonly text: string;
}

// Brick and ginger tints of the site's own colours.
const FILLS = { 必须改: 'FFF6D9D2', 提醒: 'FFFBEBC8' } as const;
const HEAD = 'FF0B5D4B';

function mark(sheet: ExcelJS.Worksheet, { row, column, level, text: words }: CellMark): void {
  const cell = sheet.getCell(row, column + 1).master;
  const note = `【${level}】${words}`;
  const before = typeof cell.note === 'string' ? cell.note : (cell.note?.texts ?? []).map((run) => run.text).join('');
  cell.note = before === '' ? note : `${before}\n${note}`;
  const red = (cell.fill as ExcelJS.FillPattern | undefined)?.fgColor?.argb === FILLS['必须改'];
  if (!red || level === '必须改') cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: FILLS[level] } };
}

/** One sheet to be written: a header, rows of text, and what Excel should offer. */
export interface NewSheet {
  readonly name: string;
  readonly columns: readonly {
    readonly title: string;
    readonly width: number;
    readonly note?: string;
    readonly choices?: readonly string[];
    readonly hint?: string;
  }[];
  readonly rows: readonly (readonly string[])[];
  /** For how many rows below the header the choices are offered. */
  readonly choiceRows?: number;
  readonly wrap?: boolean;
}

/** A list in a rule may hold 255 characters; a longer one stands in a sheet of its own. */
function choiceSource(workbook: ExcelJS.Workbook, title: string, choices: readonly string[]): string {
  const literal = choices.join(',');
  if (literal.length <= 250) return `"${literal}"`;
  const sheet = workbook.getWorksheet('选项') ?? workbook.addWorksheet('选项');
  const column = sheet.getColumn(sheet.columnCount + 1);
  column.values = [title, ...choices];
  return `选项!$${column.letter}$2:$${column.letter}$${choices.length + 1}`;
}

function addSheet(
  workbook: ExcelJS.Workbook,
  { name, columns, rows, choiceRows = 0, wrap = false }: NewSheet,
): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = columns.map(({ width }) => ({
    width,
    style: { numFmt: '@', alignment: { vertical: 'top', wrapText: wrap } },
  }));
  const header = sheet.addRow(columns.map(({ title }) => title));
  header.eachCell((cell, column) => {
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEAD } };
    const note = columns[column - 1]?.note;
    if (note !== undefined && note !== '') cell.note = note;
  });
  // Always text: what begins with = or + in somebody's table is shown, never calculated.
  for (const row of rows) sheet.addRow(row.map((value) => (value === '' ? null : value)));
  columns.forEach(({ title, choices, hint }, at) => {
    if (choices === undefined || choiceRows === 0) return;
    const letter = sheet.getColumn(at + 1).letter;
    const validations = (
      sheet as unknown as { dataValidations: { add: (area: string, rule: ExcelJS.DataValidation) => void } }
    ).dataValidations;
    validations.add(`${letter}2:${letter}${choiceRows + 1}`, {
      type: 'list',
      allowBlank: true,
      formulae: [choiceSource(workbook, title, choices)],
      showErrorMessage: true,
      errorTitle: '只能选',
      error: choices.join('、'),
      ...(hint === undefined ? {} : { showInputMessage: true, promptTitle: '怎么填', prompt: hint }),
    });
  });
  return sheet;
}

const EPOCH = new Date(Date.UTC(2000, 0, 1));

/** The bytes of a workbook, the same each time for the same content. */
async function toBytes(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  workbook.created = EPOCH;
  workbook.modified = EPOCH;
  const zip = await JSZip.loadAsync(await workbook.xlsx.writeBuffer());
  const parts: Record<string, Uint8Array> = {};
  for (const [name, file] of Object.entries(zip.files)) {
    if (!file.dir) parts[name] = await file.async('uint8array');
  }
  return packFiles(parts);
}

/** A new workbook of these sheets. */
export async function writeWorkbook(sheets: readonly NewSheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const sheet of sheets) addSheet(workbook, sheet);
  return toBytes(workbook);
}

/** A new workbook that shows rows as they were read, each at its own row number, for a text that came without one. */
function workbookOf(grid: Grid): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  for (const { name, rows } of grid.sheets) {
    const sheet = workbook.addWorksheet(name ?? '数据');
    for (const { row, cells } of rows) {
      cells.forEach((value, at) => {
        if (value === '') return;
        const cell = sheet.getCell(row, at + 1);
        cell.numFmt = '@';
        cell.value = value;
      });
    }
  }
  return workbook;
}

/**
 * The clerk's own workbook with coloured cells and notes, and a list of problems as its first sheet. `bytes` is null for
 * a text file: then the rows are written into a new workbook. What exceljs can't carry over (pictures, charts) is left
 * out rather than the whole report.
 */
export async function annotatedWorkbook(
  bytes: Uint8Array | null,
  grid: Grid,
  marks: readonly CellMark[],
  list: NewSheet,
  limits: WorkbookLimits,
): Promise<Uint8Array> {
  const finish = async (workbook: ExcelJS.Workbook) => {
    for (const one of marks) {
      const sheet = one.sheet === null ? workbook.worksheets[0] : workbook.getWorksheet(one.sheet);
      if (sheet !== undefined) mark(sheet, one);
    }
    const old = workbook.getWorksheet(list.name);
    if (old !== undefined) workbook.removeWorksheet(old.id);
    addSheet(workbook, list);
    return toBytes(workbook);
  };
  if (bytes === null) return finish(workbookOf(grid));
  const parts = openWorkbook(bytes, limits);
  const lastRow = Math.max(1, ...grid.sheets.map(({ rows }) => rows.at(-1)?.row ?? 1));
  try {
    return await finish(
      await load(
        await repacked(
          parts,
          (xml) => withShortChoices(xml, lastRow),
          () => true,
        ),
      ),
    );
  } catch (error) {
    // exceljs stumbles over drawings and tables of some programs: then the data alone goes back.
    if (!(error instanceof Error)) throw error;
    return finish(await load(await repacked(parts, dataOnly, (name) => DATA_PART.test(name))));
  }
}
