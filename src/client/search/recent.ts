const KEY = 'sgz-recent';
const MOST = 5;

/** Storage can be switched off or full; then nothing is remembered, and that is no fault. */
function tolerant<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof DOMException || error instanceof SyntaxError) return otherwise;
    throw error;
  }
}

/** The words searched for last on this device, newest first. */
export function recentSearches(): readonly string[] {
  const stored: unknown = tolerant(() => JSON.parse(localStorage.getItem(KEY) ?? '[]') as unknown, []);
  return Array.isArray(stored) ? stored.filter((word) => typeof word === 'string').slice(0, MOST) : [];
}

/** Remembers words; the caller makes sure that they tell of nobody's trouble. */
export function rememberSearch(words: string): void {
  const text = words.trim().slice(0, 40);
  if (text === '') return;
  const kept = [text, ...recentSearches().filter((other) => other !== text)].slice(0, MOST);
  tolerant(() => localStorage.setItem(KEY, JSON.stringify(kept)), undefined);
}

/** Forgets all of them. */
export function forgetSearches(): void {
  tolerant(() => localStorage.removeItem(KEY), undefined);
}
