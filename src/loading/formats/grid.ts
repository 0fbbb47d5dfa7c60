import type { ImportRule } from '../../domain/rules/importRules.ts';

/** One line of a sheet under the row number that Excel shows; cells as plain text, first column first. */
export interface GridRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** What a reader must know of a cell, by column: a formula without result, a number that lost digits. */
  readonly doubts?: ReadonlyMap<number, CellDoubt>;
}

/** Something about a cell that the text alone doesn't show. */
export interface CellDoubt {
  readonly code: Extract<ImportRule, `cell.${string}`>;
  readonly message: string;
  readonly remedy: string;
}

/** One sheet of a workbook, or a delimited text as the only sheet, whose name is then null. */
export interface Sheet {
  readonly name: string | null;
  readonly rows: readonly GridRow[];
  /** What was done with the sheet as a whole: hidden rows read. */
  readonly notes: readonly string[];
}

/** What was read of a file. */
export interface Grid {
  readonly sheets: readonly Sheet[];
  readonly notes: readonly string[];
  /** Dates are counted from 1904 in workbooks of old Macs. */
  readonly date1904: boolean;
}

/** The letters above a column: 0 is A, 26 is AA. */
export function columnLetters(at: number): string {
  return (at >= 26 ? columnLetters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
}

/** What of the rules of files a file that can't be read breaks. */
export type FileRule = Extract<ImportRule, 'file.broken' | 'file.kind' | 'file.large'>;

/** Where a file can't be read, and which rule that breaks; a broken file where nothing is said. */
interface GridErrorPlace {
  readonly code?: FileRule;
  readonly row?: number;
  readonly sheet?: string;
}

/** Thrown when a file can't be read at all; `row` where the place is known. */
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
