import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { packFiles } from '../writeZip.ts';

const HEAD = 'FF0B5D4B';

/** One sheet to be written: header, rows of text, and the choices that Excel offers in a column. */
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
  /** How many rows below the header offer the choices; none without it. */
  readonly choiceRows?: number;
  readonly wrap?: boolean;
}

/** The source of a list of choices: Excel takes 255 characters in place, a longer list stands on a sheet 选项. */
function choiceSource(workbook: ExcelJS.Workbook, title: string, choices: readonly string[]): string {
  const literal = choices.join(',');
  if (literal.length <= 250) return `"${literal}"`;
  const sheet = workbook.getWorksheet('选项') ?? workbook.addWorksheet('选项');
  const column = sheet.getColumn(sheet.columnCount + 1);
  column.values = [title, ...choices];
  return `选项!$${column.letter}$2:$${column.letter}$${choices.length + 1}`;
}

/** Adds a sheet with a fixed header row and text cells to a workbook, and gives it back for further changes. */
export function addSheet(
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
  // Cells are always text: a value that begins with = or + is shown and never calculated.
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
export async function toBytes(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
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
