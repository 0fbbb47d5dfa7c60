import { CRS, type Crs } from '../../../domain/place/coordinates.ts';
import { BY_END_RANK, importTitle, readHeading, type HeadingReading } from '../../../domain/tidy/headings.ts';
import type { ImportColumn } from '../../../domain/tidy/headingWords.ts';
import { isBlankWord } from '../../../domain/language/plainText.ts';
import type { GridRow, Sheet } from '../../formats/grid.ts';

/** Where the columns of a sheet stand. */
export interface Header {
  /** The row that the data follow, as Excel counts. */
  readonly row: number;
  /** Where a column stands; several places where two headings mean the same and are read together. */
  readonly columns: ReadonlyMap<ImportColumn, readonly number[]>;
  /** The headings as they stand there. */
  readonly titles: readonly string[];
  /** Headings that stand there twice. */
  readonly twice: readonly string[];
  /** The coordinate system that the headings of the coordinates name; null where they don't. */
  readonly crs: Crs | null;
  /** Headings that nobody knows, or that lost to a better one for the same column. */
  readonly unused: readonly string[];
}

/** How far down a header is looked for: titles and instructions stand above it. */
const SEARCHED_ROWS = 30;
/** Without one of these a row can't be matched to a station. */
const NEEDED: readonly ImportColumn[] = [
  ...(['name', 'town_name', 'town_code', 'id', 'external_id', 'address', 'extent', 'road'] as const),
];
/** 是否公开 beside 地址是否公开: were only one read, a 否 of the other would be lost. */
const JOINED: readonly ImportColumn[] = ['phone', 'person', 'publish_level', 'extent'];
const COORDINATES: readonly ImportColumn[] = ['lon', 'lat', 'lon_lat'];

interface Found extends HeadingReading {
  readonly at: number;
  readonly title: string;
}

const known = (cells: readonly string[]): Found[] =>
  cells.flatMap((title, at) => {
    const read = title.trim() === '' ? null : readHeading(title);
    return read === null ? [] : [{ at, title, ...read }];
  });

function score(cells: readonly string[]): number {
  const found = known(cells);
  const distinct = new Set(found.map(({ column }) => column));
  return NEEDED.some((column) => distinct.has(column)) ? distinct.size : 0;
}

/** Two header rows as one: the lower heading where it is known, else the upper. */
function combined(upper: readonly string[], lower: readonly string[]): string[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const [above = '', below = ''] = [upper[at], lower[at]];
    return readHeading(below) !== null || readHeading(above) === null ? below || above : above;
  });
}

/** Whether every filled cell of a row is a heading or repeats the one above: then the row belongs to the header. */
const isHeading = (row: readonly string[], above: readonly string[]) =>
  row.every((cell, at) => cell.trim() === '' || cell === above[at] || readHeading(cell) !== null);

/** The system of which both coordinates are taken, so that no 经度 is paired with the 纬度 of another. */
function systemOf(found: readonly Found[]): Crs | null {
  const of = (crs: Crs | null) => found.filter((one) => (one.crs ?? null) === crs).map(({ column }) => column);
  const complete = (crs: Crs | null) =>
    of(crs).includes('lon_lat') || (of(crs).includes('lon') && of(crs).includes('lat'));
  if (found.some(({ column }) => column === 'crs') && complete(null)) return null;
  return CRS.find(complete) ?? null;
}

function describe(row: GridRow, cells: readonly string[]): Header {
  const all = known(cells);
  const crs = systemOf(all);
  const found = all.filter((one) => !COORDINATES.includes(one.column) || (one.crs ?? null) === crs);
  const columns = new Map<ImportColumn, readonly number[]>();
  const unused = cells.filter((title) => title.trim() !== '' && readHeading(title) === null);
  unused.push(...all.filter((one) => !found.includes(one)).map(({ title }) => title));
  for (const [column, same] of Map.groupBy(found, (one) => one.column)) {
    const ranked = same.toSorted((a, b) => a.rank - b.rank || a.at - b.at);
    const [best] = ranked;
    if (best === undefined) continue;
    // 现在的电话 beside 新电话 is not joined: only the listed heading counts.
    const alike = same.filter(({ rank }) => rank >= BY_END_RANK === best.rank >= BY_END_RANK);
    const taken = JOINED.includes(column) ? alike : [best];
    columns.set(
      column,
      taken.map(({ at }) => at),
    );
    unused.push(...ranked.filter((one) => !taken.includes(one)).map(({ title }) => title));
  }
  const counted = Map.groupBy(
    found.filter(({ column }) => column !== 'person'),
    ({ title }) => title,
  );
  const twice = [...counted].filter(([, all]) => all.length > 1).map(([title]) => title);
  return {
    row: row.row,
    columns,
    crs,
    titles: cells.map((title) => title.trim()),
    twice,
    unused: [...new Set(unused)].filter((title) => !twice.includes(title)),
  };
}

/** The header of a sheet, which may stand below title rows and take two rows; null where the sheet has none. */
export function findHeader({ rows }: Sheet): Header | null {
  const searched = rows.slice(0, SEARCHED_ROWS);
  const best = searched.reduce<{ index: number; score: number }>(
    (earlier, { cells }, index) => (score(cells) > earlier.score ? { index, score: score(cells) } : earlier),
    { index: -1, score: 1 },
  );
  // A row of which only the 街镇 or the name is known is a header, too: the other columns are listed as not imported.
  const poor = searched.findIndex(
    ({ cells }) => score(cells) === 1 && cells.filter((cell) => cell.trim() !== '').length > 2,
  );
  const row = searched[best.index] ?? searched[poor];
  if (row === undefined) return null;
  if (best.index < 0) return describe(row, row.cells);
  const next = rows[best.index + 1];
  const above = rows[best.index - 1];
  if (next !== undefined && isHeading(next.cells, row.cells)) {
    const both = combined(row.cells, next.cells);
    if (score(both) >= best.score && next.cells.some((cell) => cell.trim() !== '')) return describe(next, both);
  }
  if (above !== undefined) {
    const both = combined(above.cells, row.cells);
    if (score(both) > best.score) return describe(row, both);
  }
  return describe(row, row.cells);
}

/**
 * The row below the header where it is a second row of headings that nobody knows (上午、下午 below 上班时间): it names no
 * station and holds no figures. A sheet with one can't be read, its columns say something that isn't understood.
 */
export function strayHeading(header: Header, { rows }: Sheet): GridRow | null {
  const next = rows.find(({ row }) => row > header.row);
  if (next === undefined) return null;
  const own = next.cells.map((cell, at) => (cell.trim() === header.titles[at] ? '' : cell.trim()));
  const filled = own.filter((cell) => cell !== '');
  const named = NEEDED.some((column) => header.columns.get(column)?.some((at) => (own[at] ?? '') !== ''));
  const words = filled.every(
    (cell) => cell.length <= 8 && /\p{L}/u.test(cell) && !/\d{2}/u.test(cell) && !isBlankWord(cell),
  );
  return filled.length > 1 && !named && words ? next : null;
}

/** The heading of a column as the clerk wrote it, else the title of the dictionary. */
export function titleOf(header: Header, column: ImportColumn): string {
  const at = header.columns.get(column)?.[0];
  return (at === undefined ? '' : header.titles[at]?.replace(/\s+/gu, '')) || importTitle(column);
}
