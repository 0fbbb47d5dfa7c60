import type { Answer } from '../domain/answer.ts';
import { fuse } from '../domain/fusion.ts';
import { Lookup } from '../domain/lookup.ts';
import type { CommitteesFile, LookupFile } from '../domain/lookupFile.ts';
import { FullText, type TextFilters } from './fullText.ts';

/** Where the parts of the search lie, as the pages of this site address them. */
export interface SearchSources {
  readonly lookupUrl: string;
  readonly committeesUrl: string;
  /** The folder of the full-text index, e.g. `/zt/sgz/pagefind/`. */
  readonly pagefindUrl: string;
  /** What all routes of the site begin with, e.g. `/zt/sgz/`. */
  readonly base: string;
}

/** Whether this is `npm run dev`, where no index has been made. */
const isDev = (): boolean => import.meta.env.DEV;

async function json<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as T;
}

/**
 * The search of the site without any interface. `quick` answers names, needs and titles from the lookup; `full` adds
 * what the full text knows. A broken full text leaves the lookup's answer; a broken lookup rejects, and the caller
 * shows the directory.
 */
export class Search {
  readonly #sources: SearchSources;
  #lookup: Promise<Lookup> | null = null;
  #committees: Promise<void> | null = null;
  #texts: FullText | null = null;

  constructor(sources: SearchSources) {
    this.#sources = sources;
  }

  /** The address of an entry's route on this site. */
  href(path: string): string {
    return `${this.#sources.base.replace(/\/$/u, '')}${path}`;
  }

  /** Loads the lookup, then the 居村委, and starts the full text; call it on the first focus. */
  async preload(): Promise<void> {
    const lookup = await this.#open();
    await this.#withCommittees(lookup);
    this.#openTexts();
  }

  /** The lookup's answer, at once after the first time; 居村委 are in it as soon as they have come. */
  async quick(query: string, most: number | null = null): Promise<Answer> {
    const lookup = await this.#open();
    void this.#withCommittees(lookup);
    return lookup.answer(query, most);
  }

  /** The whole answer: lookup with all 居村委, fused with the full text. Rejects with the signal's reason if aborted. */
  async full(query: string, signal?: AbortSignal, filters: TextFilters = {}): Promise<Answer> {
    const lookup = await this.#open();
    const texts = this.#askTexts(lookup.simplify(query), filters, signal);
    await this.#withCommittees(lookup);
    const answer = lookup.answer(query);
    const hits = await texts;
    signal?.throwIfAborted();
    return hits === null ? { ...answer, needsBuild: isDev() } : fuse(answer, hits);
  }

  #open(): Promise<Lookup> {
    this.#lookup ??= json<LookupFile>(this.#sources.lookupUrl).then(
      (file) => new Lookup(file),
      (error: unknown) => {
        // The next keystroke may have better luck.
        this.#lookup = null;
        throw error;
      },
    );
    return this.#lookup;
  }

  /** Adds the 居村委; without them the lookup still answers everything else. */
  #withCommittees(lookup: Lookup): Promise<void> {
    this.#committees ??= json<CommitteesFile>(this.#sources.committeesUrl).then(
      (file) => lookup.addCommittees(file),
      () => {
        this.#committees = null;
      },
    );
    return this.#committees;
  }

  #openTexts(): FullText {
    this.#texts ??= new FullText(this.#sources.pagefindUrl);
    return this.#texts;
  }

  async #askTexts(query: string, filters: TextFilters, signal?: AbortSignal) {
    if (query === '') return [];
    try {
      return await this.#openTexts().ask(query, filters, signal);
    } catch {
      // Told apart by the caller's check of the signal; everything else leaves the lookup alone.
      return null;
    }
  }
}
