import { importTitle } from '../../../domain/tidy/headings.ts';
import { IMPORT_RULES, type ImportRule } from '../../../domain/rules/importRules.ts';
import { readDataset } from '../../dataset.ts';
import { type Fault, isBlocking } from '../../faults/fault.ts';
import { dataRuleFaults } from '../../rules/allTables.ts';
import type { ReadFile } from '../../tables/readFile.ts';
import type { ImportContext } from '../read/context.ts';
import { coverageOf, type TownCoverage } from './coverage.ts';
import { type ExtentMerge, mergeExtents } from './merge.ts';
import type { ExtentDraft } from './readSheet.ts';
import { textRecords, textTable } from '../../tables/tableText.ts';

/** What came of the tables of 管辖范围 in an import. */
export interface ExtentOutcome {
  readonly merge: ExtentMerge;
  readonly coverage: readonly TownCoverage[];
  /** The new places.csv; null where nothing changes. */
  readonly table: string | null;
  /** What the check would refuse in the new table, told of the rows of the clerk's file. */
  readonly strict: readonly Fault[];
}

const TOLD = { level: IMPORT_RULES['dataset.strict'].level, code: 'dataset.strict' satisfies ImportRule } as const;

/** What the check would refuse; a fault of a row that was there before is told only where a new row is in it. */
function strictFaults(read: ReadFile, table: string, { records, origins }: ExtentMerge, today: string): Fault[] {
  const bytes = new TextEncoder().encode(table);
  const reading = readDataset((name) => (name === 'places.csv' ? bytes : read(name)));
  const found = [...reading.faults, ...dataRuleFaults(reading, today)];
  return found.flatMap((fault): Fault[] => {
    if (fault.file !== 'places.csv' || !isBlocking(fault)) return [];
    const record = fault.row === null ? undefined : records[fault.row - 2];
    const place = record === undefined ? undefined : origins.get(record);
    return place === undefined ? [] : [{ ...fault, ...place, column: importTitle('extent'), ...TOLD }];
  });
}

/** Works out the new places.csv; the caller writes. */
export function runExtents(
  read: ReadFile,
  drafts: readonly ExtentDraft[],
  context: ImportContext,
  today: string,
): ExtentOutcome {
  const merge = mergeExtents(textRecords('places', read('places.csv') ?? new Uint8Array()), drafts);
  const table = merge.touched.length === 0 ? null : textTable('places', merge.records);
  const towns = new Set(drafts.map(({ committee }) => committee.townCode));
  return {
    merge,
    coverage: coverageOf(merge.records, towns, context),
    table,
    strict: table === null ? [] : strictFaults(read, table, merge, today),
  };
}
