import type { ImportColumn } from '../../../domain/tidy/headingWords.ts';
import type { Grid } from '../../formats/grid.ts';
import { findHeader, type Header } from '../read/header.ts';
import type { HeadedSheet } from '../read/headerFaults.ts';
import { NOT_DATA } from '../read/readDrafts.ts';

/** Columns of a table of stations; 地址 and 电话 may be those of the 居委会. */
const OF_STATIONS: readonly ImportColumn[] = ['name', 'type', 'field', 'hours', 'services', 'host', 'operator', 'id'];

/** Whether the columns of a sheet are those of a table of 管辖范围: a 居委会 and what belongs to it, and no station. */
export function isExtentHeader({ columns }: Header): boolean {
  const has = (column: ImportColumn) => columns.has(column);
  const places = has('extent') || (has('road') && has('doors'));
  return places && (has('committee_name') || has('committee_code')) && !OF_STATIONS.some(has);
}

/** The sheets of a file that hold 管辖范围, and the file without them, to be read as a table of stations. */
export function extentSheets(
  grid: Grid,
  wanted: string | null,
): { readonly extents: readonly HeadedSheet[]; readonly others: Grid } {
  const extents = grid.sheets.flatMap((sheet): HeadedSheet[] => {
    const meant = wanted === null ? sheet.name === null || !NOT_DATA.test(sheet.name.trim()) : sheet.name === wanted;
    const header = meant ? findHeader(sheet) : null;
    return header !== null && isExtentHeader(header) ? [{ sheet, header }] : [];
  });
  const taken = new Set(extents.map(({ sheet }) => sheet));
  return { extents, others: { ...grid, sheets: grid.sheets.filter((sheet) => !taken.has(sheet)) } };
}
