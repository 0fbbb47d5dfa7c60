import type { Field, Topic, Service, Need } from '../service/service.ts';
import type { Organization } from '../service/organization.ts';
import type { Hotline } from '../service/hotline.ts';
import type { Term } from '../policy/term.ts';
import type { Target } from '../policy/target.ts';
import type { CitedDocument } from '../policy/documents.ts';
import type { Committee, District, Reading, Town } from '../place/region.ts';
import type { Place } from '../place/place.ts';
import type { IsoDate } from '../time/dates.ts';
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
  /** A sentence that every page shows while something is being mended; empty where nothing is. */
  readonly notice: string;
  /** Whom to tell of a security hole, as a `mailto:` or `https:` address, and until when that holds (RFC 9116). */
  readonly security: { readonly contact: string; readonly expires: IsoDate } | null;
  /** Whether the footer leads to 我为政府网站找错. */
  readonly reportsToState: boolean;
  /** The address of the entry of 党政机关标识; empty where there is none. */
  readonly partyMark: string;
  /** Whether readers are told that a link leads to the site of others; null leaves it to what the dataset is. */
  readonly leaveNotice: boolean | null;
  /** Hosts that need no such notice, with all below them. */
  readonly leaveExempt: readonly string[];
  /**
   * SHA-256 of files that no program can search for personal data and that somebody has read through
   * (docs/norms.md §5).
   */
  readonly reviewedFiles: readonly string[];
}

/** Rivers, lakes and seas near the city, with their names; a name that is not known is empty. */
export interface Waters {
  readonly source: string;
  readonly licence: string;
  /** Written by hand: a name and a place on the water that bears it. `npm run coastline` keeps and uses them. */
  readonly names: readonly (readonly [name: string, lon: number, lat: number])[];
  readonly rivers: readonly (readonly [name: string, line: readonly (readonly [lon: number, lat: number])[]])[];
  /** The shores of lakes, each a closed ring. */
  readonly lakes: readonly (readonly [name: string, ring: readonly (readonly [lon: number, lat: number])[]])[];
  /** Where the name of a sea, a bay or an estuary stands. */
  readonly seas: readonly (readonly [name: string, lon: number, lat: number])[];
}

/** The land near the city: closed rings, clipped to the box `bbox`, and the waters on it. */
export interface Coastline {
  readonly source: string;
  readonly licence: string;
  readonly bbox: readonly [west: number, south: number, east: number, north: number];
  readonly rings: readonly (readonly (readonly [lon: number, lat: number])[])[];
  readonly waters: Waters;
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
