import type { Validity } from './documents.ts';
import type { Committee, District, Town } from './region.ts';
import type { Station } from './station.ts';
import type { StationChange } from './stationChanges.ts';

/** A pointer to a clause of a policy, `<policy slug>#<clause id>` in cells. */
export interface ClauseRef {
  readonly policy: string;
  readonly clause: string;
}

/** A field of work (领域) of 专项社工站 (notice 二（二）). */
export interface Field {
  readonly slug: string;
  readonly name: string;
  readonly fullName: string;
  readonly mark: string;
  readonly leadDepartment: string;
  readonly basis: ClauseRef;
  readonly namedIn: '通知' | '抄送单位' | '推定';
  readonly sensitive: boolean;
  readonly hotline: string | null;
  readonly summary: string;
  readonly aliases: readonly string[];
}

/** A trouble in a resident's own words, under which services are grouped. */
export interface Topic {
  readonly slug: string;
  readonly mark: string;
  readonly name: string;
  readonly summary: string;
}

export interface Service {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  readonly fields: readonly string[];
  readonly summary: string;
  readonly audience: string;
  readonly fee: string;
  readonly documents: string;
  readonly howToApply: string;
  readonly basis: ClauseRef;
  readonly aliases: readonly string[];
}

export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly districtCode: string | null;
  readonly phone: string;
  readonly summary: string;
  readonly source: string;
}

/** A plain word and what it leads to; `crisis` holds the numbers to show first. */
export interface Need {
  readonly word: string;
  readonly topic: string;
  readonly services: readonly string[];
  readonly fields: readonly string[];
  readonly crisis: readonly string[];
}

export interface Hotline {
  readonly number: string;
  readonly name: string;
  readonly purpose: string;
  readonly crisis: boolean;
  readonly source: string;
  readonly verifiedOn: string;
}

/** A milestone of the notice; `metric` names the figure that answers it. */
export interface Target {
  readonly id: string;
  readonly due: string | null;
  readonly name: string;
  readonly metric: string;
  readonly goal: number | null;
  readonly clause: ClauseRef;
  readonly quote: string;
}

/** A document that is cited but not held in full. */
export interface CitedDocument {
  readonly id: string;
  readonly title: string;
  /** Empty where it is not known. */
  readonly docNumber: string;
  readonly issuer: string;
  readonly validity: Validity;
  /** Titles that the same number is found under elsewhere. */
  readonly otherTitles: readonly string[];
  readonly known: string;
  readonly source: string;
}

export interface Term {
  readonly slug: string;
  readonly term: string;
  readonly definition: string;
  readonly source: string;
}

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
  /** SHA-256 of files that no program can read and somebody has read through for personal data (norms.md §5). */
  readonly reviewedFiles: readonly string[];
}

/** The coast near the city: closed land rings clipped to the box. */
export interface Coastline {
  readonly source: string;
  readonly licence: string;
  readonly bbox: readonly [west: number, south: number, east: number, north: number];
  readonly rings: readonly (readonly (readonly [lon: number, lat: number])[])[];
}

/** Everything under data/, checked and cross-referenced. */
export interface Dataset {
  readonly meta: DatasetMeta;
  readonly site: SiteIdentity;
  readonly districts: readonly District[];
  readonly towns: readonly Town[];
  readonly committees: readonly Committee[];
  readonly stations: readonly Station[];
  readonly fields: readonly Field[];
  readonly topics: readonly Topic[];
  readonly services: readonly Service[];
  readonly organizations: readonly Organization[];
  readonly needs: readonly Need[];
  readonly hotlines: readonly Hotline[];
  readonly targets: readonly Target[];
  readonly documents: readonly CitedDocument[];
  readonly glossary: readonly Term[];
  readonly redirects: readonly Redirect[];
  readonly changes: readonly StationChange[];
  readonly coastline: Coastline;
}
