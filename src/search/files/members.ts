/** A member of a search that has several: a city of a portal. */
export interface Member {
  /** What readers call it: 长沙. */
  readonly name: string;
  /** The folder with its search files, seen from that of the root: `../members/changsha/search/`. */
  readonly folder: string;
  /** Where its pages stand, with a slash at the end: an address of another site, or a path of this one. */
  readonly address: string;
  /** What is said of its data beside its name, of which day they are: 数据截至2026年11月20日. */
  readonly note: string;
}

/** What a query is read with to tell which files of names it needs (`/search/names/<key>.json`). */
export interface NamesRoot {
  /** The keys of all files of names, joined with a space. */
  readonly keys: string;
  readonly runs: string;
  readonly readings: string;
  readonly traditional: string;
}

/** The content of `/search/members.json`. */
export interface MembersRoot extends NamesRoot {
  readonly members: readonly Member[];
}

/** The content of a file of names: each name of a district, 街镇, 居村委 or station, with the members that have one. */
export interface NamesFile {
  readonly names: readonly (readonly [name: string, ...members: number[]])[];
}

/** The content of `pagefind/members.json`, which the full text reads to merge the indexes of all members. */
export type MergedIndexes = readonly (readonly [folder: string, address: string])[];
