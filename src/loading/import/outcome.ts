import type { DatasetMeta } from '../../domain/dataset/dataset.ts';
import type { Crs } from '../../domain/place/coordinates.ts';
import type { Fault } from '../faults/fault.ts';
import type { ExtentOutcome } from './extents/run.ts';
import type { Merge } from './merge/merge.ts';
import type { InputFile } from './read/limits.ts';
import type { FileReading } from './read/readFile.ts';

/** What the clerk asked for beside the files. */
export interface ImportOptions {
  readonly district: string | null;
  readonly sheet: string | null;
  readonly crs: Crs | null;
  readonly areaCode: string | null;
  readonly retire: boolean;
  /** Leaves out rows with a fault that must be mended, and imports the others. */
  readonly skipFaulty: boolean;
  readonly today: string;
}

/** What came of an import. Nothing was written yet. */
export interface ImportOutcome {
  readonly files: readonly {
    readonly file: InputFile;
    readonly reading: FileReading;
    readonly notes: readonly string[];
  }[];
  readonly faults: readonly Fault[];
  /** What became of stations; null where no table of stations was read. */
  readonly merge: Merge | null;
  /** What became of places; null where no table of 管辖范围 was read. */
  readonly extents: ExtentOutcome | null;
  readonly meta: DatasetMeta | null;
  /** The new stations.csv; null where nothing changes, or nothing may be written. */
  readonly table: string | null;
  /** The new places.csv; null as above. */
  readonly places: string | null;
  /** Rows that were left out because they can't be imported as they are. */
  readonly leftOut: number;
  /** Rows of the new table in which made-up content still stands. */
  readonly placeholders: number;
}
