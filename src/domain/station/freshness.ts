import { daysBetween, type IsoDate } from '../time/dates.ts';

/**
 * How fresh a row is. 新: verified within 180 days, 电: within 365 days, call first, 旧: older, 无: never
 * (docs/norms.md §8).
 */
export type Freshness = '新' | '电' | '旧' | '无';

/** Up to this many days a verification counts as fresh; up to `CALL_FIRST_DAYS` readers are told to call first. */
export const FRESH_DAYS = 180;
export const CALL_FIRST_DAYS = 365;

/**
 * The freshness of a row on the reference day. A verification after that day is a fault of the data and counts as 无.
 */
export function freshnessOf(verifiedOn: IsoDate | null, reference: IsoDate): Freshness {
  const age = verifiedOn === null ? NaN : daysBetween(verifiedOn, reference);
  if (!(age >= 0)) return '无';
  if (age <= FRESH_DAYS) return '新';
  return age <= CALL_FIRST_DAYS ? '电' : '旧';
}

/** Whether a row is too old to rely on or was never verified; then the city hotline is shown first. */
export const isStale = (freshness: Freshness): boolean => freshness === '旧' || freshness === '无';

/** The number that a list shows for a station; undefined where it has none or is too old, and the city hotline stands there. */
export const phoneInLists = <P>(station: { readonly phones: readonly P[] }, freshness: Freshness): P | undefined =>
  isStale(freshness) ? undefined : station.phones[0];

/** The character of the badge: 核 verified, 电 call first, 待 not confirmed. */
export function freshnessMark(freshness: Freshness): '核' | '电' | '待' {
  return freshness === '新' ? '核' : freshness === '电' ? '电' : '待';
}

/** The advice that follows the date on the badge; empty where none is needed or nothing was verified. */
export function freshnessAdvice(freshness: Freshness): string {
  if (freshness === '电') return '，去之前先打电话';
  return freshness === '旧' ? '，已经太久，先打热线问' : '';
}

/** The age of a verification: 距今 45 天; empty where there is none or its date lies in the future. */
export function ageText(verifiedOn: IsoDate | null, reference: IsoDate): string {
  const age = verifiedOn === null ? NaN : daysBetween(verifiedOn, reference);
  if (age === 0) return '今天';
  return age > 0 ? `距今${age}天` : '';
}
