import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { TABLES } from '../../domain/dataset/columns.ts';
import type { Station } from '../../domain/station/station.ts';
import { changesBetween, type StationChange } from '../../domain/station/changes.ts';
import { readTable } from './readTable.ts';
import { DataFaultsError } from '../faults/lines.ts';

/** The log of a data folder, in which every change stays. */
export const CHANGE_LOG = 'changes.csv';

/** What the log of a data folder holds, nothing where there is none yet; throws DataFaultsError. */
export function readChangeLog(folder: string): readonly StationChange[] {
  const path = join(folder, CHANGE_LOG);
  if (!existsSync(path)) return [];
  const { rows, faults } = readTable('changes', path, readFileSync(path));
  if (faults.length > 0) throw new DataFaultsError(faults);
  return rows.map(({ value }) => value);
}

/** The text of a log, as editors keep tables. */
export function writeChangeLog(changes: readonly StationChange[]): string {
  const fields = TABLES.changes.map(({ name }) => name);
  const data = changes.map((change) => fields.map((name) => change[name]));
  return `${Papa.unparse({ fields, data }, { delimiter: ',', newline: '\n' })}\n`;
}

/**
 * Changes between a published list and the present one that the log does not know, whatever their day. A release asks
 * this of the site that it replaces.
 */
export function unloggedChanges(
  published: readonly Station[],
  present: readonly Station[],
  log: readonly StationChange[],
): readonly StationChange[] {
  const keyOf = ({ station, kind, after }: StationChange) => JSON.stringify([station, kind, after]);
  const known = new Set(log.map(keyOf));
  return changesBetween(published, present, '').filter((change) => !known.has(keyOf(change)));
}
