import type { PageMark } from '../types/rows.ts';

/**
 * Marks in the column `servedBy` of the lookup file: the unit serves itself, or nobody has registered who serves it.
 * Any other value is an index into `towns`.
 */
export const SERVED_BY_ITSELF = -2;
export const SERVED_BY_NOBODY = -1;

/** The character code of the sign for a 综合 station; no sign from here on needs escaping. */
export const GENERAL = 98;

/**
 * The content of `/search/lookup.json`, which answers names. Rows are arrays, numbers are indexes into the other
 * tables, lists of words are joined with 、, and names that follow from the naming rule are left out (notice 三（一）).
 */
export interface LookupFile {
  /** The city's general hotline (number and name), and the name of the city: 上海. */
  readonly city: readonly [number: string, hotline: string, name: string];
  readonly hotlines: readonly (readonly [number: string, name: string, purpose: string])[];
  readonly districts: readonly (readonly [code: string, name: string, department: string, phone: string])[];
  readonly towns: readonly (readonly [
    district: number,
    /** The town's code without the six digits of its district. */
    code: string,
    name: string,
    aliases: string,
    servedBy: number,
    /** How many stations the town has; in `stations` the responsible ones come first, 综合 before 专项. */
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
    /** A sign for each station, counted from `GENERAL`: that is 综合, the one before it 居村, the nth after it 专项 of the field n - 1. */
    readonly kinds: string;
    /** Telephone numbers without `prefix`; one that does not begin with it is written in full after `=`. */
    readonly phones: readonly string[];
    readonly prefix: string;
    /** For each 居村 station in turn: the last three digits of its committee's code, then the name (`writeCommittee`). */
    readonly committees: readonly string[];
    /** Stations whose id or name departs from the rule, that have former names, or that are not 运行. */
    readonly others: readonly (readonly [station: number, id: string, name: string, former: string, status: string])[];
  };
  /** The readings of characters, as the two arguments of `Readings`. */
  readonly runs: string;
  readonly readings: string;
  /** Pairs of a traditional character and its simplified one. */
  readonly traditional: string;
}

/** Words and phrases for needs that lead to the same services, fields and emergency numbers. */
export type NeedGroup = readonly [
  words: string,
  services: readonly number[],
  fields: readonly number[],
  crisis: readonly number[],
];

/**
 * The content of `/search/words.json`: everyday words for needs, other names of services, titles of pages other than
 * cases. It is loaded after the lookup.
 */
export interface WordsFile {
  /** One row for each service of the lookup file, in its order. */
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
    /** For an interpretation: the indexes of the pages of the clauses that it explains. */
    ...clauses: number[],
  ])[];
  readonly readings: string;
  readonly traditional: string;
}

/** The content of `/search/committees.json`: the names of all 居村委. It is loaded after the lookup. */
export interface CommitteesFile {
  /** The 居村委 of each town, in the order of `towns`, joined with `|` (`writeCommittee`). */
  readonly names: readonly string[];
  readonly readings: string;
  readonly traditional: string;
}

/** The content of `/search/more.json`, which is loaded only where the other files give no good answer. */
export interface MoreFile {
  /** Addresses of the stations, in the order of the lookup. */
  readonly addresses: readonly string[];
  /** Whole phrases for needs; the words are in the words file. */
  readonly needs: readonly NeedGroup[];
  /** The cases, which grow in number, as pages like those of the words file. */
  readonly cases: WordsFile['pages'];
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

/** A yes or no as the files hold it: 1 or 0. */
export const bit = (value: boolean) => (value ? 1 : 0);
