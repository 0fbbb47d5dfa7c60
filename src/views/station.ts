import type { Freshness } from '../domain/station/freshness.ts';
import type { Field, Service, Topic } from '../domain/service/service.ts';
import type { Organization } from '../domain/service/organization.ts';
import type { Committee, District, Town } from '../domain/place/region.ts';
import type { Station, StationType } from '../domain/station/station.ts';
import type { CaseLink } from './case.ts';
import type { ClauseName } from './policy.ts';

/** A station as the public may see it, with everything it points to. */
export interface StationView {
  readonly station: Station;
  readonly town: Town;
  readonly district: District;
  readonly committee: Committee | null;
  readonly field: Field | null;
  readonly operator: Organization | null;
  readonly services: readonly Service[];
  /** The one character that stands for it: 综, the mark of the field, 居 or 村. */
  readonly mark: string;
  /** How fresh it was on the dataset's as-at date; the browser looks again. */
  readonly freshness: Freshness;
  /** Whether its subject calls for discretion: 快速离开, nothing stored. */
  readonly sensitive: boolean;
}

/** The small picture of what stands around a station, in picture units. */
export interface SurroundingsPicture {
  readonly size: number;
  readonly around: readonly {
    readonly x: number;
    readonly y: number;
    readonly type: StationType;
    readonly mark: string;
  }[];
  readonly labels: readonly { readonly name: string; readonly x: number; readonly y: number }[];
  readonly kilometre: number;
  readonly exact: boolean;
}

/** Everything on the page of one station. */
export interface StationPageData {
  readonly view: StationView;
  readonly topics: readonly Topic[];
  readonly committees: readonly Committee[];
  readonly successor: Station | null;
  readonly sameTown: readonly StationView[];
  readonly villages: readonly StationView[];
  readonly nearby: readonly { readonly view: StationView; readonly remark: string }[];
  readonly ways: readonly { readonly name: string; readonly href: string }[];
  readonly surroundings: SurroundingsPicture | null;
  readonly cases: readonly CaseLink[];
  readonly clauses: readonly ClauseName[];
  /** The least staff of a 综合 station and where that is said; null where no policy says it. */
  readonly staffing: { readonly least: number; readonly clause: ClauseName } | null;
  readonly report: string | null;
  readonly structured: object | null;
}

/** Stations of one district in a longer list. */
export interface DistrictGroup {
  readonly district: District;
  readonly stations: readonly StationView[];
}
