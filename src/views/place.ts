import type { GatheredExtents } from '../domain/place/extent.ts';
import type { Committee, District, Town } from '../domain/place/region.ts';
import type { Station } from '../domain/station/station.ts';
import type { StationView } from './station.ts';

/** A town as the list of its district shows it. */
export interface TownSummary {
  readonly town: Town;
  readonly general: Station | null;
  readonly stationCount: number;
  readonly committeeCount: number;
}

/** The 居村委 whose names begin with a letter in pinyin, in the order of their pinyin. */
export interface InitialGroup {
  /** A capital letter, or # for names that don't begin with a Han character. */
  readonly initial: string;
  readonly committees: readonly { readonly committee: Committee; readonly town: Town }[];
}

/** What belongs to a 居委会, on what day and by whose word. */
export interface CommitteePlaces extends GatheredExtents {
  readonly committee: Committee;
  /** The day (ISO) of the newest row; null where nobody has said. */
  readonly asAt: string | null;
  readonly sources: readonly string[];
}

/** The data of a town's page; `served` are the units of kind 其他 that it serves. */
export interface TownPageData {
  readonly town: Town;
  readonly district: District;
  readonly servingTown: Town | null;
  readonly general: StationView | null;
  readonly special: readonly StationView[];
  readonly villages: readonly StationView[];
  readonly committees: readonly Committee[];
  /** The 居委会 of which places are registered. */
  readonly places: readonly CommitteePlaces[];
  readonly served: readonly Town[];
}
