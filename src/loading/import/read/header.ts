import { BY_END_RANK, importTitle, readHeading } from '../../../domain/tidy/headings.ts';
import type { ImportColumn } from '../../../domain/tidy/headingWords.ts';
import type { GridRow, Sheet } from '../../formats/grid.ts';

/** Where the columns of a sheet stand. */
export interface Header {
  /** The row that the data follow, as Excel counts. */
  readonly row: number;
  /** Where a column stands; several places where two headings mean the same and may be joined (phones). */
  readonly columns: ReadonlyMap<ImportColumn, readonly number[]>;
  /** The headings as they stand there. */
  readonly titles: readonly string[];
  /** Headings that stand there twice. */
  readonly twice: readonly string[];
  /** Headings that nobody knows, or that lost to a better one for the same column. */
  readonly unused: readonly string[];
}

/** How far down a header is looked for: titles and instructions stand above it. */
const SEARCHED_ROWS = 30;
/** Without one of these a row can't be matched to a station. */
const NEEDED: readonly ImportColumn[] = ['name', 'town_name', 'town_code', 'id', 'external_id', 'address'];
const JOINED: readonly ImportColumn[] = ['phone', 'person'];

interface Found {
  readonly at: number;
  readonly title: string;
  readonly column: ImportColumn;
  readonly rank: number;
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

function describe(row: GridRow, cells: readonly string[]): Header {
  const found = known(cells);
  const columns = new Map<ImportColumn, readonly number[]>();
  const unused = cells.filter((title) => title.trim() !== '' && readHeading(title) === null);
  for (const [column, all] of Map.groupBy(found, (one) => one.column)) {
    const ranked = all.toSorted((a, b) => a.rank - b.rank || a.at - b.at);
    const [best] = ranked;
    if (best === undefined) continue;
    // 现在的电话 beside 新电话 is not joined: only the listed heading counts.
    const alike = all.filter(({ rank }) => rank >= BY_END_RANK === best.rank >= BY_END_RANK);
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
  const row = searched[best.index];
  if (row === undefined) return null;
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

/** The heading of a column as the clerk wrote it, else the title of the dictionary. */
export function titleOf(header: Header, column: ImportColumn): string {
  const at = header.columns.get(column)?.[0];
  return (at === undefined ? '' : header.titles[at]?.replace(/\s+/gu, '')) || importTitle(column);
}
