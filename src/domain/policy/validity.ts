import { daysBetween, type IsoDate } from '../time/dates.ts';
import type { Validity } from './documents.ts';

/** Days before its end from which on a document's validity is pointed out (docs/norms.md §4). */
export const ENDING_DAYS = 90;

/** What a reader is told of a document's validity on a day: its word, and whether its term is ending or over. */
export interface ValidityState {
  readonly word: Validity | '已过有效期';
  readonly term: 'none' | 'running' | 'ending' | 'over';
}

/** The validity on a day; a 有效 whose term is over is never shown as 有效. */
export function validityOn(validity: Validity, until: IsoDate | null, today: IsoDate): ValidityState {
  if (until === null) return { word: validity, term: 'none' };
  const left = daysBetween(today, until);
  if (left < 0) return { word: validity === '有效' ? '已过有效期' : validity, term: 'over' };
  return { word: validity, term: left <= ENDING_DAYS ? 'ending' : 'running' };
}
