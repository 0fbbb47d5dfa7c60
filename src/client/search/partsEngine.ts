import type { CommitteesFile, LookupFile, MoreFile } from '../../search/files/format.ts';
import type { NamesFile } from '../../search/files/members.ts';
import { type PartFile, type PartsRoot, UNKNOWN_TOWN, withParts } from '../../search/files/parts.ts';
import type { PlacesFile } from '../../search/files/places.ts';
import { districtsToChoose, isTrouble, withoutPlaces } from '../../search/members/choose.ts';
import { Districts, MOST_DISTRICTS } from '../../search/members/districts.ts';
import { NAMED } from '../../search/match/scores.ts';
import type { Answer } from '../../search/types/answer.ts';
import { jsonOf } from '../browser/json.ts';
import { once } from '../browser/once.ts';
// Written from the folder above, because a build in parts puts this file in the place of `./engine.ts`.
import { SearchEngine as WholeEngine } from '../search/engine.ts';
import type { SearchRequest } from './parts.ts';

type Question = Extract<SearchRequest, { readonly query: string }>;
type File = Exclude<SearchRequest, Question>;

/** So many parts the engine keeps of former questions. */
const MOST_GIVEN = 32;

/** The root of the parts, and what tells by it which of them a question needs. */
interface Opened {
  readonly root: PartsRoot;
  readonly districts: Districts;
}

type DistrictEntry = PartsRoot['districts'][number];

const rowsAt = ({ districts }: PartsRoot, places: readonly number[]): readonly DistrictEntry[] =>
  places.map((at) => districts[at]).filter((row) => row !== undefined);

/** Parts in the order of the register, so that their rows stand as in a lookup of the whole. */
const inOrder = ({ districts }: PartsRoot, parts: ReadonlyMap<string, PartFile>): ReadonlyMap<string, PartFile> =>
  new Map(
    districts.flatMap(([, , code]) => {
      const part = parts.get(code);
      return part === undefined ? [] : [[code, part] as const];
    }),
  );

/** Whether an answer that knows no place is what was asked for: emergency numbers, or something that is called so. */
const says = ({ crisis, groups }: Answer) => crisis.length > 0 || (groups[0]?.entries[0]?.score ?? 0) >= NAMED;

/**
 * The engine of a site whose lookup is in parts by district (`search/files/parts`), in place of `SearchEngine`
 * (`astro.config.mjs`). Before it answers it fetches the files of names that the letters of the question lead to, and the
 * parts of the districts that they tell; the unchanged engine then answers from the files that a site of these districts
 * would have.
 */
class PartsEngine implements Pick<WholeEngine, keyof WholeEngine> {
  readonly #engine = new WholeEngine();
  readonly #most: number;
  /** The files of the site itself, to be given again with more parts. */
  #lookup: LookupFile | null = null;
  #more: MoreFile | null = null;
  #words: File | null = null;
  /** The root of the table of places and its files as they came, and the codes of the 街镇 in them. */
  readonly #places: File[] = [];
  #placed: readonly string[] = [];
  /** The address of the lookup, beside which the other files lie. */
  #url = '';
  #root: Promise<Opened> | null = null;
  readonly #names = new Map<string, Promise<void>>();
  /** The keys of the files of names that have come. */
  readonly #added = new Set<string>();
  readonly #loaded = new Map<string, Promise<PartFile>>();
  /** The parts that the engine has, by their codes; null before it has what the root knows. */
  #parts: ReadonlyMap<string, PartFile> | null = null;
  /** Files and questions reach the engine in turns, because a new part gives it all files anew. */
  #turn: Promise<unknown> = Promise.resolve();

  /** The engine has at most `most` parts at once, or those that one question needs. */
  constructor(most = MOST_GIVEN) {
    this.#most = most;
  }

  /** Adds a search file (returns null) or answers a question. Rejects a question whose parts can't be loaded. */
  handle(request: SearchRequest): Promise<Answer | null> {
    return 'query' in request ? this.#answer(request) : this.#inTurn(() => this.#take(request));
  }

  /** Runs a few queries while the other files are on their way. */
  warmUp(): void {
    this.#engine.warmUp();
  }

  /** Opens the full text ahead of the first question to it. */
  openTexts(): void {
    this.#engine.openTexts();
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(act);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #take(file: File): Promise<null> {
    if (file.kind === 'lookup') {
      this.#lookup = JSON.parse(file.text) as LookupFile;
      this.#url = file.url ?? '';
      // A question that needs it tells if it can't be loaded.
      void this.#opened().catch(() => undefined);
    } else if (file.kind === 'words') this.#words = file;
    else if (file.kind === 'more') this.#more = JSON.parse(file.text) as MoreFile;
    else if (file.kind === 'places') this.#places.push(file);
    else if (file.kind === 'placeFile') {
      this.#places.push(file);
      this.#placed = [...new Set([...this.#placed, ...(JSON.parse(file.text) as PlacesFile).towns])];
    }
    const hasPlaces = file.kind === 'lookup' || file.kind === 'more' || file.kind === 'placeFile';
    if (this.#parts === null || !hasPlaces) await this.#engine.handle(file);
    else await this.#giveAll((await this.#opened()).root, this.#parts);
    return null;
  }

  /** Gives the engine all files anew, with these parts. */
  async #giveAll(root: PartsRoot, parts: ReadonlyMap<string, PartFile>): Promise<void> {
    const lookup = this.#site();
    const files = withParts({ lookup, more: this.#more, root, parts: [...parts.values()], placed: this.#placed });
    const give = (kind: keyof typeof files, content: LookupFile | CommitteesFile | MoreFile) =>
      this.#engine.handle({ kind, text: JSON.stringify(content) });
    await give('lookup', files.lookup);
    if (this.#words !== null) await this.#engine.handle(this.#words);
    await give('committees', files.committees);
    await give('more', files.more);
    for (const file of this.#places) await this.#engine.handle(file);
    this.#parts = parts;
  }

  async #answer(question: Question): Promise<Answer | null> {
    try {
      const opened = await this.#opened();
      const { root, districts } = opened;
      const names = districts.filesFor(question.query);
      const loading = Promise.all(names.map((key) => this.#withNames(districts, key)));
      if (question.kind === 'quick' && names.some((key) => !this.#added.has(key))) {
        // Emergency numbers wait for no file.
        loading.catch(() => undefined);
        const own = await this.#ofSite(question);
        if (own.crisis.length > 0) return own;
      }
      await loading;
      const { parts, choices } = districts.neededBy(question.query, question.filters.district);
      const answer = await this.#asked(question, opened, parts);
      if (answer === null) return null;
      if (answer.address !== null) return await this.#withTowns(answer, question, opened, parts);
      if (choices.length === 0) return answer;
      const quick = await this.#askedNow({ ...question, kind: 'quick' });
      const isSensitive = quick !== null && isTrouble(quick);
      return districtsToChoose(answer, rowsAt(root, choices), { isAddress: false, isSensitive });
    } catch (error) {
      // What the site knows beside its places comes whatever else fails.
      const answer = await this.#ofSite(question);
      if (!says(answer)) throw error;
      return answer;
    }
  }

  /** What the site knows beside its places: these may be others than those that are meant, of the parts that are there. */
  async #ofSite(question: Question): Promise<Answer> {
    const answer = await this.#askedNow(question);
    if (answer === null) throw new Error('no answer');
    return withoutPlaces(answer);
  }

  /**
   * An answer to an address with all its 街镇 known, beside the districts that the query names; or the districts to choose
   * from, where they are too many.
   */
  async #withTowns(
    answer: Answer,
    question: Question,
    opened: Opened,
    named: readonly number[],
  ): Promise<Answer | null> {
    const { root } = opened;
    const rows = answer.address?.rows ?? [];
    const codes = new Set(rows.map(({ place }) => place.town.code.slice(0, 6)));
    const districts = root.districts.flatMap(([code], at) => (codes.has(code) ? [at] : []));
    if (districts.length > MOST_DISTRICTS)
      return districtsToChoose(answer, rowsAt(root, districts), { isAddress: true, isSensitive: true });
    const isKnown = rows.every(({ place }) => place.town.name !== UNKNOWN_TOWN);
    return isKnown ? answer : this.#asked(question, opened, [...named, ...districts]);
  }

  /** The answer of the engine when it has the parts of these districts. */
  async #asked(question: Question, { root }: Opened, needed: readonly number[]): Promise<Answer | null> {
    const codes = [...new Set(rowsAt(root, needed).map(([, , part]) => part))];
    const loaded = new Map(await Promise.all(codes.map(async (code) => [code, await this.#part(code)] as const)));
    return this.#askedNow(question, async () => {
      const there = this.#parts ?? new Map<string, PartFile>();
      const all = new Map([...there, ...loaded]);
      if (this.#parts === null || all.size > there.size)
        await this.#giveAll(root, inOrder(root, all.size > this.#most ? loaded : all));
    });
  }

  /** The answer of the engine with what it has, after `prepare`. */
  async #askedNow(question: Question, prepare?: () => Promise<void>): Promise<Answer | null> {
    const { answer } = await this.#inTurn(async () => {
      await prepare?.();
      // The full text takes its time: others have their turn meanwhile.
      return { answer: this.#engine.handle(question) };
    });
    return answer;
  }

  /** A part, loaded once; after a failure the next question tries again. */
  #part(code: string): Promise<PartFile> {
    return once(this.#loaded, code, () => jsonOf<PartFile>(this.#beside(`parts/${code}.json`)));
  }

  /** Adds a file of names, loaded once. */
  #withNames(districts: Districts, key: string): Promise<void> {
    return once(this.#names, key, async () => {
      districts.add(key, await jsonOf<NamesFile>(this.#beside(`names/${key}.json`)));
      this.#added.add(key);
    });
  }

  async #opened(): Promise<Opened> {
    const lookup = this.#site();
    this.#root ??= jsonOf<PartsRoot>(this.#beside('parts.json')).then(
      (root) => ({ root, districts: new Districts(root, lookup) }),
      (error: unknown) => {
        // The next question tries to load it again.
        this.#root = null;
        throw error;
      },
    );
    return this.#root;
  }

  #site(): LookupFile {
    if (this.#lookup === null) throw new Error('查找的索引还没有来');
    return this.#lookup;
  }

  /** The address of a file in the folder of the lookup. */
  #beside(name: string): string {
    return new URL(name, this.#url).href;
  }
}

export { PartsEngine as SearchEngine };
