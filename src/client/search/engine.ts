import type { Answer, SearchFilters } from '../../search/types/answer.ts';
import { Lookup } from '../../search/lookup.ts';
import type { CommitteesFile, LookupFile, MoreFile, WordsFile } from '../../search/files/format.ts';
import type { PlacesFile, PlacesRoot } from '../../search/files/places.ts';
import type { FullText } from './fullText.ts';
import type { SearchRequest } from './parts.ts';

/** Milliseconds after which an answer goes out without the full text. */
const PATIENCE = 6000;
/**
 * Whether the full text can run here: its WebAssembly has references, which came with Chrome 96 and Safari 15. This is
 * the smallest module with one; without the full text the lookup answers alone.
 */
const RUNS_TEXTS =
  typeof WebAssembly === 'object' &&
  WebAssembly.validate(
    new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 7, 1, 5, 0, 208, 112, 26, 11]),
  );
/** Queries that are run in advance, so that the browser has compiled the code before the first key. */
const WARM_UP = ['xujiahuishegong', '徐家会', '没人管怎么办', 'xjh'];

/**
 * Holds the lookup and the full text and answers from both. It runs in a worker, or in the page, then without the full
 * text.
 */
export class SearchEngine {
  #lookup: Lookup | null = null;
  #folder: string | null = null;
  #loading: Promise<FullText> | null = null;

  /** Adds a search file (returns null) or answers a question. Rejects a question that comes before the lookup file. */
  async handle(request: SearchRequest): Promise<Answer | null> {
    switch (request.kind) {
      case 'lookup':
        this.#lookup = new Lookup(JSON.parse(request.text) as LookupFile);
        return null;
      case 'words':
        this.#ready().addWords(JSON.parse(request.text) as WordsFile);
        return null;
      case 'committees':
        this.#ready().addCommittees(JSON.parse(request.text) as CommitteesFile);
        return null;
      case 'more':
        this.#ready().addMore(JSON.parse(request.text) as MoreFile);
        return null;
      case 'places':
        {
          const { Places } = await import('../../search/places/places.ts');
          this.#ready().addPlaces(Places, JSON.parse(request.text) as PlacesRoot);
        }
        return null;
      case 'placeFile':
        this.#ready().addPlaceFile(request.key, JSON.parse(request.text) as PlacesFile);
        return null;
      case 'texts':
        this.#folder = RUNS_TEXTS ? request.folder : null;
        return null;
      case 'quick':
        return this.#ready().answer(request.query, null, request.filters);
      case 'full': {
        const answer = this.#ready().answer(request.query, null, request.filters);
        // Pages add nothing to an address, nor to what is one as soon as its file is there.
        if (answer.address !== null || answer.wants?.certain === true) return answer;
        // Under `npm run dev` there is no full-text index.
        return (await this.#completed(answer, request)) ?? { ...answer, needsBuild: import.meta.env.DEV };
      }
    }
  }

  /** Runs a few queries while the other files are on their way. */
  warmUp(): void {
    for (const query of WARM_UP) this.#lookup?.answer(query);
  }

  /** Opens the full text ahead of the first question to it. */
  openTexts(): void {
    this.#texts()
      ?.then((texts) => texts.open())
      .catch(() => undefined);
  }

  /** The full text, whose code is loaded on first use; null where no index was announced. */
  #texts(): Promise<FullText> | null {
    const folder = this.#folder;
    if (folder === null) return null;
    this.#loading ??= import('./fullText.ts').then(
      ({ FullText }) => new FullText(folder),
      (error: unknown) => {
        // The next question tries to load it again.
        this.#loading = null;
        throw error;
      },
    );
    return this.#loading;
  }

  #ready(): Lookup {
    if (this.#lookup === null) throw new Error('查找的索引还没有来');
    return this.#lookup;
  }

  /** The answer with what the full text finds; null where that is missing, fails or takes too long. */
  async #completed(
    answer: Answer,
    { query, filters }: { readonly query: string; readonly filters: SearchFilters },
  ): Promise<Answer | null> {
    const texts = this.#texts();
    if (texts === null) return null;
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
    const lookup = this.#ready();
    const full = texts.then((ready) => ready.complete(answer, lookup, query, filters)).catch(() => null);
    return Promise.race([full, late]);
  }
}
