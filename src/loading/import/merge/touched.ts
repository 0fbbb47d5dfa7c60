import { importTitle } from '../../../domain/tidy/headings.ts';
import { TABLES } from '../../../domain/dataset/columns.ts';
import type { Place } from '../read/draft.ts';
import type { StationRecord } from './match.ts';

/** The columns of stations.csv in their order. */
export const COLUMNS = TABLES.stations.map(({ name }) => name);

/** One cell that changes. */
export interface Change {
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

/** A station in the summary, with what changes in it. */
export interface Touched {
  readonly id: string;
  readonly name: string;
  readonly place: Place | null;
  readonly changes: readonly Change[];
}

/** The cells in which two states of a row differ. */
export const changesOf = (old: StationRecord, next: StationRecord): Change[] =>
  COLUMNS.filter((column) => old[column] !== next[column]).map((column) => ({
    column: importTitle(column),
    from: old[column],
    to: next[column],
  }));
