import type { IsoDate } from '../../domain/time/dates.ts';
import { cellRuleFaults, placeholderFaults, siteRuleFaults } from './cells.ts';
import { cellCharacterFaults, settingCharacterFaults } from './characters.ts';
import type { DatasetReading } from '../tables/tables.ts';
import type { Fault } from '../faults/fault.ts';
import { extentFaults } from './extents.ts';
import { holidayFaults } from './holidays.ts';
import { readingFaults } from './readings.ts';
import { placeFaults } from './places.ts';
import { serviceFaults } from './stationServices.ts';
import { stationRuleFaults } from './stations.ts';

/** What the rules of dataRules.ts find in tables that could be read, beside the faults of reading them. */
export function dataRuleFaults(reading: DatasetReading, today: IsoDate): Fault[] {
  const { tables, meta, site, faults } = reading;
  const told = new Set(faults.map(({ code, file, row }) => `${code} ${file} ${String(row)}`));
  return [
    ...cellRuleFaults(tables),
    ...cellCharacterFaults(tables),
    ...settingCharacterFaults(reading),
    ...siteRuleFaults(site),
    // A sample consists of placeholders and is marked as one; only official data must have none.
    ...(meta?.kind === 'official' ? placeholderFaults(tables, site) : []),
    ...placeFaults(tables),
    ...extentFaults(tables),
    ...stationRuleFaults(tables, meta, today),
    ...serviceFaults(tables),
    ...holidayFaults(tables, today),
    ...readingFaults(tables),
  ].filter(({ code, file, row }) => !told.has(`${code} ${file} ${String(row)}`));
}
