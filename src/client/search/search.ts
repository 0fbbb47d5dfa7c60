import type { Answer, SearchFilters } from '../../search/types/answer.ts';
import { NAMED } from '../../search/match/scores.ts';
import type { SearchEngine } from './engine.ts';
import { SEARCH_PARTS, type SearchPart, type SearchRequest } from './parts.ts';

/** Where the parts of the search lie, as the pages of this site address them. */
export interface SearchSources extends Readonly<Record<SearchPart, string>> {
  /** The folder of the full-text index, e.g. `/zt/sgz/pagefind/`. */
  readonly pagefindUrl: string;
  /** What all routes of the site begin with, e.g. `/zt/sgz/`. */
  readonly base: string;
}

/** Gives requests to an engine, wherever it runs, and brings its answers in the order of the requests. */
type Desk = (request: SearchRequest) => Promise<Answer | null>;

interface Reply {
  readonly id: number;
  readonly answer?: Answer | null;
  readonly error?: string;
}

/** Milliseconds between the lookup and what adds to it, where nobody asks. */
const HEAD_START = 200;

/** Whether no later part is needed to know what was meant. */
const isEnough = ({ responsible, weak, groups }: Answer) =>
  (responsible.length > 0 && !weak) || (groups[0]?.entries[0]?.score ?? 0) >= NAMED;

async function textOf(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

/** The engine in a worker, so that typing never waits for it. `broken` is called once if the worker doesn't run. */
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
  worker.addEventListener('error', ({ message }) => die(new Error(message || '查找没有在后台启动')));
  worker.addEventListener('messageerror', () => die(new Error('后台的查找没有听懂')));
  return (request) =>
    new Promise((resolve, reject) => {
      // A file that comes after the worker has died must not wait for it.
      if (dead !== null) {
        reject(dead);
        return;
      }
      const id = (last += 1);
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, request });
    });
}

/** The engine in the page itself, without the full text: slower, but it answers. */
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
  if (signal?.aborted === true) throw signal.reason ?? new DOMException('不再等这个回答', 'AbortError');
}

/**
 * The search of the site without any interface. `quick` answers names, needs and titles from the lookup; `full` adds
 * what the full text knows. A broken full text or worker leaves the lookup's answer; a broken lookup rejects, and the
 * caller shows the directory.
 */
export class Search {
  readonly #sources: SearchSources;
  #desk: Desk | null = null;
  #inPage = false;
  #parts = new Map<SearchPart, Promise<void>>();
  /** All parts have come: nothing is gained by asking again. */
  #complete = false;

  constructor(sources: SearchSources) {
    this.#sources = sources;
  }

  /** The address of an entry's route on this site. */
  href(path: string): string {
    return `${this.#sources.base.replace(/\/$/u, '')}${path}`;
  }

  /** Loads everything but the full text's chapters; call it on the first focus. Rejects where the lookup is missing. */
  async preload(): Promise<void> {
    await this.#withLookup();
    // Whoever types at once gets the first answer before the other files take the line.
    await new Promise((resolve) => setTimeout(resolve, HEAD_START));
    await Promise.all([this.#with('words'), this.#with('committees')]);
  }

  /** The lookup's answer; waits for the other parts only where nothing else says what was meant. */
  async quick(query: string, filters: SearchFilters = {}): Promise<Answer> {
    const request: SearchRequest = { kind: 'quick', query, filters };
    const complete = this.#complete;
    let answer = await this.#ask(request);
    if (complete) return answer;
    // Both are on their way from here on; the rest is asked for last.
    const committees = this.#with('committees');
    for (const part of [this.#with('words'), committees, null]) {
      if (isEnough(answer)) return answer;
      await (part ?? this.#with('more'));
      answer = await this.#ask(request);
    }
    return answer;
  }

  /** The lookup's answer with all that it knows: what it calls harmless is so. */
  async sure(query: string): Promise<Answer> {
    await this.#withAll();
    return this.#ask({ kind: 'quick', query, filters: {} });
  }

  /**
   * The whole answer: the lookup, fused with the full text; with all parts where the first don't answer. Rejects with
   * the signal's reason where it is aborted (old browsers: with an AbortError).
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
      return this.#at()(request);
    });
    if (answer === null) throw new Error('查找没有回答');
    return answer;
  }

  /** Tries, and once more in the page where the worker broke meanwhile. */
  async #inPageIfBroken<T>(act: () => Promise<T>): Promise<T> {
    const before = this.#inPage;
    try {
      return await act();
    } catch (error) {
      if (before || !this.#inPage) throw error;
      return act();
    }
  }

  #at(): Desk {
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
    // File and worker are on their way at the same time.
    return this.#once('lookup', () => this.#inPageIfBroken(() => this.#give('lookup')));
  }

  /** Without one of these the lookup still answers everything else. */
  #with(part: Exclude<SearchPart, 'lookup'>): Promise<void> {
    const load = () => this.#withLookup().then(() => this.#give(part));
    return this.#once(part, load).catch(() => undefined);
  }

  async #withAll(): Promise<void> {
    await this.#withLookup();
    await Promise.all([this.#with('words'), this.#with('committees')]);
    await this.#with('more');
    this.#complete = SEARCH_PARTS.every((part) => this.#parts.has(part));
  }

  /** Loads a part once; where that fails, the next keystroke may have better luck. */
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

  async #give(part: SearchPart): Promise<void> {
    const desk = this.#at();
    await desk({ kind: part, text: await textOf(this.#sources[part]) });
  }
}
