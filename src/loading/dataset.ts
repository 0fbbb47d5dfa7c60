import type { DatasetReading, Tables } from './tables/tables.ts';
import type { ReadFile } from './tables/readFile.ts';
import type { Dataset, DatasetTables } from '../domain/dataset/dataset.ts';
import { hotlinesByUrgency } from '../domain/service/hotline.ts';
import { TABLES, type TableName } from '../domain/dataset/columns.ts';
import { readTable } from './tables/readTable.ts';
import { DataFaultsError } from './faults/lines.ts';
import { fileFault } from './faults/fault.ts';
import { readCoastline, readIdentity, readPackage, type ReadOne } from './tables/settings.ts';
import { referenceFaults } from './rules/pointers.ts';

/** Tables that a dataset can do without; a missing file is an empty table. */
export const OPTIONAL_TABLES: readonly TableName[] = ['changes', 'places', 'readings', 'holidays'];

function readTables(read: ReadFile): Tables {
  const names = Object.keys(TABLES) as TableName[];
  const entries = names.map((table) => {
    const file = `${table}.csv`;
    const bytes = read(file);
    const result =
      bytes === null && OPTIONAL_TABLES.includes(table)
        ? { rows: [], faults: [] }
        : bytes === null
          ? { rows: [], faults: [fileFault(file, '文件不存在', '在数据文件夹里放上这张表，没有内容也要有表头')] }
          : readTable(table, file, bytes);
    return [table, result] as const;
  });
  return Object.fromEntries(entries) as unknown as Tables;
}

function recordsOf(tables: Tables): DatasetTables {
  const records = Object.fromEntries(
    Object.entries(tables).map(([table, { rows }]) => [table, rows.map(({ value }) => value)]),
  ) as unknown as DatasetTables;
  // Whoever lists hotlines lists emergencies first.
  return { ...records, hotlines: hotlinesByUrgency(records.hotlines) };
}

/**
 * Reads every file of `data/` and checks every cell and every reference between tables. Gives what could be read
 * together with all faults.
 */
export function readDataset(read: ReadFile): DatasetReading {
  const tables = readTables(read);
  const settings = { meta: readPackage(read), site: readIdentity(read), coastline: readCoastline(read) };
  const cellFaults = Object.values(tables).flatMap((table) => table.faults);
  const settingFaults = Object.values<ReadOne<unknown>>(settings).flatMap((one) => one.faults);
  // References are checked even where cells are wrong, so that a clerk sees every fault in one run.
  const faults = [...settingFaults, ...cellFaults, ...referenceFaults(tables, settings.meta.value)];
  const { meta, site, coastline } = settings;
  const dataset =
    faults.length === 0 && meta.value !== null && site.value !== null && coastline.value !== null
      ? { ...recordsOf(tables), meta: meta.value, site: site.value, coastline: coastline.value }
      : null;
  return { dataset, tables, meta: meta.value, site: site.value, faults };
}

/** The checked dataset, without the texts. Throws DataFaultsError with every fault that was found. */
export function loadDataset(read: ReadFile): Dataset {
  const { dataset, faults } = readDataset(read);
  if (dataset === null) throw new DataFaultsError(faults);
  return dataset;
}
