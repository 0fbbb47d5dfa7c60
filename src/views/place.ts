import type { Committee, District, Town } from '../domain/place/region.ts';
import type { Station } from '../domain/station/station.ts';
import type { StationView } from './station.ts';

/** A town in a list of its district. */
export interface TownSummary {
  readonly town: Town;
  readonly general: Station | null;
  readonly stationCount: number;
  readonly committeeCount: number;
}

/** Everything on the page of one town. */
export interface TownPageData {
  readonly town: Town;
  readonly district: District;
  readonly servingTown: Town | null;
  readonly general: StationView | null;
  readonly special: readonly StationView[];
  readonly villages: readonly StationView[];
  readonly committees: readonly Committee[];
  readonly served: readonly Town[];
}
