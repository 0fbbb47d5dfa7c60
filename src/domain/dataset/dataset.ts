import type { Field, Topic, Service, Need } from '../service/service.ts';
import type { Organization } from '../service/organization.ts';
import type { Hotline } from '../service/hotline.ts';
import type { Term } from '../policy/term.ts';
import type { Target } from '../policy/target.ts';
import type { CitedDocument } from '../policy/documents.ts';
import type { Committee, District, Town } from '../place/region.ts';
import type { Station } from '../station/station.ts';
import type { StationChange } from '../station/changes.ts';

export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** Where a file of the dataset comes from, under which licence, and of which date. */
export interface Source {
  readonly path: string;
  readonly title: string;
  readonly source: string;
  readonly licence: string;
  readonly date: string;
}

/** What the dataset is (datapackage.json). */
export interface DatasetMeta {
  /** A name for programs, e.g. `shegongzhan-shanghai`. */
  readonly name: string;
  readonly kind: 'sample' | 'official';
  readonly title: string;
  readonly asAt: string;
  readonly sources: readonly Source[];
}

/** Who publishes (site.yaml). Empty string means not configured. */
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
  /** Who answers for the interpretations, and where to ask. */
  readonly interpretationUnit: string;
  readonly interpretationContact: string;
  /** SHA-256 of files that no program can read and somebody has read through for personal data (docs/norms.md §5). */
  readonly reviewedFiles: readonly string[];
}

/** The coast near the city: closed land rings clipped to the box. */
export interface Coastline {
  readonly source: string;
  readonly licence: string;
  readonly bbox: readonly [west: number, south: number, east: number, north: number];
  readonly rings: readonly (readonly (readonly [lon: number, lat: number])[])[];
}

/** What a checked row of each table is. */
export interface TableRecords {
  readonly stations: Station;
  readonly districts: District;
  readonly towns: Town;
  readonly committees: Committee;
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
}

/** The rows of every table, in the order of their files. */
export type DatasetTables = { readonly [T in keyof TableRecords]: readonly TableRecords[T][] };

/** Everything under data/, checked and cross-referenced. */
export interface Dataset extends DatasetTables {
  readonly meta: DatasetMeta;
  readonly site: SiteIdentity;
  readonly coastline: Coastline;
}
