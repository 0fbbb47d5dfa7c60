import { keep, kept } from '../browser/storage.ts';

const KEY = 'sgz-recent';
const MOST = 5;

function stored(): unknown {
  try {
    return JSON.parse(kept(KEY) ?? '[]');
  } catch {
    return [];
  }
}

/** The words searched for last on this device, newest first. */
export function recentSearches(): readonly string[] {
  const words = stored();
  return Array.isArray(words) ? words.filter((word) => typeof word === 'string').slice(0, MOST) : [];
}

/** Remembers words; the caller makes sure that they tell of nobody's trouble. */
export function rememberSearch(words: string): void {
  const text = words.trim().slice(0, 40);
  if (text === '') return;
  const all = [text, ...recentSearches().filter((other) => other !== text)].slice(0, MOST);
  keep(KEY, JSON.stringify(all));
}

/** Forgets all of them. */
export function forgetSearches(): void {
  keep(KEY, null);
}
