/**
 * What this device keeps for the site under a key, or null. Storage may be missing, switched off or full: then nothing
 * is kept, and nothing else fails.
 */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text under a key; null takes it away. */
export function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Without storage a choice lasts for this page only.
  }
}

/** Whether this device keeps anything for the site at all. */
export function canKeep(): boolean {
  try {
    return localStorage !== null && localStorage !== undefined;
  } catch {
    return false;
  }
}
