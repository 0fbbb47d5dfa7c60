import { importTitle } from '../../../domain/tidy/headings.ts';
import type { ImportColumn } from '../../../domain/tidy/headingWords.ts';
import type { TABLES } from '../../../domain/dataset/columns.ts';
import type { Crs } from '../../../domain/place/coordinates.ts';
import type { ImportRule } from '../../../domain/rules/importRules.ts';
import type { Point } from '../../../domain/place/region.ts';
import type { StationType } from '../../../domain/station/station.ts';
import { importFault, type Fault } from '../../faults/fault.ts';
import type { GridRow } from '../../formats/grid.ts';
import { titleOf, type Header } from './header.ts';

export type StationColumn = (typeof TABLES.stations)[number]['name'];

/** Where a value was read. */
export interface Place {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number;
}

/** One row of the clerk's table as the dataset would hold it: only what the row says, under machine names. */
export interface Draft {
  readonly place: Place;
  readonly values: ReadonlyMap<StationColumn, string>;
  readonly townCode: string;
  readonly type: StationType;
  /** False where nothing in the row says that it is 综合: then it is no other station's new name. */
  readonly typeKnown: boolean;
  readonly field: string | null;
  readonly committeeCode: string | null;
  /** The coordinate as written, until its system is known. */
  readonly point: Point | null;
  readonly crs: Crs | null;
  /** Words that no column could take, each with the title of its column; they go into the internal note. */
  readonly leftover: readonly string[];
}

/** One row being read: its cells by column, and the faults that are found on the way. */
export class RowReader {
  readonly faults: Fault[] = [];
  readonly leftover: string[] = [];
  readonly values = new Map<StationColumn, string>();
  readonly place: Place;
  readonly #row: GridRow;
  readonly #header: Header;

  constructor(place: Place, row: GridRow, header: Header) {
    this.place = place;
    this.#row = row;
    this.#header = header;
    for (const [column, places] of header.columns) {
      for (const at of places) {
        const doubt = row.doubts?.get(at);
        if (doubt !== undefined && column !== 'person' && column !== 'row_number') {
          this.tell(doubt.code, column, doubt.message, doubt.remedy, row.cells[at]);
        }
      }
    }
  }

  /** The text of a column; several places of one column are joined by 、. */
  text(column: ImportColumn): string {
    const places = this.#header.columns.get(column) ?? [];
    const found = places.map((at) => (this.#row.cells[at] ?? '').trim()).filter((text) => text !== '');
    return [...new Set(found)].join('、');
  }

  /** The coordinate system that the headings name. */
  get crs(): Crs | null {
    return this.#header.crs;
  }

  has(column: ImportColumn): boolean {
    return this.#header.columns.has(column);
  }

  /** The filled cells of a column that stands in several places, with these. */
  cells(column: ImportColumn): readonly { readonly at: number; readonly text: string }[] {
    return (this.#header.columns.get(column) ?? [])
      .filter((at) => this.#row.doubts?.has(at) !== true)
      .map((at) => ({ at, text: this.#row.cells[at] ?? '' }))
      .filter(({ text }) => text.trim() !== '');
  }

  /** Tells something of a column, of the first of its cells unless another is named. */
  tell(
    code: ImportRule,
    column: ImportColumn,
    message: string,
    remedy: string,
    value?: string,
    at = this.#header.columns.get(column)?.[0],
  ): void {
    this.faults.push({
      ...importFault(code, this.place.file, value ?? this.text(column), message, remedy),
      ...this.place,
      column: (at === undefined ? '' : this.#header.titles[at]?.replace(/\s+/gu, '')) || titleOf(this.#header, column),
      ...(at === undefined ? {} : { at }),
    });
  }

  set(column: StationColumn, value: string): void {
    if (value !== '') this.values.set(column, value);
  }

  /** Keeps words that no column could take, under the title of the dictionary: another table may head it otherwise. */
  keep(column: ImportColumn, text: string): void {
    this.leftover.push(`${importTitle(column)}原文：${text.replace(/\s*\n\s*/gu, ' ')}`);
  }

  get blocked(): boolean {
    return this.faults.some(({ level }) => level === '必须改');
  }
}
