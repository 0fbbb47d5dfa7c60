import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { TABLES } from '../../domain/dataset/columns.ts';
import type { Station } from '../../domain/station/station.ts';
import { changesBetween, type StationChange } from '../../domain/station/changes.ts';
import { readTable } from './readTable.ts';
import { DataFaultsError } from '../faults/lines.ts';

/** The file in a data folder that logs changes of stations; its lines are never removed. */
export const CHANGE_LOG = 'changes.csv';

/** The logged changes of a data folder, empty where there is no log yet. Throws DataFaultsError. */
export function readChangeLog(folder: string): readonly StationChange[] {
  const path = join(folder, CHANGE_LOG);
  if (!existsSync(path)) return [];
  const { rows, faults } = readTable('changes', path, readFileSync(path));
  if (faults.length > 0) throw new DataFaultsError(faults);
  return rows.map(({ value }) => value);
}

/** The log as CSV text, in the form of all tables in `data/`. */
export function writeChangeLog(changes: readonly StationChange[]): string {
  const fields = TABLES.changes.map(({ name }) => name);
  const data = changes.map((change) => fields.map((name) => change[name]));
  return `${Papa.unparse({ fields, data }, { delimiter: ',', newline: '\n' })}\n`;
}

/**
 * Changes between a published list of stations and the present one that the log doesn't hold, whatever their day.
 * A release calls it with the site that it replaces.
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
