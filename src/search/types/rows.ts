import type { StationAnswer } from './answer.ts';

/** A district, as the search knows it. */
export interface DistrictRow {
  readonly kind: 'district';
  readonly code: string;
  readonly name: string;
  readonly department: { readonly name: string; readonly phone: string };
}

/** A town with its stations, as the search knows it. */
export interface TownRow {
  readonly kind: 'town';
  readonly index: number;
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly district: DistrictRow;
  /** Index of the serving town; -1 where nobody has registered it. */
  readonly servedBy: number;
  readonly general: StationRow | null;
  readonly special: readonly StationRow[];
  readonly stations: readonly StationRow[];
}

/** A station, as the search knows it. */
export interface StationRow {
  readonly kind: 'station';
  readonly town: number;
  /** Index of the field of a 专项 station, else -1. */
  readonly field: number;
  /** The 居村's name of a 居村 station, else empty. */
  readonly committee: string;
  readonly former: readonly string[];
  /** What an answer shows of it; the address is filled in when the file of addresses was added. */
  answer: StationAnswer;
}

/** A 居委会 or 村委会, as the search knows it. */
export interface CommitteeRow {
  readonly kind: 'committee';
  readonly name: string;
  readonly town: TownRow;
}

/** A field of 专项社工站, as the search knows it. */
export interface FieldRow {
  readonly kind: 'field';
  readonly index: number;
  readonly slug: string;
  readonly name: string;
  readonly fullName: string;
  readonly aliases: readonly string[];
  readonly sensitive: boolean;
}

/** A service, as the search knows it. */
export interface ServiceRow {
  readonly kind: 'service';
  readonly index: number;
  readonly id: string;
  readonly name: string;
  /** Empty until the words file was added. */
  summary: string;
  readonly fields: readonly number[];
  readonly sensitive: boolean;
}

/** A word or phrase for a need, with the services, fields and hotlines that it leads to (as indexes). */
export interface NeedRow {
  readonly kind: 'need';
  readonly word: string;
  readonly services: readonly number[];
  readonly fields: readonly number[];
  readonly crisis: readonly number[];
  readonly sensitive: boolean;
}

/** A page with a title: a policy, clause, interpretation, case, organisation or other page. */
export interface PageRow {
  readonly kind: 'page';
  readonly sort: '政策' | '条款' | '解读' | '案例' | '网页' | '机构';
  readonly path: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly detail: string;
  readonly sensitive: boolean;
  /** For an interpretation: the indexes of the pages of the clauses that it explains. */
  readonly clauses: readonly number[];
}

/** Anything that a query can match. */
export type Row = DistrictRow | TownRow | StationRow | CommitteeRow | FieldRow | ServiceRow | NeedRow | PageRow;

/** The content of the lookup file as rows, with everything that the file leaves out because it can be derived. */
export interface Directory {
  readonly districts: readonly DistrictRow[];
  readonly towns: readonly TownRow[];
  readonly stations: readonly StationRow[];
  readonly fields: readonly FieldRow[];
  readonly services: readonly ServiceRow[];
}

/** The content of the words file as rows. */
export interface Words {
  readonly services: readonly { readonly row: ServiceRow; readonly aliases: readonly string[] }[];
  readonly needs: readonly NeedRow[];
  readonly pages: readonly PageRow[];
}

/** The mark of a page in the words file: p policy, c clause, i interpretation, a case, w other page. */
export type PageMark = 'p' | 'c' | 'i' | 'a' | 'w';
