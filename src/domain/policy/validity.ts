import { daysBetween, type IsoDate } from '../time/dates.ts';
import type { Validity } from './documents.ts';

/** From this many days before its end on, readers are told that the term of a document is ending (docs/norms.md §4). */
export const ENDING_DAYS = 90;

/** The validity of a document on a day: the word that is shown, and the state of its term. */
export interface ValidityState {
  readonly word: Validity | '已过有效期';
  readonly term: 'none' | 'running' | 'ending' | 'over';
}

/** The validity of a document on a day. A 有效 whose term is over becomes 已过有效期. */
export function validityOn(validity: Validity, until: IsoDate | null, today: IsoDate): ValidityState {
  if (until === null) return { word: validity, term: 'none' };
  const left = daysBetween(today, until);
  if (left < 0) return { word: validity === '有效' ? '已过有效期' : validity, term: 'over' };
  return { word: validity, term: left <= ENDING_DAYS ? 'ending' : 'running' };
}
