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

/** The latest queries on this device, newest first. */
export function recentSearches(): readonly string[] {
  const words = stored();
  return Array.isArray(words) ? words.filter((word) => typeof word === 'string').slice(0, MOST) : [];
}

/** Stores a query on this device; the caller must make sure that it is not sensitive. */
export function rememberSearch(words: string): void {
  const text = words.trim().slice(0, 40);
  if (text === '') return;
  const all = [text, ...recentSearches().filter((other) => other !== text)].slice(0, MOST);
  keep(KEY, JSON.stringify(all));
}

/** Removes all stored queries. */
export function forgetSearches(): void {
  keep(KEY, null);
}
