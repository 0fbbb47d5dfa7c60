import { keep, kept } from '../browser/storage.ts';

/** Where this device keeps the 居村委 that its reader lives in: the 12-digit code alone, never the house. */
const KEY = 'sgz-home';

/** The code of the reader's 居村委, where they asked to remember it; else null. */
export function home(): string | null {
  const code = kept(KEY);
  return code !== null && /^\d{12}$/u.test(code) ? code : null;
}

/** Remembers a 居村委 on this device, or forgets it (null), and tells the page by the event `home-changed`. */
export function rememberHome(code: string | null): void {
  keep(KEY, code);
  const { dataset } = document.documentElement;
  if (code === null) delete dataset['home'];
  else dataset['home'] = code;
  document.dispatchEvent(new Event('home-changed'));
}
