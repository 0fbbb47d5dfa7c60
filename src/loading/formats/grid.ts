import type { ImportRule } from '../../domain/rules/importRules.ts';

/** One row of a sheet: the row number that Excel shows, and its cells as plain text from the first column on. */
export interface GridRow {
  readonly row: number;
  readonly cells: readonly string[];
  /**
   * Cells that may not mean what their text says, by index of the column: a formula without result, a number that lost
   * digits.
   */
  readonly doubts?: ReadonlyMap<number, CellDoubt>;
}

/** A reason to distrust the text of a cell, with words for the clerk. */
export interface CellDoubt {
  readonly code: Extract<ImportRule, `cell.${string}`>;
  readonly message: string;
  readonly remedy: string;
}

/** One sheet of a workbook. A delimited text is a single sheet whose name is null. */
export interface Sheet {
  readonly name: string | null;
  readonly rows: readonly GridRow[];
  /** Remarks on the whole sheet for the report, e.g. that hidden rows were read too. */
  readonly notes: readonly string[];
}

/** The sheets of a file that was handed in, whatever its format. */
export interface Grid {
  readonly sheets: readonly Sheet[];
  readonly notes: readonly string[];
  /** Whether numbers that are dates count days from 1904 (workbooks of old Macs) instead of 1900. */
  readonly date1904: boolean;
}

/** The letters of a column as Excel shows them: index 0 is A, 26 is AA. */
export function columnLetters(at: number): string {
  return (at >= 26 ? columnLetters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
}

/** How large a table may be: rows and columns of a sheet, and rows × columns of all sheets. */
export interface TableLimits {
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
}

/** The import rules that a file as a whole can break. */
export type FileRule = Extract<ImportRule, 'file.broken' | 'file.kind' | 'file.large'>;

/** Where reading failed and which rule that breaks; without a rule the file counts as broken. */
interface GridErrorPlace {
  readonly code?: FileRule;
  readonly row?: number;
  readonly sheet?: string;
}

/**
 * Thrown when a file can't be read; message and remedy are Chinese words for the clerk, `row` is set where it is known.
 */
export class GridError extends Error {
  override readonly name = 'GridError';
  readonly remedy: string;
  readonly code: FileRule;
  readonly row: number | null;
  readonly sheet: string | null;

  constructor(message: string, remedy: string, { code = 'file.broken', row, sheet }: GridErrorPlace = {}) {
    super(message);
    this.remedy = remedy;
    this.code = code;
    this.row = row ?? null;
    this.sheet = sheet ?? null;
  }
}

const CUT = '选中多出来的空白行和列，删掉再保存；内容真有这么多，分成几个文件导入';

/**
 * Throws GridError where a table of this size is larger than the limits; `cells` are those of the sheets before it.
 * Gives the cells of all sheets up to this one.
 */
export function assertSize(size: Omit<TableLimits, 'cells'>, limits: TableLimits, sheet?: string, cells = 0): number {
  const place = { code: 'file.large', ...(sheet === undefined ? {} : { sheet }) } as const;
  if (size.rows > limits.rows) throw new GridError(`超过 ${limits.rows} 行`, CUT, place);
  if (size.columns > limits.columns) {
    const far = columnLetters(size.columns - 1);
    throw new GridError(`超过 ${limits.columns} 列，最右边的字在 ${far} 列`, CUT, place);
  }
  const all = cells + size.rows * size.columns;
  if (all > limits.cells) throw new GridError(`有 ${size.rows} 行、${size.columns} 列，太大`, CUT, place);
  return all;
}
