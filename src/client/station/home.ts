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

/**
 * The page of a 街镇 for frames, from which this site shows parts elsewhere; `source` is its address with * for the code.
 * Null where there is no such 街镇 any more. Throws where the page can't be had.
 */
export async function townPage(source: string, townCode: string): Promise<Document | null> {
  const url = source.replace('*', townCode);
  const response = await fetch(url);
  if (response.status === 404) return null;
  // Its style is for itself alone, and the policy of this page would complain of it.
  const html = (response.ok ? await response.text() : '').replace(/<style>[^<]*/u, '<style>');
  const page = new DOMParser().parseFromString(html, 'text/html');
  // A network that wants one to sign in answers everything with a page of its own.
  if (page.querySelector('.committees') === null) throw new Error(url);
  return page;
}
