import type { Freshness } from '../domain/station/freshness.ts';
import type { Field, Service, Topic } from '../domain/service/service.ts';
import type { Hotline } from '../domain/service/hotline.ts';
import type { Organization } from '../domain/service/organization.ts';
import type { Committee, District, Town } from '../domain/place/region.ts';
import type { Station } from '../domain/station/station.ts';
import type { CaseLink } from './case.ts';
import type { SurroundingsPicture } from './picture.ts';
import type { ClauseName } from './policy.ts';

/** A station as the public may see it, with the rows that it refers to. */
export interface StationView {
  readonly station: Station;
  readonly town: Town;
  readonly district: District;
  readonly committee: Committee | null;
  readonly field: Field | null;
  readonly operator: Organization | null;
  readonly services: readonly Service[];
  /** The character on its marker: 综, that of the field, 居 or 村. */
  readonly mark: string;
  /** Its freshness on the as-at date; the browser computes it again for the present day. */
  readonly freshness: Freshness;
  /** Whether its field is sensitive: its page then shows 快速离开 and stores nothing. */
  readonly sensitive: boolean;
}

/** The data of a station's page. */
export interface StationPageData {
  readonly view: StationView;
  readonly topics: readonly Topic[];
  /** The ids of the services that no other station offers. */
  readonly ownServices: readonly string[];
  readonly committees: readonly Committee[];
  readonly successor: Station | null;
  readonly sameTown: readonly StationView[];
  readonly villages: readonly StationView[];
  readonly nearby: readonly { readonly view: StationView; readonly remark: string }[];
  readonly ways: readonly { readonly name: string; readonly href: string }[];
  readonly surroundings: SurroundingsPicture | null;
  /** Who made what the small map is drawn from. */
  readonly mapCredits: string;
  readonly cases: readonly CaseLink[];
  readonly clauses: readonly ClauseName[];
  /** The least number of staff for a 综合 station, with its clause; null where no policy has one. */
  readonly staffing: { readonly least: number; readonly clause: ClauseName } | null;
  /** The emergency lines that stand first where the field is sensitive. */
  readonly urgent: readonly Hotline[];
  readonly report: string | null;
  /** The station as a message in plain text. */
  readonly share: string | null;
  readonly structured: object | null;
}

/** The stations of one district in a list. */
export interface DistrictGroup {
  readonly district: District;
  readonly stations: readonly StationView[];
}
