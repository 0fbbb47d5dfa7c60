import type { PageMark } from '../types/rows.ts';

/** Serving town of a unit: its own, or not registered; else an index into `towns`. */
export const SERVED_BY_ITSELF = -2;
export const SERVED_BY_NOBODY = -1;

/**
 * `/search/lookup.json`: rows instead of objects; numbers are places in the other tables; lists of words are joined
 * with 、. Names that the naming rule gives are not in it (notice 三（一）).
 */
export interface LookupFile {
  /** The number to call when one doesn't know whom to ask, and what the city is called: 上海. */
  readonly city: readonly [number: string, hotline: string, name: string];
  readonly hotlines: readonly (readonly [number: string, name: string, purpose: string])[];
  readonly districts: readonly (readonly [code: string, name: string, department: string, phone: string])[];
  readonly towns: readonly (readonly [
    district: number,
    /** Code without that of the district. */
    code: string,
    name: string,
    aliases: string,
    servedBy: number,
    /** How many stations the town has: responsible ones first, 综合 and then 专项. */
    general: number,
    special: number,
    others: number,
  ])[];
  readonly fields: readonly (readonly [
    slug: string,
    name: string,
    fullName: string,
    aliases: string,
    sensitive: 0 | 1,
  ])[];
  readonly services: readonly (readonly [id: string, name: string, fields: readonly number[]])[];
  /** Stations by town, in the order of `towns`. */
  readonly stations: {
    /** 0 综合, n the field n - 1, -1 居村. */
    readonly kinds: readonly number[];
    /** Numbers without `prefix`; a leading `=` where the number doesn't begin with it. */
    readonly phones: readonly string[];
    readonly prefix: string;
    /** Of each 居村 station in turn: the last three digits of the committee and its name (`writeCommittee`). */
    readonly committees: readonly string[];
    /** Those whose id or name does not follow the rule, or that had other names, or are not 运行. */
    readonly others: readonly (readonly [station: number, id: string, name: string, former: string, status: string])[];
  };
  /** How often the next common characters are read alike, and other readings (`Readings`). */
  readonly runs: string;
  readonly readings: string;
  /** Pairs of a traditional character and its simplified one. */
  readonly traditional: string;
}

/** Words and phrases that lead to the same. */
export type NeedGroup = readonly [
  words: string,
  services: readonly number[],
  fields: readonly number[],
  crisis: readonly number[],
];

/** `/search/words.json`: what people call their troubles and our texts; it may come a moment after the lookup. */
export interface WordsFile {
  /** In the order of the lookup's services; other names that are no words for a need. */
  readonly services: readonly (readonly [summary: string, aliases: string])[];
  readonly needs: readonly NeedGroup[];
  readonly organizations: readonly (readonly [id: string, name: string])[];
  readonly pages: readonly (readonly [
    mark: PageMark,
    path: string,
    title: string,
    aliases: string,
    detail: string,
    sensitive: 0 | 1,
    /** Of an interpretation: the clauses that it explains, as places in this list. */
    ...clauses: number[],
  ])[];
  readonly readings: string;
  readonly traditional: string;
}

/** `/search/committees.json`: what may come a moment after the lookup. */
export interface CommitteesFile {
  /** The 居村委 of each town, in the order of `towns`, joined with `|` (`writeCommittee`). */
  readonly names: readonly string[];
  readonly readings: string;
  readonly traditional: string;
}

/** `/search/more.json`: what is only asked for when nothing else answers. */
export interface MoreFile {
  /** Addresses of the stations, in the order of the lookup. */
  readonly addresses: readonly string[];
  /** Whole phrases for needs; the words are in the words file. */
  readonly needs: readonly NeedGroup[];
  readonly readings: string;
  readonly traditional: string;
}

/** A committee's name without its usual end: 江湾 for 江湾居委会, 冈峰村~ for 冈峰村村委会. */
export function writeCommittee(name: string): string {
  if (name.endsWith('居委会')) return name.slice(0, -3);
  return name.endsWith('村委会') ? `${name.slice(0, -3)}~` : `${name}!`;
}

/** The name that `writeCommittee` wrote. */
export function readCommittee(text: string): string {
  if (text.endsWith('~')) return `${text.slice(0, -1)}村委会`;
  return text.endsWith('!') ? text.slice(0, -1) : `${text}居委会`;
}

export const bit = (value: boolean) => (value ? 1 : 0);
