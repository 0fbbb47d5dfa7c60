import type { ChangeKind } from './stationChanges.ts';
import type { IsoDate } from './dates.ts';
import type { Validity } from './documents.ts';
import type { Drawing } from './editorial.ts';
import type { Freshness } from './freshness.ts';
import type { DatasetMeta, Field, Hotline, Organization, Service, SiteIdentity, Topic } from './records.ts';
import type { Committee, District, Town } from './region.ts';
import type { Station, StationType } from './station.ts';

/** What every page's frame needs to know. */
export interface SiteFrame {
  readonly identity: SiteIdentity;
  readonly meta: DatasetMeta;
  readonly isSample: boolean;
}

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

/** Whom to call when one doesn't know whom to ask. */
export interface CityHotline {
  readonly number: string;
  readonly name: string;
}

/** A clause by its names, for a link. */
export interface ClauseName {
  readonly policy: string;
  readonly clause: string;
  readonly docNumber: string;
  readonly label: string;
}

/** What a list shows of a case. */
export interface CaseLink {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly published: string;
  readonly sample: boolean;
  readonly withdrawn: boolean;
  readonly field: Field | null;
  readonly topic: Topic | null;
  readonly drawing: Drawing;
}

/** What a list shows of an interpretation. */
export interface InterpretationLink {
  readonly slug: string;
  readonly title: string;
  readonly question: string;
  readonly brief: readonly string[];
  readonly elements: readonly string[];
  readonly published: string;
  readonly source: string;
  readonly audience: string;
  readonly clauses: readonly ClauseName[];
}

/** A word of the glossary with where it is said and used. */
export interface TermView {
  readonly slug: string;
  readonly term: string;
  readonly definition: string;
  /** The clause that it comes from; null where the source is another one. */
  readonly clause: ClauseName | null;
  readonly source: string;
  readonly interpretations: readonly { readonly slug: string; readonly title: string }[];
  /** Clauses whose wording has the word. */
  readonly clauses: readonly ClauseName[];
}

/** What one document of the register is to another, said from its own side: 依据《…》, or 被《…》落实. */
export interface RelationView {
  readonly words: string;
  readonly other: { readonly id: string; readonly title: string; readonly docNumber: string; readonly held: boolean };
  readonly clauses: readonly ClauseName[];
  readonly note: string;
}

/** A document of the register: held in full (then it has a page) or only cited. */
export interface DocumentView {
  readonly id: string;
  readonly title: string;
  readonly docNumber: string;
  readonly issuer: string;
  readonly validity: Validity;
  readonly held: boolean;
  readonly otherTitles: readonly string[];
  /** What is certain of it and what isn't. */
  readonly known: string;
  readonly relations: readonly RelationView[];
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

/** Stations of one district in a longer list. */
export interface DistrictGroup {
  readonly district: District;
  readonly stations: readonly StationView[];
}

/** Everything on the page of one field. */
export interface FieldPageData {
  readonly field: Field;
  readonly basis: ClauseName;
  readonly hotline: Hotline | null;
  readonly services: readonly Service[];
  readonly cases: readonly CaseLink[];
  readonly groups: readonly DistrictGroup[];
}

/** Everything on the page of one service. */
export interface ServicePageData {
  readonly service: Service;
  readonly topic: Topic | null;
  readonly fields: readonly Field[];
  readonly sensitive: boolean;
  readonly basis: ClauseName;
  readonly crisis: readonly Hotline[];
  readonly stationCount: number;
  readonly groups: readonly DistrictGroup[];
  readonly cases: readonly CaseLink[];
}

/** An organisation and the stations that it runs. */
export interface OrganizationSummary {
  readonly organization: Organization;
  readonly district: District | null;
  readonly stationCount: number;
  readonly groups: readonly DistrictGroup[];
}

/** Everything beside the story of a case. */
export interface CasePageData extends CaseLink {
  readonly services: readonly Service[];
  readonly clauses: readonly ClauseName[];
  readonly lines: readonly Hotline[];
}

/** What a download list tells of one file. */
export interface DownloadFile {
  readonly file: string;
  readonly format: string;
  readonly title: string;
  readonly about: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** One table in all its formats. */
export interface DownloadRow {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly rows: number;
  readonly files: readonly DownloadFile[];
}

/** What happened to one station on one day; no address where its row is gone. */
export interface ChangedStation {
  readonly id: string;
  readonly name: string;
  readonly href: string | null;
  readonly changes: readonly { readonly kind: ChangeKind; readonly text: string }[];
}

/** What happened to stations on one day. */
export interface StationChangeDay {
  readonly on: IsoDate;
  readonly stations: readonly ChangedStation[];
}

/** Links under a heading. */
export interface LinkGroup {
  readonly title: string;
  readonly links: readonly { readonly name: string; readonly href: string }[];
}
