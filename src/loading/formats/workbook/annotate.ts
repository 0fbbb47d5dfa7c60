import ExcelJS from 'exceljs';
import type { Grid } from '../grid.ts';
import { addSheet, type NewSheet, toBytes } from './write.ts';
import { DATA_PART, load, openWorkbook, repacked, type WorkbookLimits } from './read.ts';
import { dataOnly, withShortChoices } from './sheetXml.ts';

/** A fault to be shown in one cell of the workbook that goes back to the clerk. */
export interface CellMark {
  readonly sheet: string | null;
  readonly row: number;
  readonly column: number;
  readonly level: '必须改' | '提醒';
  readonly text: string;
}

// Fill colours of marked cells, as ARGB: tints of the site's red and amber.
const FILLS = { 必须改: 'FFF6D9D2', 提醒: 'FFFBEBC8' } as const;

function mark(sheet: ExcelJS.Worksheet, { row, column, level, text: words }: CellMark): void {
  const cell = sheet.getCell(row, column + 1).master;
  const note = `【${level}】${words}`;
  const before = typeof cell.note === 'string' ? cell.note : (cell.note?.texts ?? []).map((run) => run.text).join('');
  cell.note = before === '' ? note : `${before}\n${note}`;
  const red = (cell.fill as ExcelJS.FillPattern | undefined)?.fgColor?.argb === FILLS['必须改'];
  if (!red || level === '必须改') cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: FILLS[level] } };
}

/** A new workbook with the rows of a text file, each at its own row number, so that it can be marked like any other. */
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
 * The clerk's own workbook with faulty cells coloured and noted, and a list of the faults as its first sheet. `bytes` is
 * null for a text file, whose rows go into a new workbook; pictures and charts that exceljs can't keep are left out.
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
    // exceljs fails on drawings and tables of some programs: then the workbook goes back with its data alone.
    if (!(error instanceof Error)) throw error;
    return finish(await load(await repacked(parts, dataOnly, (name) => DATA_PART.test(name))));
  }
}
