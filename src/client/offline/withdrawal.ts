/*
 * The service worker of an operator who has switched keeping off: it takes the place of the one that browsers have,
 * removes what that one kept, and then itself.
 */
import { cacheNameOf } from './cacheName.ts';
import { mountedAt, worker } from './workerScope.ts';

worker.addEventListener('install', () => void worker.skipWaiting());

worker.addEventListener('activate', (event) =>
  event.waitUntil(caches.delete(cacheNameOf(mountedAt())).then(() => worker.registration.unregister())),
);
