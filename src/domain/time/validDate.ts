import type { IsoDate } from './dates.ts';

/**
 * Parses a date `YYYY-MM-DD`; null where it does not exist or is written otherwise (`2026-02-30`, `2026-2-3`,
 * `20260203`).
 */
export function parseIsoDate(text: string): IsoDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : null;
}

/** Whether the text is an existing date `YYYY-MM-DD`. */
export function isValidDate(text: string): boolean {
  return parseIsoDate(text) !== null;
}
