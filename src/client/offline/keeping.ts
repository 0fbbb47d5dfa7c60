/**
 * Asks the browser, long after the page has come, to keep a part of the site for when there is no network: on pages whose
 * <html> bears `data-keeps`, which sensitive ones don't, and not where its reader saves data or wants nothing kept.
 */
import { keep, kept } from '../browser/storage.ts';

/** The key under which a device remembers that its reader wants nothing kept; the value is `off`. */
const CHOICE = 'sgz-offline';

/** The path that the site is mounted at, with its last slash. */
export const mount: string = import.meta.env.BASE_URL.replace(/\/?$/u, '/');

/** Whether this browser can keep a part of the site: of a built one, on https or on this computer. */
export const canKeepSite = (): boolean =>
  import.meta.env.PROD && location.protocol.startsWith('http') && 'serviceWorker' in navigator;

/** Whether the reader of this device wants nothing kept. */
export const isSwitchedOff = (): boolean => kept(CHOICE) === 'off';

/** Remembers whether the reader wants nothing kept. */
export const switchOff = (off: boolean): void => keep(CHOICE, off ? 'off' : null);

/** Asks the browser to keep the declared part of the site; that it can't or doesn't want to is no error. */
export const keepSite = (): Promise<unknown> =>
  navigator.serviceWorker.register(`${mount}sw.js`).catch(() => undefined);

const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };

if ('keeps' in document.documentElement.dataset && canKeepSite() && !isSwitchedOff() && connection?.saveData !== true)
  window.addEventListener('load', () => setTimeout(keepSite, 2000));
