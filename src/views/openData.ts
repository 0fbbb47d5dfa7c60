import type { IsoDate } from '../domain/time/dates.ts';
import type { ChangeKind } from '../domain/station/changes.ts';

/** One file in the list of downloads. */
export interface DownloadFile {
  readonly file: string;
  readonly format: string;
  readonly title: string;
  readonly about: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A published table with its files in all formats. */
export interface DownloadRow {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly rows: number;
  readonly files: readonly DownloadFile[];
}

/** The changes of one station on one day; `href` is null where its row was removed. */
export interface ChangedStation {
  readonly id: string;
  readonly name: string;
  readonly href: string | null;
  readonly changes: readonly { readonly kind: ChangeKind; readonly text: string }[];
}

/** The changes of all stations on one day. */
export interface StationChangeDay {
  readonly on: IsoDate;
  readonly stations: readonly ChangedStation[];
}
