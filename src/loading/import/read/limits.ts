/** What a file may be at most: bytes of the file and of what it unpacks to, entries of the archive, rows of a sheet. */
export interface ImportLimits {
  readonly bytes: number;
  readonly unzipped: number;
  readonly entries: number;
  readonly rows: number;
}

export const LIMITS: ImportLimits = { bytes: 5_000_000, unzipped: 100_000_000, entries: 5000, rows: 100_000 };

/** A file handed in: its name for messages, and its bytes. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
