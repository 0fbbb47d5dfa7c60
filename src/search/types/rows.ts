import type { StationAnswer } from './answer.ts';

export interface DistrictRow {
  readonly kind: 'district';
  readonly code: string;
  readonly name: string;
  readonly department: { readonly name: string; readonly phone: string };
}

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

export interface StationRow {
  readonly kind: 'station';
  readonly town: number;
  /** Index of the field of a 专项 station, else -1. */
  readonly field: number;
  /** The 居村's name of a 居村 station, else empty. */
  readonly committee: string;
  readonly former: readonly string[];
  /** Its address comes later. */
  answer: StationAnswer;
}

export interface CommitteeRow {
  readonly kind: 'committee';
  readonly name: string;
  readonly town: TownRow;
}

export interface FieldRow {
  readonly kind: 'field';
  readonly index: number;
  readonly slug: string;
  readonly name: string;
  readonly fullName: string;
  readonly aliases: readonly string[];
  readonly sensitive: boolean;
}

export interface ServiceRow {
  readonly kind: 'service';
  readonly index: number;
  readonly id: string;
  readonly name: string;
  /** Comes later, with the words. */
  summary: string;
  readonly fields: readonly number[];
  readonly sensitive: boolean;
}

export interface NeedRow {
  readonly kind: 'need';
  readonly word: string;
  readonly services: readonly number[];
  readonly fields: readonly number[];
  readonly crisis: readonly number[];
  readonly sensitive: boolean;
}

export interface PageRow {
  readonly kind: 'page';
  readonly sort: '政策' | '条款' | '解读' | '案例' | '网页' | '机构';
  readonly path: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly detail: string;
  readonly sensitive: boolean;
  /** Of an interpretation: the clauses that it explains, as places among the pages. */
  readonly clauses: readonly number[];
}

export type Row = DistrictRow | TownRow | StationRow | CommitteeRow | FieldRow | ServiceRow | NeedRow | PageRow;

/** The lookup file with everything in it that could be derived. */
export interface Directory {
  readonly districts: readonly DistrictRow[];
  readonly towns: readonly TownRow[];
  readonly stations: readonly StationRow[];
  readonly fields: readonly FieldRow[];
  readonly services: readonly ServiceRow[];
}

/** What people call things: other names of the services, in their order, troubles, and titles of texts. */
export interface Words {
  readonly services: readonly { readonly row: ServiceRow; readonly aliases: readonly string[] }[];
  readonly needs: readonly NeedRow[];
  readonly pages: readonly PageRow[];
}

/** What a page of the lookup is, as its mark in the file says. */
export type PageMark = 'p' | 'c' | 'i' | 'a' | 'w';
