import type { Answer } from '../domain/answer.ts';
import type { TextFilters } from './fullText.ts';
import type { SearchRequest } from './searchEngine.ts';

/** Where the parts of the search lie, as the pages of this site address them. */
export interface SearchSources {
  readonly lookupUrl: string;
  readonly committeesUrl: string;
  /** The folder of the full-text index, e.g. `/zt/sgz/pagefind/`. */
  readonly pagefindUrl: string;
  /** What all routes of the site begin with, e.g. `/zt/sgz/`. */
  readonly base: string;
}

/** Whoever does what is asked, and answers in that order. */
type Desk = (request: SearchRequest) => Promise<Answer | null>;

interface Reply {
  readonly id: number;
  readonly answer?: Answer | null;
  readonly error?: string;
}

/** Milliseconds between the lookup and the 居村委, where nobody asks. */
const HEAD_START = 200;

async function textOf(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

/** The engine in a worker, so that typing never waits for it. `broken` is called once if the worker doesn't run. */
function workerDesk(broken: (error: Error) => void): Desk {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { resolve: (answer: Answer | null) => void; reject: (error: Error) => void }>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error === undefined) asked?.resolve(data.answer ?? null);
    else asked?.reject(new Error(data.error));
  });
  worker.addEventListener('error', (event) => {
    const error = new Error(event.message || '查找没有在后台启动');
    worker.terminate();
    broken(error);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  return (request) =>
    new Promise((resolve, reject) => {
      const id = (last += 1);
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, request });
    });
}

/** The engine in the page itself, without the full text: slower, but it answers. */
function pageDesk(): Desk {
  const engine = import('./searchEngine.ts').then(({ SearchEngine }) => new SearchEngine());
  return async (request) => (await engine).handle(request);
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
  #complete = false;
  #lookup: Promise<void> | null = null;
  #committees: Promise<void> | null = null;

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
    // Whoever types at once gets the first answer before the second file takes the line.
    await new Promise((resolve) => setTimeout(resolve, HEAD_START));
    await this.#withCommittees();
  }

  /** The lookup's answer; waits for the 居村委 only where nothing else says who is responsible. */
  async quick(query: string, most: number | null = null): Promise<Answer> {
    const complete = this.#complete;
    const first = await this.#ask({ kind: 'quick', query, most });
    if (complete) return first;
    const all = this.#withCommittees();
    if (first.responsible.length > 0 && !first.weak) return first;
    await all;
    return this.#ask({ kind: 'quick', query, most });
  }

  /** The whole answer: lookup with all 居村委, fused with the full text. Rejects with the signal's reason if aborted. */
  async full(query: string, signal?: AbortSignal, filters: TextFilters = {}): Promise<Answer> {
    await this.#withLookup();
    await this.#withCommittees();
    signal?.throwIfAborted();
    const answer = await this.#ask({ kind: 'full', query, filters });
    signal?.throwIfAborted();
    return answer;
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
    this.#lookup = null;
    this.#committees = null;
    this.#complete = false;
  }

  #withLookup(): Promise<void> {
    // File and worker are on their way at the same time.
    this.#lookup ??= this.#inPageIfBroken(() => this.#give('lookup', this.#sources.lookupUrl)).catch(
      (error: unknown) => {
        // The next keystroke may have better luck.
        this.#lookup = null;
        throw error;
      },
    );
    return this.#lookup;
  }

  /** Without the 居村委 the lookup still answers everything else. */
  #withCommittees(): Promise<void> {
    this.#committees ??= this.#withLookup()
      .then(() => this.#give('committees', this.#sources.committeesUrl))
      .then(
        () => {
          this.#complete = true;
        },
        () => {
          this.#committees = null;
        },
      );
    return this.#committees;
  }

  async #give(kind: 'lookup' | 'committees', url: string): Promise<void> {
    const desk = this.#at();
    await desk({ kind, text: await textOf(url) });
  }
}
