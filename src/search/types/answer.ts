import type { StationType, Status } from '../../domain/station/station.ts';

/** A station as an answer shows it; `path` is a route without the site's base (`fromContent` puts it below). */
export interface StationAnswer {
  readonly id: string;
  readonly name: string;
  readonly type: StationType;
  readonly path: string;
  readonly phone: string;
  readonly address: string;
  readonly status: Status;
}

/** Why no station can be named as responsible: the town has none yet, or nobody has registered who serves it. */
export type Missing = '没有综合社工站' | '没有登记由谁负责';

/** Who is responsible for a place, with the basis; an administrative fact, never the nearest point. */
export interface PlaceAnswer {
  /** How we came to it: 江湾居委会, 殷行街道, 殷行街道社工站. */
  readonly basis: readonly string[];
  readonly committee: string | null;
  readonly town: { readonly code: string; readonly name: string; readonly district: string; readonly path: string };
  /** The station that the words ask for beside the place (徐家汇禁毒): to be shown before the general one. */
  readonly asked: StationAnswer | null;
  readonly general: StationAnswer | null;
  /** The 居村's own station, where it has one. */
  readonly own: StationAnswer | null;
  readonly special: readonly StationAnswer[];
  readonly missing: Missing | null;
  /** Whom to ask where a station is missing or can't help: the district's department, its phone if known. */
  readonly department: { readonly name: string; readonly phone: string };
  readonly score: number;
}

/** A number to show before everything else. */
export interface CrisisLine {
  readonly number: string;
  readonly name: string;
  readonly purpose: string;
}

export type GroupTitle = '站点' | '服务' | '政策' | '案例' | '地方' | '网页';

/** Only these groups; of places and stations only those in this district (its name). Left out means all. */
export interface SearchFilters {
  readonly groups?: readonly GroupTitle[];
  readonly district?: string;
}

export type EntryKind =
  | '综合站'
  | '专项站'
  | '居村站'
  | '机构'
  | '领域'
  | '服务'
  | '政策'
  | '条款'
  | '解读'
  | '案例'
  | '区'
  | '街镇'
  | '居委会'
  | '村委会'
  | '网页';

/** Start and end of a piece of a text that the query stands in. */
export type Range = readonly [from: number, to: number];

/** One link of the answer. */
export interface Entry {
  readonly kind: EntryKind;
  readonly title: string;
  /** A route without the site's base. */
  readonly path: string;
  /** Where it is, or what it is about. */
  readonly detail: string;
  readonly phone: string;
  /** Only perhaps what was meant. */
  readonly weak: boolean;
  readonly score: number;
  /** A passage of the page, from the full text. */
  readonly excerpt?: { readonly text: string; readonly marks: readonly Range[] };
}

/** Entries of one sort, best first; `count` says how many there are in all. */
export interface Group {
  readonly title: GroupTitle;
  readonly entries: readonly Entry[];
  readonly count: number;
}

/** Everything that answers a query. */
export interface Answer {
  readonly query: string;
  /** Best first; more than one where several fit equally well. */
  readonly responsible: readonly PlaceAnswer[];
  /** How many more places fit as well as those in `responsible`. */
  readonly moreResponsible: number;
  /** Several places fit equally: ask which, never choose. */
  readonly asks: boolean;
  readonly crisis: readonly CrisisLine[];
  /** Not empty, the group with the best entry first. */
  readonly groups: readonly Group[];
  /** What was typed may tell of somebody's trouble: nothing of it goes into address, history or storage. */
  readonly sensitive: boolean;
  /** The nearest spelling, where the query as it was written is not in the register. */
  readonly corrected: string | null;
  /** Nothing fits well: everything is shown under 没有完全匹配，可能相关. */
  readonly weak: boolean;
  /** The number to call when one doesn't know whom to ask. */
  readonly hotline: { readonly number: string; readonly name: string };
  /** The full text was asked but there is no index: `npm run dev`. */
  readonly needsBuild: boolean;
}
