/**
 * What a file may be at most: bytes of the file and of what it unpacks to, entries of the archive and how many times
 * they may grow, rows and columns of a sheet, and rows × columns of all sheets.
 */
export interface ImportLimits {
  readonly bytes: number;
  readonly unzipped: number;
  readonly entries: number;
  readonly growth: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
}

export const LIMITS: ImportLimits = {
  bytes: 5_000_000,
  unzipped: 100_000_000,
  entries: 5000,
  growth: 400,
  rows: 100_000,
  columns: 1000,
  cells: 2_000_000,
};

/** A file handed in: its name for messages, and its bytes. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
