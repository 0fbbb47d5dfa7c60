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
