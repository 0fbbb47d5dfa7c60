import type { Answer, SearchFilters } from '../../search/types/answer.ts';
import { NAMED } from '../../search/match/scores.ts';
import type { SearchEngine } from './engine.ts';
import { SEARCH_PARTS, type SearchPart, type SearchRequest } from './parts.ts';

/** The addresses of the search files on this site. */
export interface SearchSources extends Readonly<Record<SearchPart, string>> {
  /** The folder of the full-text index, e.g. `/zt/sgz/pagefind/`. */
  readonly pagefindUrl: string;
  /** The path that the site is mounted at, e.g. `/zt/sgz/`. */
  readonly base: string;
}

/**
 * Sends a request to an engine, in a worker or in the page, and resolves with its answer. Requests are handled in
 * order.
 */
type Desk = (request: SearchRequest) => Promise<Answer | null>;

interface Reply {
  readonly id: number;
  readonly answer?: Answer | null;
  readonly error?: string;
}

/** Milliseconds that `preload` waits after the lookup file before it loads the others. */
const HEAD_START = 200;

/** Whether an answer is so good that no further file needs to be awaited. */
const isEnough = ({ responsible, weak, groups }: Answer) =>
  (responsible.length > 0 && !weak) || (groups[0]?.entries[0]?.score ?? 0) >= NAMED;

async function textOf(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(url);
  return response.text();
}

/** An engine in a worker, so that it never blocks typing. `broken` is called once if the worker fails. */
function workerDesk(broken: (error: Error) => void): Desk {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { resolve: (answer: Answer | null) => void; reject: (error: Error) => void }>();
  let last = 0;
  let dead: Error | null = null;
  const die = (error: Error) => {
    if (dead !== null) return;
    dead = error;
    worker.terminate();
    broken(error);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error === undefined) asked?.resolve(data.answer ?? null);
    else asked?.reject(new Error(data.error));
  });
  for (const name of ['error', 'messageerror']) worker.addEventListener(name, () => die(new Error('worker')));
  return (request) =>
    new Promise((resolve, reject) => {
      // A worker that has failed never replies.
      if (dead !== null) {
        reject(dead);
        return;
      }
      const id = (last += 1);
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, request });
    });
}

/** An engine in the page itself, for when there is no worker: slower, and without the full text. */
function pageDesk(): Desk {
  let engine: Promise<SearchEngine> | null = null;
  return async (request) => {
    engine ??= import('./engine.ts').then(({ SearchEngine }) => new SearchEngine());
    return engine.then(
      (ready) => ready.handle(request),
      (error: unknown) => {
        // The next request tries to load it again.
        engine = null;
        throw error;
      },
    );
  };
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
  #parts = new Map<SearchPart, Promise<void>>();
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
    await this.#withLookup();
    // A first question must not compete with the other files for the line.
    await new Promise((resolve) => setTimeout(resolve, HEAD_START));
    await Promise.all([this.#with('words'), this.#with('committees')]);
  }

  /**
   * Answers from the lookup. Further files are awaited, one after the other, only while the answer is not good enough.
   */
  async quick(query: string, filters: SearchFilters = {}): Promise<Answer> {
    const request: SearchRequest = { kind: 'quick', query, filters };
    const complete = this.#complete;
    let answer = await this.#ask(request);
    if (complete) return answer;
    // Starts loading both files; `more` is loaded only where they bring no good answer.
    const committees = this.#with('committees');
    for (const part of [this.#with('words'), committees, null]) {
      if (isEnough(answer)) return answer;
      await (part ?? this.#with('more'));
      answer = await this.#ask(request);
    }
    return answer;
  }

  /** Answers from the lookup with all its files, so that `sensitive` can be relied on. */
  async sure(query: string): Promise<Answer> {
    await this.#withAll();
    return this.#ask({ kind: 'quick', query, filters: {} });
  }

  /**
   * Answers from the lookup and the full text; awaits all files where the first ones bring no good answer. Rejects with
   * the reason of the signal if that is aborted (in old browsers with nothing).
   */
  async full(query: string, signal?: AbortSignal, filters: SearchFilters = {}): Promise<Answer> {
    await this.#withLookup();
    await Promise.all([this.#with('words'), this.#with('committees')]);
    stopIfOver(signal);
    const complete = this.#complete;
    const answer = await this.#ask({ kind: 'full', query, filters });
    stopIfOver(signal);
    if (complete || isEnough(answer)) return answer;
    await this.#withAll();
    const all = await this.#ask({ kind: 'full', query, filters });
    stopIfOver(signal);
    return all;
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
  #once(part: SearchPart, load: () => Promise<void>): Promise<void> {
    const known = this.#parts.get(part);
    if (known !== undefined) return known;
    const loading = load().catch((error: unknown) => {
      this.#parts.delete(part);
      throw error;
    });
    this.#parts.set(part, loading);
    return loading;
  }

  async #sendPart(part: SearchPart): Promise<void> {
    const desk = this.#currentDesk();
    await desk({ kind: part, text: await textOf(this.#sources[part]) });
  }
}
