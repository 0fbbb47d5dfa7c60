import type { Field, Topic, Service, Need } from '../service/service.ts';
import type { Organization } from '../service/organization.ts';
import type { Hotline } from '../service/hotline.ts';
import type { Term } from '../policy/term.ts';
import type { Target } from '../policy/target.ts';
import type { CitedDocument } from '../policy/documents.ts';
import type { Committee, District, Reading, Town } from '../place/region.ts';
import type { Place } from '../place/place.ts';
import type { HolidayRow } from '../time/holidays.ts';
import type { Station } from '../station/station.ts';
import type { StationChange } from '../station/changes.ts';

/** An old address of the site and the one that it leads to now, both from the root of the site. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** Where a file of the dataset comes from, its licence and its date. */
export interface Source {
  readonly path: string;
  readonly title: string;
  readonly source: string;
  readonly licence: string;
  readonly date: string;
}

/** What the dataset is, from datapackage.json: sample or official, as of which day (`asAt`), from which sources. */
export interface DatasetMeta {
  /** An identifier, e.g. `shegongzhan-shanghai`. */
  readonly name: string;
  readonly kind: 'sample' | 'official';
  readonly title: string;
  readonly asAt: string;
  readonly sources: readonly Source[];
}

/** Who publishes the site, from site.yaml. An empty string means that the entry is not configured. */
export interface SiteIdentity {
  readonly city: string;
  readonly siteName: string;
  readonly siteIdCode: string;
  readonly icp: string;
  readonly policeRecord: string;
  readonly organiser: string;
  readonly undertaker: string;
  readonly contact: string;
  readonly pressContact: string;
  readonly reportEmail: string;
  readonly hostSite: { readonly name: string; readonly url: string } | null;
  readonly cityHotline: string;
  readonly mapApproval: string;
  readonly dataLicence: string;
  /** The unit responsible for the interpretations, and where to ask it. */
  readonly interpretationUnit: string;
  readonly interpretationContact: string;
  /**
   * SHA-256 of files that no program can search for personal data and that somebody has read through
   * (docs/norms.md §5).
   */
  readonly reviewedFiles: readonly string[];
}

/** The land near the city: closed rings, clipped to the box `bbox`. */
export interface Coastline {
  readonly source: string;
  readonly licence: string;
  readonly bbox: readonly [west: number, south: number, east: number, north: number];
  readonly rings: readonly (readonly (readonly [lon: number, lat: number])[])[];
}

/** The record of a checked row, for each table. */
export interface TableRecords {
  readonly stations: Station;
  readonly districts: District;
  readonly towns: Town;
  readonly committees: Committee;
  readonly places: Place;
  readonly readings: Reading;
  readonly fields: Field;
  readonly topics: Topic;
  readonly services: Service;
  readonly organizations: Organization;
  readonly needs: Need;
  readonly hotlines: Hotline;
  readonly targets: Target;
  readonly documents: CitedDocument;
  readonly glossary: Term;
  readonly redirects: Redirect;
  readonly changes: StationChange;
  readonly holidays: HolidayRow;
}

/** The checked rows of every table, in the order of their files. */
export type DatasetTables = { readonly [T in keyof TableRecords]: readonly TableRecords[T][] };

/** The whole content of data/, checked and with all references resolved. */
export interface Dataset extends DatasetTables {
  readonly meta: DatasetMeta;
  readonly site: SiteIdentity;
  readonly coastline: Coastline;
}
