import { readCommittees, readLookupFile } from '../files/unpack.ts';
import type { CommitteesFile, LookupFile, MoreFile, NeedGroup, WordsFile } from '../files/format.ts';
import type { NamesFile, Member, MembersRoot, NamesRoot } from '../files/members.ts';
import { nameStem } from '../members/membersIndex.ts';
import { Initials, placeKey } from '../text/initials.ts';
import { characterPairs, searchKey } from '../text/keys.ts';
import { Readings } from '../text/readings.ts';
import { shortTownNames } from '../text/stems.ts';
import { filesByInitials } from './byInitials.ts';
import { commonReadings, readingsOf, traditionalOf } from './readings.ts';

/** A member with the search files that its names come from. */
export interface PackedMember {
  readonly member: Member;
  readonly lookup: LookupFile;
  readonly committees: CommitteesFile;
}

/** The root of the members, and the files of names by their keys. */
export interface MembersFiles {
  readonly root: MembersRoot;
  readonly files: ReadonlyMap<string, NamesFile>;
}

/** The rows of a member that have names; `stations` are the names and former names of stations that follow no rule. */
export interface NamedRows {
  readonly districts: readonly { readonly name: string }[];
  readonly towns: readonly { readonly name: string; readonly aliases: readonly string[] }[];
  readonly committees: readonly { readonly name: string }[];
  readonly stations: readonly string[];
}

/** Every name of a member that a reader may write; names of stations that follow from the rule begin with that of the 街镇. */
const namesOf = ({ districts, towns, committees, stations }: NamedRows): readonly string[] =>
  [
    ...districts.map(({ name }) => name),
    ...towns.flatMap(({ name, aliases }) => [name, ...aliases, ...shortTownNames(name)]),
    ...committees.map(({ name }) => name),
    ...stations,
  ].filter((name) => name !== '');

function rowsOf({ lookup, committees }: PackedMember): NamedRows {
  const { districts, towns, ...directory } = readLookupFile(lookup);
  return {
    districts,
    towns,
    committees: readCommittees(committees, { districts, towns, ...directory }),
    stations: lookup.stations.others.flatMap(([, , name, former]) => [name, ...former.split('、')]),
  };
}

/** The files of names by their keys, and how a query is read to tell which it needs, without what is known already. */
export interface NamesFiles {
  readonly root: Omit<NamesRoot, 'runs'>;
  readonly files: ReadonlyMap<string, NamesFile>;
}

/** Makes the files of names of several members. `known` holds the readings and characters that the root leaves out. */
export function namesFilesOf(
  members: readonly NamedRows[],
  known: Pick<NamesRoot, 'readings' | 'traditional'>,
): NamesFiles {
  const having = new Map<string, number[]>();
  members.forEach((member, at) => {
    for (const name of new Set(namesOf(member))) {
      const own = having.get(name);
      if (own === undefined) having.set(name, [at]);
      else own.push(at);
    }
  });
  const names = [...having.keys()];
  const readings = readingsOf(names, known.readings);
  const traditional = traditionalOf(names, known.traditional);
  const simplified = new Map(characterPairs(known.traditional + traditional));
  const initials = new Initials(new Readings(commonReadings, known.readings + readings));
  const entries = [...having].flatMap(([name, own]) => {
    const key = searchKey(name, simplified, 200);
    const record: NamesFile['names'][number] = [name, ...own];
    const keys = initials.of(key.slice(0, nameStem(key)), true).map(placeKey);
    return [...new Set(keys)].map((letters) => ({ key: letters, record }));
  });
  const files = filesByInitials(entries, (records): NamesFile => ({ names: records }));
  return { root: { keys: [...files.keys()].sort().join(' '), readings, traditional }, files };
}

/** Makes the root of several members and the files that tell which names are in which of them. */
export function membersFilesOf(members: readonly PackedMember[]): MembersFiles {
  const { root, files } = namesFilesOf(members.map(rowsOf), { readings: '', traditional: '' });
  return { root: { members: members.map(({ member }) => member), runs: commonReadings, ...root }, files };
}

/** The search files of a portal itself, which answer what names no place: emergency numbers, and what may not be kept. */
export interface PortalFiles {
  readonly lookup: LookupFile;
  readonly words: WordsFile;
  readonly committees: CommitteesFile;
  readonly more: MoreFile;
}

/** The needs of a member that are urgent or sensitive, with its fields and hotlines by what is the same in all cities. */
function delicateNeeds(lookup: LookupFile, groups: readonly NeedGroup[]) {
  const isSensitive = (field: number) => lookup.fields[field]?.[4] === 1;
  return groups.flatMap(([words, services, fields, crisis]) => {
    const all = [...fields, ...services.flatMap((service) => lookup.services[service]?.[2] ?? [])];
    const sensitive = [...new Set(all.filter(isSensitive).flatMap((field) => lookup.fields[field]?.[0] ?? []))];
    const numbers = crisis.flatMap((line) => lookup.hotlines[line]?.[0] ?? []);
    return sensitive.length + numbers.length === 0 ? [] : [{ words, sensitive, numbers }];
  });
}

/**
 * Makes the search files of a portal from those of its members. They hold no place and no service: whoever writes of a
 * trouble sees the numbers that save lives at once, and the words stay out of the address as on the sites of the cities.
 */
export function portalFilesOf(
  city: LookupFile['city'],
  members: readonly { readonly lookup: LookupFile; readonly words: WordsFile; readonly more: MoreFile }[],
): PortalFiles {
  const fields = new Map(members.flatMap(({ lookup }) => lookup.fields).map((field) => [field[0], field]));
  const hotlines = new Map(members.flatMap(({ lookup }) => lookup.hotlines).map((line) => [line[0], line]));
  const [fieldAt, lineAt] = [[...fields.keys()], [...hotlines.keys()]];
  const needs = members
    .flatMap(({ lookup, words, more }) => delicateNeeds(lookup, [...words.needs, ...more.needs]))
    .map(({ words, sensitive, numbers }): NeedGroup => [
      words,
      [],
      sensitive.map((slug) => fieldAt.indexOf(slug)),
      numbers.map((number) => lineAt.indexOf(number)).sort((a, b) => a - b),
    ]);
  const once = [...new Map(needs.map((need) => [JSON.stringify(need), need])).values()];
  const texts = [
    ...[...fields.values()].flatMap(([, name, full, aliases]) => [name, full, aliases]),
    ...once.map(([words]) => words),
  ];
  const nothing = { readings: '', traditional: '' };
  return {
    lookup: {
      city,
      hotlines: [...hotlines.values()],
      districts: [],
      towns: [],
      fields: [...fields.values()],
      services: [],
      stations: { kinds: '', phones: [], prefix: '', committees: [], others: [] },
      runs: commonReadings,
      readings: readingsOf(texts, ''),
      traditional: traditionalOf(texts),
    },
    words: { services: [], needs: once, organizations: [], pages: [], ...nothing },
    committees: { names: [], ...nothing },
    more: { addresses: [], needs: [], cases: [], ...nothing },
  };
}
