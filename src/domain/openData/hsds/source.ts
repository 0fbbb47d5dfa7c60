import type { Dataset } from '../../dataset/dataset.ts';
import type { Station } from '../../station/station.ts';

/** Makes the identifier of a row: a UUID that is the same in every build. */
export type Identify = (table: string, id: string) => string;

/** What the tables of the package are made of: the dataset, its stations as the public may see them, and identifiers. */
export interface HsdsSource {
  readonly dataset: Dataset;
  /** Without those that were merged into others. */
  readonly stations: readonly Station[];
  readonly identify: Identify;
}
