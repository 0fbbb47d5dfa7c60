/*
 * The service worker. It fetches the declared part of the site once, shows it where the network fails, and keeps nothing
 * of what a reader opens or types: no answer of the network is ever stored here. A new version waits until no page of
 * the old one is open.
 */
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { withNotice } from '../../domain/site/offline.ts';
import { cacheNameOf } from './cacheName.ts';
import type { Kept } from './kept.ts';
import { mountedAt, worker, type AskEvent } from './workerScope.ts';

const { files, notices, unmarked, fallback } = (self as unknown as { readonly KEPT: Kept }).KEPT;

/** Milliseconds that the network has for something that the device holds too. */
const PATIENCE = 6000;

const controller = new PrecacheController({ cacheName: cacheNameOf(mountedAt()) });
controller.addToCacheList([...files]);

const absolute = (url: string) => new URL(url, location.href).href;
const fixed = new Set(files.filter(({ revision }) => revision === null).map(({ url }) => absolute(url)));
const plain = new Set(unmarked.map(absolute));

/** The address without query and anchor under which it may be kept; a page is kept under the one with the last slash. */
function addressOf(request: Request): string {
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname;
  return request.mode === 'navigate' && !isHeld(address) && isHeld(`${address}/`) ? `${address}/` : address;
}

const isHeld = (address: string) => controller.getCacheKeyForURL(address) !== undefined;

/** The answer of the network. Where the device holds the file, rejects after a while and on errors of the server. */
async function fromNetwork({ request, preloadResponse }: AskEvent, held: boolean): Promise<Response> {
  const asked = Promise.resolve(preloadResponse).then((early) => early ?? fetch(request));
  if (!held) return asked;
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('late')), PATIENCE));
  const response = await Promise.race([asked, late]);
  if (response.status >= 500) throw new Error(String(response.status));
  return response;
}

/** A kept page with a notice at its head. */
async function noticed(page: Response, notice: string, status: number): Promise<Response> {
  return new Response(withNotice(await page.text(), notice), {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });
}

/** A page without the network: the kept one, or the one that says what there is. */
async function pageFromDevice(address: string): Promise<Response> {
  const own = await controller.matchPrecache(address);
  if (own !== undefined) return plain.has(address) ? own : noticed(own, notices.held, 200);
  const instead = await controller.matchPrecache(fallback);
  if (instead === undefined) return Response.error();
  const station = /\/stations\/([\w-]+)\/?$/u.exec(address)?.[1];
  const notice = station === undefined ? notices.absent : notices.station.replace('*', station);
  return noticed(instead, notice, 503);
}

async function fileOf(event: AskEvent, address: string): Promise<Response> {
  const kept = () => controller.matchPrecache(address);
  // The contents behind an address with a hash never change.
  if (fixed.has(address)) return (await kept()) ?? fetch(event.request);
  try {
    return await fromNetwork(event, true);
  } catch {
    return (await kept()) ?? Response.error();
  }
}

worker.addEventListener('install', (event) => void controller.install(event as never));

worker.addEventListener('activate', (event) => {
  void controller.activate(event as never);
  // The browser asks for a page while the worker starts. Not every browser can.
  const { navigationPreload } = worker.registration as Partial<ServiceWorkerRegistration>;
  event.waitUntil(navigationPreload?.enable() ?? Promise.resolve());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const address = addressOf(request);
  if (request.mode === 'navigate')
    event.respondWith(fromNetwork(event, isHeld(address)).catch(() => pageFromDevice(address)));
  else if (isHeld(address)) event.respondWith(fileOf(event, address));
});
