import type { TableName } from '../../domain/dataset/columns.ts';
import type { ReadTable } from './readTable.ts';
import type { Dataset, DatasetMeta, SiteIdentity } from '../../domain/dataset/dataset.ts';
import type { Fault } from '../faults/fault.ts';

/** Everything that could be read of a data folder, however incomplete, and every fault in it. */
export interface DatasetReading {
  readonly dataset: Dataset | null;
  readonly tables: Tables;
  /** What the dataset is and who publishes it, from the settings; null where they can't be read. */
  readonly meta: DatasetMeta | null;
  readonly site: SiteIdentity | null;
  readonly faults: readonly Fault[];
}

/** The tables of a data folder as read, by name. */
export type Tables = { readonly [T in TableName]: ReadTable<T> };

/** The row that Excel shows for a record of a table; null for one that was read from none. */
export type RowOf = (record: object) => number | null;

/** Tells the row of each record of these tables, which a dataset takes over as they are. */
export function rowsIn(tables: Tables): RowOf {
  const rows = new Map<object, number>();
  for (const table of Object.values<ReadTable<TableName>>(tables))
    for (const { value, row } of table.rows) rows.set(value, row);
  return (record) => rows.get(record) ?? null;
}
