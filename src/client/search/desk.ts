import type { Answer } from '../../search/types/answer.ts';
import type { SearchEngine } from './engine.ts';
import type { SearchRequest } from './parts.ts';

/**
 * Sends a request to an engine, in a worker or in the page, and resolves with its answer. Requests are handled in
 * order.
 */
export type Desk = (request: SearchRequest) => Promise<Answer | null>;

interface Reply {
  readonly id: number;
  readonly answer?: Answer | null;
  readonly error?: string;
}

/** A worker that was started while this code was on its way; `failed` resolves if it can't run. */
export interface WorkerAhead {
  readonly worker: Worker;
  readonly failed: Promise<unknown>;
}

let ahead: WorkerAhead | null = null;

/** Keeps a worker for the first desk that is opened: each desk needs one of its own. */
export function takeOver(started: WorkerAhead | null): void {
  ahead = started;
}

/** An engine in a worker, so that it never blocks typing. `broken` is called once if the worker fails. */
export function workerDesk(broken: (error: Error) => void): Desk {
  const started = ahead;
  ahead = null;
  const worker = started?.worker ?? new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
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
  void started?.failed.then(() => die(new Error('worker')));
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
export function pageDesk(): Desk {
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
