import { formatBytes } from '../../domain/openData/fileSize.ts';
import { need } from '../browser/elements.ts';
import { cacheNameOf } from './cacheName.ts';
import { canKeepSite, isSwitchedOff, keepSite, mount, switchOff } from './keeping.ts';

const cacheName = cacheNameOf(mount);

/** Removes everything that is kept on this device. */
async function forgetSite(): Promise<void> {
  const scope = new URL(mount, location.href).href;
  const all = await navigator.serviceWorker.getRegistrations();
  await Promise.all(all.filter((one) => one.scope === scope).map((one) => one.unregister()));
  await caches.delete(cacheName);
}

/** What this device keeps: the number of files and their bytes. */
async function keptHere(): Promise<{ readonly files: number; readonly bytes: number }> {
  if (!(await caches.has(cacheName))) return { files: 0, bytes: 0 };
  const cache = await caches.open(cacheName);
  const answers = await Promise.all((await cache.keys()).map((key) => cache.match(key)));
  const sizes = await Promise.all(answers.map(async (answer) => (await answer?.blob())?.size ?? 0));
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/**
 * <offline-switch>: tells what this device keeps of the site and holds a button that removes it or allows it again. Stays
 * hidden where the browser can't keep anything.
 */
class OfflineSwitch extends HTMLElement {
  #abort = new AbortController();

  connectedCallback(): void {
    if (!canKeepSite()) return;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    need(this, 'button').addEventListener('click', () => void this.#turn(), { signal });
    // What is kept may come while the page is open.
    navigator.serviceWorker.ready.then(() => this.#show()).catch(() => undefined);
    this.hidden = false;
    void this.#show();
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }

  async #turn(): Promise<void> {
    const off = !isSwitchedOff();
    switchOff(off);
    await (off ? forgetSite() : keepSite());
    await this.#show();
  }

  async #show(): Promise<void> {
    const { files, bytes } = await keptHere();
    const off = isSwitchedOff();
    need(this, '[role="status"]').textContent = off
      ? '这台设备里没有存，以后也不存。'
      : files === 0
        ? '这台设备里还没有存。浏览器空下来会自己存。'
        : `这台设备里存着${files}个文件，占${formatBytes(bytes).replace(' ', '')}。`;
    need(this, 'button').textContent = off ? '可以存' : files === 0 ? '不要存' : '删掉，以后也不存';
  }
}

customElements.define('offline-switch', OfflineSwitch);
