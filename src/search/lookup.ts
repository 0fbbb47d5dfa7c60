import { groupMatches } from './answers/groups.ts';
import { withClauses, type ClausesOf } from './answers/clausesBeside.ts';
import { responsibleFor } from './answers/responsible.ts';
import type { CommitteesFile, LookupFile, MoreFile, WordsFile } from './files/format.ts';
import { isPlace, Matches } from './match/matches.ts';
import { CORRECTED } from './match/scores.ts';
import { LookupMatching } from './matching.ts';
import { LookupStore } from './store.ts';
import { searchKey } from './text/keys.ts';
import type { Answer, CrisisLine, SearchFilters } from './types/answer.ts';
import type { Row } from './types/rows.ts';

const PLACES_SHOWN = 8;

/** Answers queries from the files: who is responsible, and everything whose name, phone or words agree. */
export class Lookup {
  readonly #store: LookupStore;
  readonly #matching: LookupMatching;

  constructor(file: LookupFile) {
    this.#store = new LookupStore(file);
    this.#matching = new LookupMatching(this.#store);
  }

  /** Takes what people call their troubles, the services and the texts. */
  addWords(file: WordsFile): void {
    this.#store.addWords(file);
  }

  /** Takes the addresses of the stations, and phrases for needs. */
  addMore(file: MoreFile): void {
    this.#store.addMore(file);
  }

  /** Takes the 居村委. */
  addCommittees(file: CommitteesFile): void {
    this.#store.addCommittees(file);
  }

  /** The clauses that an interpretation explains, as entries; the fusion with the full text asks for them too. */
  get clausesOf(): ClausesOf {
    return this.#store.clausesOf;
  }

  /** A query in simplified characters, as the texts are written. */
  simplify(text: string): string {
    const { simplified } = this.#store;
    return [...text.slice(0, 100).normalize('NFKC')].map((char) => simplified.get(char) ?? char).join('');
  }

  /** A simplified query with each wrong character mended that fits nowhere (`WordSlips`). */
  mend(text: string): string {
    return this.#store.slips.mended(text);
  }

  /**
   * The answer to what somebody typed; never throws, whatever it is. `most` entries a group, else as many as a list of
   * suggestions holds.
   */
  answer(text: string, most: number | null = null, filters: SearchFilters = {}): Answer {
    const { directory, simplified, hotlines, city } = this.#store;
    const query = searchKey(text, simplified);
    const matches = new Matches();
    if (query !== '') this.#matching.match(text, query, matches);
    if (filters.district !== undefined) this.#keepWithin(filters.district, matches);
    const wantsPlaces = filters.groups?.includes('站点') ?? true;
    const responsible = wantsPlaces ? responsibleFor(query, matches, directory.towns) : [];
    const { groups: all, crisis, sensitive } = groupMatches(matches, directory, hotlines, most);
    const groups = withClauses(all, this.clausesOf).filter(({ title }) => filters.groups?.includes(title) ?? true);
    return {
      query: text,
      responsible: responsible.slice(0, PLACES_SHOWN),
      moreResponsible: Math.max(0, responsible.length - PLACES_SHOWN),
      asks: responsible.length > 1,
      // One character is not yet a cry for help.
      crisis: query.length < 2 ? [] : [...new Set([...crisis, ...this.#lines(query)])],
      groups,
      sensitive,
      corrected: this.#corrected(matches, query),
      weak: groups.length > 0 && groups.every(({ entries }) => entries.every(({ weak }) => weak)),
      hotline: { number: city[0], name: city[1] },
      needsBuild: false,
    };
  }

  /** Leaves out places and stations that lie elsewhere. */
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

  /** Hotlines that the query names by number or name. */
  #lines(query: string): readonly CrisisLine[] {
    const words = query.length >= 2 && /\p{Script=Han}/u.test(query);
    return this.#store.hotlines.filter(
      ({ number, name }) => query === number || (words && (name.includes(query) || query.includes(name))),
    );
  }

  /** The name that was probably meant, where only a guess fits well. */
  #corrected({ top }: Matches, query: string): string | null {
    if (top === null) return null;
    const [row, { how, score }] = top;
    if ((how !== 'sound' && how !== 'edit') || score < CORRECTED) return null;
    const mended = this.mend(query);
    if (!isPlace(row) && mended !== query) return mended;
    const name =
      row.kind === 'station'
        ? row.answer.name
        : row.kind === 'need'
          ? row.word
          : row.kind === 'page'
            ? row.title
            : row.name;
    return this.#store.key(name) === query ? null : name;
  }
}
