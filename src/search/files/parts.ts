import { type CommitteesFile, type LookupFile, type MoreFile, SERVED_BY_NOBODY } from './format.ts';
import type { NamesRoot } from './members.ts';

/**
 * The content of `/search/parts.json`, the root of a lookup in parts: the districts, and what a query is read with to tell
 * which files of names it needs. The readings and characters of all parts stand here, so that a query is read alike
 * whichever parts are there; what the lookup file holds of them is left out.
 */
export interface PartsRoot extends Omit<NamesRoot, 'runs'> {
  /** In the order of the register. Files of names give places in this list; a part has the code of its first district. */
  readonly districts: readonly (readonly [code: string, name: string, part: string])[];
}

/** The content of `/search/parts/<code>.json`: what the other files of a lookup hold of a district, as they hold it. */
export interface PartFile extends Pick<LookupFile, 'districts' | 'towns' | 'stations'> {
  readonly committees: CommitteesFile['names'];
  readonly addresses: MoreFile['addresses'];
}

/** The three files of a search that hold places. */
export interface PlaceHolders {
  readonly lookup: LookupFile;
  readonly committees: CommitteesFile;
  readonly more: MoreFile;
}

/** What is there of a lookup in parts. */
export interface PartsThere {
  /** The files of the site itself, which hold no place; null for `more` that has not come yet. */
  readonly lookup: LookupFile;
  readonly more: MoreFile | null;
  readonly root: PartsRoot;
  readonly parts: readonly PartFile[];
  /** The codes of the 街镇 that the files of places name, whatever parts are there. */
  readonly placed: readonly string[];
}

/** The name of a 街镇 whose part is not there: a letter that nobody writes. */
export const UNKNOWN_TOWN = 'ꙮ';

const fullPhones = ({ phones, prefix }: LookupFile['stations']): readonly string[] =>
  phones.map((phone) => (phone === '' || phone.startsWith('=') ? phone : `=${prefix}${phone}`));

/** The towns of the parts, and after them those that only the files of places name; `districtAt` finds a district by its code. */
function townsOf({ parts, placed }: PartsThere, districtAt: ReadonlyMap<string, number>): LookupFile['towns'] {
  const towns: LookupFile['towns'][number][] = [];
  const there = new Set<string>();
  for (const part of parts) {
    const before = towns.length;
    for (const [district, tail, name, aliases, servedBy, ...counts] of part.towns) {
      const code = part.districts[district]?.[0] ?? '';
      there.add(code + tail);
      const serving = servedBy < 0 ? servedBy : servedBy + before;
      towns.push([districtAt.get(code) ?? 0, tail, name, aliases, serving, ...counts]);
    }
  }
  for (const code of placed) {
    const district = districtAt.get(code.slice(0, 6));
    if (district !== undefined && !there.has(code))
      towns.push([district, code.slice(6), UNKNOWN_TOWN, '', SERVED_BY_NOBODY, 0, 0, 0]);
  }
  return towns;
}

/** The stations of the parts in one table. */
function stationsOf(parts: readonly PartFile[]): LookupFile['stations'] {
  const others: LookupFile['stations']['others'][number][] = [];
  let before = 0;
  for (const { stations } of parts) {
    for (const [station, ...rest] of stations.others) others.push([station + before, ...rest]);
    before += stations.phones.length;
  }
  return {
    kinds: parts.map(({ stations }) => stations.kinds).join(''),
    phones: parts.flatMap(({ stations }) => fullPhones(stations)),
    prefix: '',
    committees: parts.flatMap(({ stations }) => stations.committees),
    others,
  };
}

/** A lookup file with the readings and characters that names are read with once the root is there. */
export const asRead = (lookup: LookupFile, { readings, traditional }: PartsRoot): LookupFile => ({
  ...lookup,
  readings: lookup.readings + readings,
  traditional: lookup.traditional + traditional,
});

/** The files that a lookup would have which is not in parts and knows the towns and stations of these parts alone. */
export function withParts(there: PartsThere): PlaceHolders {
  const { lookup, more, root, parts } = there;
  const rows = new Map(parts.flatMap(({ districts }) => districts).map((row) => [row[0], row]));
  return {
    lookup: {
      ...asRead(lookup, root),
      districts: root.districts.map(([code, name]) => rows.get(code) ?? [code, name, '', '']),
      towns: townsOf(there, new Map(root.districts.map(([code], at) => [code, at]))),
      stations: stationsOf(parts),
    },
    committees: { names: parts.flatMap(({ committees }) => committees), readings: '', traditional: '' },
    more: {
      ...(more ?? { needs: [], cases: [], readings: '', traditional: '' }),
      addresses: parts.flatMap(({ addresses }) => addresses),
    },
  };
}
