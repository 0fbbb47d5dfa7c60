import type { Dataset } from '../../dataset/dataset.ts';
import type { Station } from '../../station/station.ts';

/** Makes the identifier of a row: a UUID that stays the same in every build. */
export type Identify = (table: string, id: string) => string;

/** The input of all tables: the dataset, the stations as the public may see them, and the maker of identifiers. */
export interface HsdsSource {
  readonly dataset: Dataset;
  /** Without merged stations (撤并). */
  readonly stations: readonly Station[];
  readonly identify: Identify;
}
