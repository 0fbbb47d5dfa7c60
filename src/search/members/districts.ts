import type { LookupFile } from '../files/format.ts';
import type { NamesFile } from '../files/members.ts';
import { asRead, type PartsRoot } from '../files/parts.ts';
import { characterPairs, searchKey, searchParts, type Simplified } from '../text/keys.ts';
import { numberEnd, numberIn, numberKey } from '../text/numbers.ts';
import { MembersIndex, type Named } from './membersIndex.ts';

/**
 * At most so many districts are asked for one question: as many as an answer shows places of one name. Where more have
 * it, the reader chooses the district first.
 */
export const MOST_DISTRICTS = 8;
/** At most so many parts of a query are looked up by themselves. */
const MOST_SUBJECTS = 6;

/** The districts that a question needs, as places in the list of the root. */
export interface Needed {
  /** Those whose parts answer it. */
  readonly parts: readonly number[];
  /** Those that the reader has to choose from first, because too many have the name; then there are no parts. */
  readonly choices: readonly number[];
}

/** Districts that a part of a query names. */
type Naming = Pick<Named, 'members' | 'how'>;

const inAll = (named: readonly Naming[]): number[] => [...new Set(named.flatMap(({ members }) => members))];

/** Tells which districts of a lookup in parts a query is about, from files of names that are added as questions need them. */
export class Districts {
  readonly #root: PartsRoot;
  readonly #index: MembersIndex;
  readonly #keys: readonly string[];
  /** The names of the districts as search keys. */
  readonly #names: readonly string[];
  readonly #simplified: Simplified;
  /** The names of fields, which may stand before that of a place: 禁毒徐家汇. */
  readonly #fields: readonly string[];
  readonly #numbers = new Map<string, readonly number[]>();

  /** `lookup` is the lookup file of the site, which holds what the root leaves out. */
  constructor(root: PartsRoot, lookup: LookupFile) {
    const { runs, readings, traditional, fields } = asRead(lookup, root);
    this.#root = root;
    this.#keys = root.keys.split(' ');
    this.#simplified = new Map(characterPairs(traditional));
    this.#names = root.districts.map(([, name]) => searchKey(name, this.#simplified));
    this.#fields = fields
      .flatMap(([, name, fullName, aliases]) => [name, fullName, ...aliases.split('、')])
      .map((name) => searchKey(name, this.#simplified))
      .filter((name) => name.length >= 2);
    this.#index = new MembersIndex({
      members: root.districts.map(([, name]) => ({ name })),
      keys: root.keys,
      runs,
      readings,
      traditional,
    });
  }

  /** The keys of the files that may hold a name or a phone number in this query. */
  filesFor(query: string): readonly string[] {
    const number = numberIn(query);
    if (number !== '') return this.#keys.filter((key) => numberKey(number).startsWith(key));
    return [...new Set(this.#subjects(query).flatMap((subject) => this.#index.filesFor(subject)))];
  }

  /** Adds the file of a key. */
  add(key: string, file: NamesFile): void {
    if (/^\d/u.test(key)) for (const [number, ...districts] of file.names) this.#numbers.set(number, districts);
    else this.#index.add(key, file);
  }

  /** The districts that a query needs, from the files that were added; of those called `district` where that is given. */
  neededBy(query: string, district?: string): Needed {
    if (district !== undefined)
      return { parts: this.#root.districts.flatMap(([, name], at) => (name === district ? [at] : [])), choices: [] };
    const number = numberIn(query);
    if (number !== '') return choiceOf([{ members: this.#numbers.get(numberEnd(number)) ?? [], how: '没写完' }]);
    const key = searchKey(query, this.#simplified);
    const inside = this.#names.flatMap((name, at) => (name.length > 2 && key.includes(name) ? [at] : []));
    const named = this.#subjects(query).map((subject) => this.#index.named(subject));
    const alike = named.map((one): Naming => ({ members: one.alike, how: '没写完' }));
    return choiceOf([...named, ...alike, { members: inside, how: '全名' }]);
  }

  /** The query as a search key, its parts, and what follows the name of a field at the beginning of these. */
  #subjects(query: string): readonly string[] {
    const own = [searchKey(query, this.#simplified), ...searchParts(query, this.#simplified)];
    const after = own.flatMap((text) =>
      this.#fields.filter((field) => text.startsWith(field)).map((field) => text.slice(field.length)),
    );
    return [...new Set([...own, ...after])].filter((text) => text !== '').slice(0, MOST_SUBJECTS);
  }
}

/** The districts that are needed where the parts of a query name these. */
function choiceOf(all: readonly Naming[]): Needed {
  // Many words begin by chance as names that stand in many districts.
  const named = all.filter(
    ({ members, how }) => members.length > 0 && (how !== '开头' || members.length <= MOST_DISTRICTS),
  );
  if (inAll(named).length <= MOST_DISTRICTS) return { parts: inAll(named), choices: [] };
  const sure = named.filter(({ how }) => how === '全名');
  const together = inAll(sure.length > 0 ? sure : named);
  // 人民居委会，长沙县 names a 居委会 in that district.
  const common = together.filter((at) => named.every(({ members }) => members.includes(at)));
  const fitting = common.length > 0 ? common : together;
  if (fitting.length <= MOST_DISTRICTS) return { parts: fitting, choices: [] };
  // What is still being typed is answered by some of the districts.
  if (sure.length === 0) return { parts: fitting.slice(0, MOST_DISTRICTS), choices: [] };
  return { parts: [], choices: fitting.sort((a, b) => a - b) };
}
