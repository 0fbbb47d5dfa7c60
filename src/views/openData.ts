import type { IsoDate } from '../domain/time/dates.ts';
import type { ChangeKind } from '../domain/station/changes.ts';

/** What a download list tells of one file. */
export interface DownloadFile {
  readonly file: string;
  readonly format: string;
  readonly title: string;
  readonly about: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** One table in all its formats. */
export interface DownloadRow {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly rows: number;
  readonly files: readonly DownloadFile[];
}

/** What happened to one station on one day; no address where its row is gone. */
export interface ChangedStation {
  readonly id: string;
  readonly name: string;
  readonly href: string | null;
  readonly changes: readonly { readonly kind: ChangeKind; readonly text: string }[];
}

/** What happened to stations on one day. */
export interface StationChangeDay {
  readonly on: IsoDate;
  readonly stations: readonly ChangedStation[];
}
