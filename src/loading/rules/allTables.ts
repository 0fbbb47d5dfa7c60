import type { IsoDate } from '../../domain/time/dates.ts';
import { cellRuleFaults, placeholderFaults, siteRuleFaults } from './cells.ts';
import type { DatasetReading } from '../tables/tables.ts';
import type { Fault } from '../faults/fault.ts';
import { placeFaults } from './places.ts';
import { stationRuleFaults } from './stations.ts';

/** What the rules of dataRules.ts find in tables that could be read, beside the faults of reading them. */
export function dataRuleFaults({ tables, meta, site, faults }: DatasetReading, today: IsoDate): Fault[] {
  const told = new Set(faults.map(({ code, file, row }) => `${code} ${file} ${String(row)}`));
  return [
    ...cellRuleFaults(tables),
    ...siteRuleFaults(site),
    // A sample is made of placeholders and says so; only what claims to be official may have none.
    ...(meta?.kind === 'official' ? placeholderFaults(tables, site) : []),
    ...placeFaults(tables),
    ...stationRuleFaults(tables, meta, today),
  ].filter(({ code, file, row }) => !told.has(`${code} ${file} ${String(row)}`));
}
