import type { Answer, SearchFilters } from '../domain/answer.ts';
import { fuse, type TextHit } from '../domain/fusion.ts';
import { Lookup } from '../domain/lookup.ts';
import type { AddressesFile, CommitteesFile, LookupFile, WordsFile } from '../domain/lookupFile.ts';
import { FullText } from './fullText.ts';
import type { SearchRequest } from './searchParts.ts';

/** Longest wait for the full text. */
const PATIENCE = 6000;
/** What is asked once before anybody asks, so that the first key doesn't wait for the program to get warm. */
const WARM_UP = ['xujiahuishegong', '徐家会', '没人管怎么办', 'xjh'];

/** Lookup, full text and their fusion, wherever they run: in the worker, or without full text in the page. */
export class SearchEngine {
  #lookup: Lookup | null = null;
  #texts: FullText | null = null;

  /** Takes a file or answers a question; a question before the lookup has come is refused. */
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
      case 'addresses':
        this.#ready().addAddresses(JSON.parse(request.text) as AddressesFile);
        return null;
      case 'texts':
        this.#texts = new FullText(request.folder);
        return null;
      case 'quick':
        return this.#ready().answer(request.query, null, request.filters);
      case 'full': {
        const answer = this.#ready().answer(request.query, null, request.filters);
        const hits = await this.#hits(request.query, request.filters);
        // Whether this is `npm run dev`, where no index has been made.
        return hits === null ? { ...answer, needsBuild: import.meta.env.DEV } : fuse(answer, hits);
      }
    }
  }

  /** Gets program and indexes going before the first question. */
  warmUp(): void {
    for (const query of WARM_UP) this.#lookup?.answer(query);
    this.#texts?.open().catch(() => undefined);
  }

  #ready(): Lookup {
    if (this.#lookup === null) throw new Error('查找的索引还没有来');
    return this.#lookup;
  }

  /** What the full text finds; null where it can't be asked. */
  async #hits(query: string, filters: SearchFilters): Promise<readonly TextHit[] | null> {
    if (this.#texts === null) return null;
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
    return Promise.race([this.#texts.ask(this.#ready().simplify(query), filters).catch(() => null), late]);
  }
}
