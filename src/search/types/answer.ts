import type { StationType, Status } from '../../domain/station/station.ts';

/**
 * A station as an answer shows it. `path` does not hold the path that the site is mounted at; `fromContent` adds it.
 */
export interface StationAnswer {
  readonly id: string;
  readonly name: string;
  readonly type: StationType;
  /** The slug of the field of a 专项 station; null for others. */
  readonly field: string | null;
  readonly path: string;
  readonly phone: string;
  readonly address: string;
  readonly status: Status;
}

/** Why no responsible station can be named: the town has no 综合 station, or it is not registered who serves the town. */
export type Missing = '没有综合社工站' | '没有登记由谁负责';

/**
 * The stations responsible for a place, with the basis. They follow from the register, never from the distance
 * (docs/norms.md §10).
 */
export interface PlaceAnswer {
  /** The steps from the place to the station: 江湾居委会, 殷行街道, 殷行街道社工站. */
  readonly basis: readonly string[];
  readonly committee: string | null;
  readonly town: { readonly code: string; readonly name: string; readonly district: string; readonly path: string };
  /** The station of a field that the query asks for beside the place (徐家汇禁毒); it is shown before the general one. */
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

/** A run of numbers, or a whole place, in an answer to an address, with who is responsible there. */
export interface AddressRow {
  /** The road, the estate or the hamlet. */
  readonly name: string;
  /** The numbers, `1–299号`; 全部 for all of it. */
  readonly extent: string;
  /** 单号, 双号 or 单号双号都是; empty where there is nothing to tell. */
  readonly parity: string;
  readonly place: PlaceAnswer;
  /** Where the row comes from, and the day (ISO) of which it is true; null where nobody has said. */
  readonly source: string;
  readonly asAt: string | null;
}

/** What the table of places says of an address. */
export interface AddressAnswer {
  /**
   * 查到: it belongs to one 居村委, that of the only row. 要选: several may be meant, and the reader chooses. 没有登记: the place
   * is known but this number is not; the rows are its neighbours, which prove nothing. 缺路名: a number without a road.
   */
  readonly kind: '查到' | '要选' | '没有登记' | '缺路名';
  /** The address as it was understood, without rooms: 示例路700弄3号. */
  readonly written: string;
  /** Whether the name was written in full; else the rows are of names that are near to it. */
  readonly exact: boolean;
  readonly rows: readonly AddressRow[];
  /** How many rows are left out. */
  readonly more: number;
}

/** A hotline to show above everything else. */
export interface CrisisLine {
  readonly number: string;
  readonly name: string;
  readonly purpose: string;
}

/** The headings under which an answer is grouped. */
export type GroupTitle = '站点' | '服务' | '政策' | '案例' | '地方' | '网页';

/**
 * Restricts an answer to these groups, and its places and stations to this district (by name). A field that is left out
 * restricts nothing.
 */
export interface SearchFilters {
  readonly groups?: readonly GroupTitle[];
  readonly district?: string;
  /** Slugs of the fields that the page is about: of a place, the station of the first that it has comes first. */
  readonly fields?: readonly string[];
}

/** What an entry of an answer leads to, as the word shown beside it. */
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

/** Start and end of a part of a text to be highlighted. */
export type Range = readonly [from: number, to: number];

/** One link of the answer. */
export interface Entry {
  readonly kind: EntryKind;
  readonly title: string;
  /** The address without the path that the site is mounted at. */
  readonly path: string;
  /** A second line: where it lies, or what it is about. */
  readonly detail: string;
  readonly phone: string;
  /** Whether the match is doubtful (below `STRONG`). */
  readonly weak: boolean;
  readonly score: number;
  /** A passage of the page with the ranges to highlight; only from the full text. */
  readonly excerpt?: { readonly text: string; readonly marks: readonly Range[] };
}

/** The entries under one heading, best first; `count` also counts those that are not listed. */
export interface Group {
  readonly title: GroupTitle;
  readonly entries: readonly Entry[];
  readonly count: number;
}

/** The complete answer to a query, as the search box shows it. */
export interface Answer {
  readonly query: string;
  /** Best first; more than one where several fit equally well. */
  readonly responsible: readonly PlaceAnswer[];
  /** How many further places fit equally well but are not listed in `responsible`. */
  readonly moreResponsible: number;
  /** Whether several places fit equally well, so that the reader has to be asked which is meant. */
  readonly asks: boolean;
  /** By what the best match was found, where its name does not show it; null where it does. */
  readonly foundBy: '拼音' | '首字母' | '曾用名' | null;
  /** What the table of places says; null where the query is no address that it knows. */
  readonly address: AddressAnswer | null;
  /**
   * The file of places that has to be added before the query can be answered for sure: a key of the root, or empty for
   * the root itself; null where none is needed. `certain` says that the query is an address, `likely` that it ends as one
   * does, so that no other answer should come before.
   */
  readonly wants: { readonly file: string; readonly certain: boolean; readonly likely: boolean } | null;
  readonly crisis: readonly CrisisLine[];
  /** The groups that have entries; the one with the best entry comes first. */
  readonly groups: readonly Group[];
  /**
   * Whether the query may tell of a personal trouble: then it is kept out of the address, the history and the storage.
   */
  readonly sensitive: boolean;
  /** Whether it is sensitive because it tells where somebody lives. */
  readonly isAddress: boolean;
  /** The spelling that was probably meant, where the query as typed matches nothing well; else null. */
  readonly corrected: string | null;
  /** Whether all entries are doubtful; they are then shown under 没有完全匹配，可能相关. */
  readonly weak: boolean;
  /** The city's general hotline. */
  readonly hotline: { readonly number: string; readonly name: string };
  /** Whether the full text is missing because no index was built, as under `npm run dev`. */
  readonly needsBuild: boolean;
}
