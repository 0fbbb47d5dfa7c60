import { importFault, type Fault } from '../faults/fault.ts';
import type { Grid } from '../formats/grid.ts';
import { type ExtentDraft, readExtentSheet } from './extents/readSheet.ts';
import { extentSheets } from './extents/sheets.ts';
import type { HeadedSheet } from './read/headerFaults.ts';
import type { ImportContext } from './read/context.ts';
import type { Draft } from './read/draft.ts';
import type { ImportLimits, InputFile } from './read/limits.ts';
import { type FileDrafts, readDrafts } from './read/readDrafts.ts';
import { type FileReading, readInput } from './read/readFile.ts';

/** All that the files say, before it is put into the dataset. */
export interface TablesRead {
  readonly readings: readonly { readonly file: InputFile; readonly reading: FileReading; readonly notes: string[] }[];
  readonly faults: readonly Fault[];
  readonly drafts: readonly Draft[];
  readonly extents: readonly ExtentDraft[];
  /** Rows that hold a fault that must be mended. */
  readonly blockedRows: number;
  /** Whether a table of stations stood in the files, or something that should be one; and of 管辖范围. */
  readonly hasStations: boolean;
  readonly hasExtents: boolean;
}

/** What stands in a sheet that isn't filled in yet, or isn't a table at all. */
const NO_TABLE = new Set(['header.missing', 'table.empty']);

const isNoTable = ({ drafts, blockedRows, faults }: FileDrafts): boolean =>
  drafts.length === 0 && blockedRows === 0 && faults.some(({ code }) => NO_TABLE.has(code));

const shown = ({ sheet: { name }, header }: HeadedSheet) =>
  `${name === null ? '' : `“${name}”表`}第 ${header.row} 行是表头：管辖范围`;

interface FileRead extends FileDrafts {
  readonly extents: readonly ExtentDraft[];
  readonly hasStations: boolean;
  readonly hasExtents: boolean;
}

function readGrid(file: string, grid: Grid, wanted: string | null, context: ImportContext): FileRead {
  const { extents: sheets, others } = extentSheets(grid, wanted);
  const read = sheets.map((sheet) => readExtentSheet(file, sheet, context));
  const extents = read.flatMap(({ drafts }) => drafts);
  const extentRows = extents.length + read.reduce((sum, { blockedRows }) => sum + blockedRows, 0);
  const stations =
    sheets.length > 0 && (wanted !== null || others.sheets.length === 0)
      ? null
      : readDrafts(file, others, wanted, context);
  // A sheet that nobody has filled in yet doesn't stand in the way of another.
  const used = stations !== null && sheets.length > 0 && isNoTable(stations) ? null : stations;
  const empty =
    sheets.length > 0 && used === null && extentRows === 0
      ? [importFault('table.empty', file, '', '表头下面没有数据')]
      : [];
  return {
    drafts: used?.drafts ?? [],
    extents,
    faults: [...(used?.faults ?? []), ...read.flatMap(({ faults }) => faults), ...empty],
    blockedRows: (used?.blockedRows ?? 0) + extentRows - extents.length,
    notes: [...sheets.map(shown), ...(used?.notes ?? [])],
    hasStations: used !== null,
    hasExtents: extentRows > 0,
  };
}

/** Reads files of any kind: tables of stations, tables of 管辖范围, or both in one workbook. */
export async function readTables(
  files: readonly InputFile[],
  wanted: string | null,
  context: ImportContext,
  limits: ImportLimits,
): Promise<TablesRead> {
  const all = [];
  for (const file of files) {
    const reading = await readInput(file, limits);
    const read = reading.grid === null ? null : readGrid(file.name, reading.grid, wanted, context);
    const encoding = (reading.grid?.notes ?? []).filter((note) => note.startsWith('文字编码'));
    all.push({ file, reading, read, notes: [...encoding, ...(read?.notes ?? [])] });
  }
  return {
    readings: all.map(({ file, reading, notes }) => ({ file, reading, notes })),
    faults: all.flatMap(({ reading, read }) => [...reading.faults, ...(read?.faults ?? [])]),
    drafts: all.flatMap(({ read }) => read?.drafts ?? []),
    extents: all.flatMap(({ read }) => read?.extents ?? []),
    blockedRows: all.reduce((sum, { read }) => sum + (read?.blockedRows ?? 0), 0),
    hasStations: all.some(({ read }) => read === null || read.hasStations),
    hasExtents: all.some(({ read }) => read?.hasExtents ?? false),
  };
}
