import type { Answer, SearchFilters } from '../../search/types/answer.ts';
import { NAMED } from '../../search/match/scores.ts';
import { type Desk, pageDesk, workerDesk } from './desk.ts';
import { SEARCH_PARTS, type SearchPart, type SearchRequest } from './parts.ts';

/** The addresses of the search files on this site. */
export interface SearchSources extends Readonly<Record<SearchPart, string>> {
  /** The root of the files of places; the file of a key lies beside it: `/search/places/<key>.json`. */
  readonly places: string;
  /** The folder of the full-text index, e.g. `/zt/sgz/pagefind/`; empty for a member of a portal. */
  readonly pagefindUrl: string;
  /** The path that the site is mounted at, e.g. `/zt/sgz/`. */
  readonly base: string;
}

/** Whether an answer is so good that no further file needs to be awaited. */
const isEnough = ({ responsible, weak, groups }: Answer) =>
  (responsible.length > 0 && !weak) || (groups[0]?.entries[0]?.score ?? 0) >= NAMED;

async function textOf(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(url);
  return response.text();
}

/** Ends a question that nobody waits for any more. */
function stopIfOver(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw signal.reason;
}

/**
 * The search without any interface: `quick` answers from the lookup, `full` adds the full text. A failing full text or
 * worker still leaves an answer; a failing lookup rejects, and the caller then shows the directory.
 */
export class Search {
  readonly #sources: SearchSources;
  #desk: Desk | null = null;
  #inPage = false;
  #parts = new Map<string, Promise<void>>();
  /** Texts that are on their way before the engine can take them, by their address. */
  readonly #texts = new Map<string, Promise<string>>();
  /** Whether all files have been added, so that asking again would bring nothing new. */
  #complete = false;

  constructor(sources: SearchSources) {
    this.#sources = sources;
  }

  /** The address of an entry on this site, from its path. */
  href(path: string): string {
    return `${this.#sources.base.replace(/\/$/u, '')}${path}`;
  }

  /**
   * Loads the files ahead of the first question; call it when the field gets the focus. Rejects where the lookup cannot
   * be loaded.
   */
  async preload(): Promise<void> {
    if (!this.#parts.has('lookup')) void this.#fetchAhead();
    await this.#withLookup();
    await Promise.all([this.#with('words'), this.#with('committees')]);
  }

  /**
   * Fetches the other files as soon as the line is free of the lookup, while the engine still reads that. Whoever needs
   * a file that fails asks for it again and tells.
   */
  async #fetchAhead(): Promise<void> {
    const { lookup, words, committees } = this.#sources;
    try {
      await this.#text(lookup);
      await Promise.all([this.#text(words), this.#text(committees)]);
    } catch {
      return;
    }
  }

  /** The text of a file, fetched once until the engine takes it; after a failure the next call fetches it again. */
  #text(url: string): Promise<string> {
    const known = this.#texts.get(url);
    if (known !== undefined) return known;
    const text = textOf(url);
    this.#texts.set(url, text);
    text.catch(() => this.#texts.delete(url));
    return text;
  }

  /**
   * Answers from the lookup. Further files are awaited, one after the other, only while the answer is not good enough.
   */
  async quick(query: string, filters: SearchFilters = {}): Promise<Answer> {
    const request: SearchRequest = { kind: 'quick', query, filters };
    const complete = this.#complete;
    let answer = await this.#ask(request);
    if (answer.wants?.certain === true) answer = await this.#withPlaces(answer, request);
    if (complete || answer.address !== null) return this.#withPlaces(answer, request);
    // Starts loading both files; `more` is loaded only where they bring no good answer.
    const committees = this.#with('committees');
    for (const part of [this.#with('words'), committees, null]) {
      if (isEnough(answer)) return answer.wants?.likely === true ? this.#withPlaces(answer, request) : answer;
      await (part ?? this.#with('more'));
      answer = await this.#ask(request);
    }
    return this.#withPlaces(answer, request);
  }

  /** Answers from the lookup with all its files, so that `sensitive` can be relied on. */
  async sure(query: string): Promise<Answer> {
    await this.#withAll();
    const request: SearchRequest = { kind: 'quick', query, filters: {} };
    return this.#withPlaces(await this.#ask(request), request);
  }

  /**
   * Answers from the lookup and the full text; awaits all files where the first ones bring no good answer. Rejects with
   * the reason of the signal if that is aborted (in old browsers with nothing).
   */
  async full(query: string, signal?: AbortSignal, filters: SearchFilters = {}): Promise<Answer> {
    await this.#withLookup();
    await Promise.all([this.#with('words'), this.#with('committees')]);
    stopIfOver(signal);
    const request: SearchRequest = { kind: 'full', query, filters };
    const complete = this.#complete;
    let answer = await this.#ask(request);
    if (answer.wants?.certain === true) answer = await this.#withPlaces(answer, request);
    stopIfOver(signal);
    if (answer.address !== null) return answer;
    if (!complete && !isEnough(answer)) {
      await this.#withAll();
      answer = await this.#ask(request);
      stopIfOver(signal);
    }
    if (answer.wants === null) return answer;
    const place = await this.#withPlaces(answer, { ...request, kind: 'quick' });
    stopIfOver(signal);
    return place.address === null && !place.asks ? answer : place;
  }

  /** Adds the files of places that an answer wants, at most the root and one other, and asks again. */
  async #withPlaces(answer: Answer, request: SearchRequest): Promise<Answer> {
    let latest = answer;
    for (let files = 0; latest.wants !== null && files < 2; files += 1) {
      const { file } = latest.wants;
      const url = this.#sources.places;
      const load =
        file === ''
          ? () => this.#send('places', url)
          : () => this.#send('placeFile', url.replace(/\.json$/u, `/${file}.json`), file);
      try {
        await this.#once(`places ${file}`, load);
      } catch {
        return latest;
      }
      latest = await this.#ask(request);
    }
    return latest;
  }

  async #ask(request: SearchRequest): Promise<Answer> {
    const answer = await this.#inPageIfBroken(async () => {
      await this.#withLookup();
      return this.#currentDesk()(request);
    });
    if (answer === null) throw new Error('no answer');
    return answer;
  }

  /** Runs `act`; if the worker failed meanwhile, runs it again with the engine in the page. */
  async #inPageIfBroken<T>(act: () => Promise<T>): Promise<T> {
    const before = this.#inPage;
    try {
      return await act();
    } catch (error) {
      if (before || !this.#inPage) throw error;
      return act();
    }
  }

  #currentDesk(): Desk {
    if (this.#desk !== null) return this.#desk;
    if (!this.#inPage) {
      try {
        const desk = workerDesk(() => this.#moveToPage());
        // The texts of all members of a portal are asked together.
        if (import.meta.env.OF_MEMBERS && this.#sources.pagefindUrl === '') return (this.#desk = desk);
        desk({ kind: 'texts', folder: new URL(this.#sources.pagefindUrl, location.href).href }).catch(() => undefined);
        return (this.#desk = desk);
      } catch {
        this.#inPage = true;
      }
    }
    return (this.#desk = pageDesk());
  }

  #moveToPage(): void {
    this.#inPage = true;
    this.#desk = null;
    this.#parts = new Map();
    this.#complete = false;
  }

  #withLookup(): Promise<void> {
    // The file and the worker load at the same time.
    return this.#once('lookup', () => this.#inPageIfBroken(() => this.#sendPart('lookup')));
  }

  /** Loads one of the other files; never rejects, because the lookup answers without them. */
  #with(part: Exclude<SearchPart, 'lookup'>): Promise<void> {
    const load = () => this.#withLookup().then(() => this.#sendPart(part));
    return this.#once(part, load).catch(() => undefined);
  }

  async #withAll(): Promise<void> {
    await this.#withLookup();
    await Promise.all([this.#with('words'), this.#with('committees')]);
    await this.#with('more');
    this.#complete = SEARCH_PARTS.every((part) => this.#parts.has(part));
  }

  /** Loads a file once; after a failure the next call tries again. */
  #once(part: string, load: () => Promise<void>): Promise<void> {
    const known = this.#parts.get(part);
    if (known !== undefined) return known;
    const loading = load().catch((error: unknown) => {
      this.#parts.delete(part);
      throw error;
    });
    this.#parts.set(part, loading);
    return loading;
  }

  #sendPart(part: SearchPart): Promise<void> {
    return this.#send(part, this.#sources[part]);
  }

  async #send(kind: SearchPart | 'places' | 'placeFile', url: string, key = ''): Promise<void> {
    const desk = this.#currentDesk();
    const text = await this.#text(url);
    this.#texts.delete(url);
    await desk(
      kind === 'placeFile'
        ? { kind, key, text }
        : import.meta.env.OF_PARTS
          ? { kind, text, url: new URL(url, location.href).href }
          : { kind, text },
    );
  }
}
