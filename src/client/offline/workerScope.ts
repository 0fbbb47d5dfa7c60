/** An event of a service worker that waits for a promise. */
export interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

/** A request of a page that a service worker may answer. */
export interface AskEvent extends LifeEvent {
  readonly request: Request;
  /** The answer to a navigation that the browser has already asked for; nothing where it does not do that. */
  readonly preloadResponse?: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}

interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', act: (event: LifeEvent) => void): void;
  addEventListener(name: 'fetch', act: (event: AskEvent) => void): void;
}

/** The service worker as its own scripts see it; TypeScript's types for pages know nothing of it. */
export const worker = self as unknown as WorkerScope;

/** The path that the site is mounted at, e.g. `/zt/sgz/`. */
export const mountedAt = (): string => new URL(worker.registration.scope).pathname;
