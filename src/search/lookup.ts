import { groupMatches, placesOf } from './answers/groups.ts';
import { withClauses, type ClausesOf } from './answers/clausesBeside.ts';
import { forFields, responsibleAt, responsibleFor } from './answers/responsible.ts';
import type { CommitteesFile, LookupFile, MoreFile, WordsFile } from './files/format.ts';
import type { PlacesFile, PlacesRoot } from './files/places.ts';
import { isPlace, Matches } from './match/matches.ts';
import { CORRECTED, NAMED, STRONG } from './match/scores.ts';
import { LookupMatching } from './matching.ts';
import { addressHint, type AddressHint } from './places/hint.ts';
import type { Places } from './places/places.ts';
import { LookupStore } from './store.ts';
import { searchKey } from './text/keys.ts';
import { withoutCommitteeEnd } from './text/stems.ts';
import type { Answer, CrisisLine, SearchFilters } from './types/answer.ts';
import type { Row } from './types/rows.ts';

const PLACES_SHOWN = 8;

/** What a row is called. */
const nameOf = (row: Row): string =>
  row.kind === 'station'
    ? row.answer.name
    : row.kind === 'need'
      ? row.word
      : row.kind === 'page'
        ? row.title
        : row.name;

/**
 * Answers queries from the search files alone, in the browser and in tests: who is responsible, and every row whose
 * name, phone number or words match. The files after the first may be added at any time.
 */
export class Lookup {
  readonly #file: LookupFile;
  readonly #store: LookupStore;
  readonly #matching: LookupMatching;
  #places: Places | null = null;

  constructor(file: LookupFile) {
    this.#file = file;
    this.#store = new LookupStore(file);
    this.#matching = new LookupMatching(this.#store);
  }

  /** Adds the words file: needs, other names of services, titles of pages. */
  addWords(file: WordsFile): void {
    this.#store.addWords(file);
  }

  /** Adds the file of addresses and of whole phrases for needs. */
  addMore(file: MoreFile): void {
    this.#store.addMore(file);
  }

  /** Adds the names of the 居村委. */
  addCommittees(file: CommitteesFile): void {
    this.#store.addCommittees(file);
  }

  /** Adds the root of the files of places. `Table` is the class `Places`, whose code comes with the first address. */
  addPlaces(Table: typeof Places, root: PlacesRoot): void {
    this.#places = new Table(root, this.#file, this.#store.directory);
  }

  /** Adds a file of places by its key; the root must have been added before. */
  addPlaceFile(key: string, file: PlacesFile): void {
    this.#places?.add(key, file);
  }

  /** Looks up the clauses that an interpretation explains; also used to merge in the full text (`fuse`). */
  get clausesOf(): ClausesOf {
    return this.#store.clausesOf;
  }

  /** A query with its traditional characters replaced by simplified ones, as the texts of the site are written. */
  simplify(text: string): string {
    const { simplified } = this.#store;
    return [...text.slice(0, 100).normalize('NFKC')].map((char) => simplified.get(char) ?? char).join('');
  }

  /** A query in simplified characters with likely wrong characters corrected (`WordSlips`). */
  mend(text: string): string {
    return this.#store.slips.mended(text);
  }

  /**
   * Answers what somebody typed; never throws. Each group holds up to `most` entries, or as many as the list of
   * suggestions shows where `most` is null.
   */
  answer(text: string, most: number | null = null, filters: SearchFilters = {}): Answer {
    const { directory, simplified, hotlines, city } = this.#store;
    const query = searchKey(text, simplified);
    const matches = new Matches();
    const wantsPlaces = filters.groups?.includes('站点') ?? true;
    const places = this.#places;
    const read = wantsPlaces ? (places?.read(text) ?? null) : null;
    const hint = places === null && wantsPlaces ? addressHint(text) : read;
    // An address that the table knows needs no guess at what else may be meant, which takes the most time.
    const found = read?.certain === true ? places?.answer(read) : undefined;
    if (query !== '') this.#matching.match(text, query, matches, found?.exact !== true);
    if (filters.district !== undefined) this.#keepWithin(filters.district, matches);
    const asked = hint !== null && this.#isAsked(hint, query, matches);
    const address = asked && read !== null ? (found ?? places?.answer(read) ?? null) : null;
    const named = wantsPlaces ? responsibleFor(query, matches, directory.towns) : [];
    const responsible = address === null ? named : responsibleAt(address, hint?.certain === true ? [] : named);
    const { groups: all, crisis, sensitive } = groupMatches(matches, directory, hotlines, most);
    const groups = withClauses(all, this.clausesOf).filter(({ title }) => filters.groups?.includes(title) ?? true);
    const shown = address === null ? groups : placesOf(groups);
    const isAddress = address !== null || (asked && hint.certain);
    return {
      query: text,
      responsible: responsible.slice(0, PLACES_SHOWN).map((place) => forFields(place, filters.fields)),
      moreResponsible: Math.max(0, responsible.length - PLACES_SHOWN),
      asks: responsible.length > 1,
      // Where a 居委会 elsewhere bears the name too, the question which is meant comes first.
      address: responsible.length > 1 ? null : address,
      wants: asked ? this.#wants(hint, places === null || read === null ? '' : places.keyOf(read), matches) : null,
      // Emergency numbers are not shown after the first character typed.
      crisis: query.length < 2 ? [] : this.#withNamed(crisis, query),
      groups: shown,
      sensitive: sensitive || isAddress,
      isAddress,
      corrected: address === null ? this.#corrected(matches, query) : null,
      foundBy: address === null ? this.#foundBy(matches, query) : null,
      weak: shown.length > 0 && shown.every(({ entries }) => entries.every(({ weak }) => weak)),
      hotline: { number: city[0], name: city[1] },
      needsBuild: false,
    };
  }

  /**
   * Whether the table of places is asked for an address: not where another name answers the query. A bare name is looked
   * for among the places only where nothing else is called so.
   */
  #isAsked({ likely }: AddressHint, query: string, { top }: Matches): boolean {
    if (top === null) return true;
    const [row, { score }] = top;
    // 居委会 is the end of its name: the committee itself was asked for, and not an estate of the same name.
    const isOther = row.kind !== 'committee' || withoutCommitteeEnd(query) !== query;
    return !isOther || score < (likely ? NAMED : STRONG);
  }

  /** The file of places that an address needs (`file`, null where there is none), unless it is there. */
  #wants({ certain, likely }: AddressHint, file: string | null, { top }: Matches): Answer['wants'] {
    if (file === null || (file !== '' && this.#places?.has(file) === true)) return null;
    // A 居委会 of that name is an answer for now.
    return { file, certain, likely: certain || (likely && (top?.[1].score ?? 0) < NAMED) };
  }

  /** Removes the matches that lie in other districts. */
  #keepWithin(district: string, matches: Matches): void {
    const { towns } = this.#store.directory;
    const districtOf = (row: Row): string =>
      row.kind === 'district'
        ? row.name
        : row.kind === 'town'
          ? row.district.name
          : row.kind === 'committee'
            ? row.town.district.name
            : row.kind === 'station'
              ? (towns[row.town]?.district.name ?? '')
              : district;
    for (const row of [...matches.keys()]) if (districtOf(row) !== district) matches.delete(row);
  }

  /** The emergency numbers and the hotlines that the query names, by number or by name, in the order of the file. */
  #withNamed(crisis: readonly CrisisLine[], query: string): readonly CrisisLine[] {
    const words = query.length >= 2 && /\p{Script=Han}/u.test(query);
    return this.#store.hotlines.filter((line) => {
      const { number, name } = line;
      return crisis.includes(line) || query === number || (words && (name.includes(query) || query.includes(name)));
    });
  }

  /** By what the best match was found, where its name does not show it. */
  #foundBy({ top }: Matches, query: string): Answer['foundBy'] {
    if (top === null) return null;
    const [row, { how }] = top;
    if (this.#store.key(nameOf(row)).includes(query) || how === 'sound' || how === 'edit') return null;
    if (/^[a-z]+$/u.test(query)) return how === 'initials' ? '首字母' : '拼音';
    const former = row.kind === 'station' ? row.former : [];
    return former.some((name) => this.#store.key(name).includes(query)) ? '曾用名' : null;
  }

  /** The spelling that was probably meant, where the best match is a guess; null otherwise. */
  #corrected({ top }: Matches, query: string): string | null {
    if (top === null) return null;
    const [row, { how, score }] = top;
    if ((how !== 'sound' && how !== 'edit') || score < CORRECTED) return null;
    const mended = this.mend(query);
    if (!isPlace(row) && mended !== query) return mended;
    const name = nameOf(row);
    return this.#store.key(name) === query ? null : name;
  }
}
