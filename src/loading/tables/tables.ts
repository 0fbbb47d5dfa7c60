import type { TableName } from '../../domain/dataset/columns.ts';
import type { ReadTable } from './readTable.ts';
import type { Dataset, DatasetMeta, SiteIdentity } from '../../domain/dataset/dataset.ts';
import type { Fault } from '../faults/fault.ts';

/** What can be read, however incomplete, and everything that is wrong with it. */
export interface DatasetReading {
  readonly dataset: Dataset | null;
  readonly tables: Tables;
  /** What the dataset is and who publishes; null where that can't be read. */
  readonly meta: DatasetMeta | null;
  readonly site: SiteIdentity | null;
  readonly faults: readonly Fault[];
}

/** All tables as read, under their names. */
export type Tables = { readonly [T in TableName]: ReadTable<T> };
