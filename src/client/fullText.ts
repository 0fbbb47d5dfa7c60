import type { TextHit } from '../domain/fusion.ts';

/** What the worker is told: where the index lies, or what to look for. */
export type TextRequest =
  | { readonly kind: 'open'; readonly pagefind: string }
  | { readonly kind: 'ask'; readonly id: number; readonly query: string; readonly filters: TextFilters };

/** What the worker says. */
export type TextReply =
  | { readonly kind: 'found'; readonly id: number; readonly hits: readonly TextHit[] }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** Only pages of these sorts, only of this district; empty means all. */
export interface TextFilters {
  readonly types?: readonly string[];
  readonly district?: string;
}

/** The full text could not be asked: no index, no worker, or it broke. */
export class FullTextError extends Error {
  override readonly name = 'FullTextError';
}

interface Waiting {
  readonly resolve: (hits: readonly TextHit[]) => void;
  readonly reject: (error: Error) => void;
}

/** Longest wait for an answer. */
const PATIENCE = 8000;

/** The full-text index in a worker of its own; after a failure every question fails at once. */
export class FullText {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #broken: FullTextError | null = null;
  #last = 0;

  /** `pagefind`: address of the folder with pagefind.js. */
  constructor(pagefind: string) {
    this.#worker = new Worker(new URL('./full-text-worker.ts', import.meta.url), { type: 'module' });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<TextReply>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.kind === 'found') waiting?.resolve(data.hits);
      else waiting?.reject(new FullTextError(data.message));
    });
    this.#worker.addEventListener('error', (event) => this.#break(event.message || '全文检索没有启动'));
    this.#tell({ kind: 'open', pagefind: new URL(pagefind, location.href).href });
  }

  #tell(request: TextRequest): void {
    this.#worker.postMessage(request);
  }

  #break(message: string): void {
    this.#broken = new FullTextError(message);
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(this.#broken);
    this.#waiting.clear();
  }

  /** Pages that answer the query, best first; rejects with FullTextError, or with the signal's reason. */
  ask(query: string, filters: TextFilters = {}, signal?: AbortSignal): Promise<readonly TextHit[]> {
    return new Promise((resolve, reject) => {
      if (this.#broken !== null) return reject(this.#broken);
      if (signal?.aborted) return reject(signal.reason as Error);
      const id = (this.#last += 1);
      const timer = setTimeout(() => settle(() => reject(new FullTextError('全文检索没有回答'))), PATIENCE);
      const settle = (act: () => void) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        signal?.removeEventListener('abort', stop);
        act();
      };
      const stop = () => settle(() => reject(signal?.reason as Error));
      signal?.addEventListener('abort', stop, { once: true });
      this.#waiting.set(id, {
        resolve: (hits) => settle(() => resolve(hits)),
        reject: (error) => settle(() => reject(error)),
      });
      this.#tell({ kind: 'ask', id, query, filters });
    });
  }
}
