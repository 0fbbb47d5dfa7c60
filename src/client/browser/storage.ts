/**
 * The text that the site stored on this device under a key, or null. Storage may be missing, switched off or full; that
 * is no error.
 */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Stores a text under a key, or removes it where the text is null; does nothing where there is no storage. */
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
    return Boolean(localStorage);
  } catch {
    return false;
  }
}
