import type { Freshness } from '../domain/station/freshness.ts';
import type { Field, Service, Topic } from '../domain/service/service.ts';
import type { Hotline } from '../domain/service/hotline.ts';
import type { Organization } from '../domain/service/organization.ts';
import type { Committee, District, Town } from '../domain/place/region.ts';
import type { Station, StationType } from '../domain/station/station.ts';
import type { ScaleBar } from '../domain/map/scaleBar.ts';
import type { CaseLink } from './case.ts';
import type { PictureName } from './place.ts';
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

/** The small map of what lies around a station: SVG paths and names, in units of the picture. */
export interface SurroundingsPicture {
  readonly width: number;
  readonly height: number;
  readonly land: string;
  readonly rivers: string;
  readonly lakes: string;
  readonly around: readonly {
    readonly x: number;
    readonly y: number;
    readonly type: StationType;
  }[];
  /** Other stations as dots, where the picture is too wide for their markers. */
  readonly dots: string;
  /** How many other stations the picture shows. */
  readonly count: number;
  readonly waters: readonly PictureName[];
  readonly labels: readonly PictureName[];
  /** An arrow at the edge that points to the nearest river or lake beyond it; null where one is in the picture. */
  readonly pointer: {
    readonly words: string;
    readonly x: number;
    readonly y: number;
    readonly angle: number;
    readonly textX: number;
    readonly textY: number;
  } | null;
  /** Circles of a round distance around a station whose place is known. */
  readonly rings: readonly { readonly radius: number; readonly words: string }[];
  /** The scale where there are no circles. */
  readonly scale: ScaleBar | null;
  readonly exact: boolean;
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
  readonly share: string;
  readonly structured: object | null;
}

/** The stations of one district in a list. */
export interface DistrictGroup {
  readonly district: District;
  readonly stations: readonly StationView[];
}
