import { daysBetween, type IsoDate } from '../time/dates.ts';

/** 新: verified within 180 days · 电: within 365, call first · 旧: older · 无: never (docs/norms.md §8). */
export type Freshness = '新' | '电' | '旧' | '无';

/** Days up to which a verification counts as fresh, and up to which one should still call first. */
export const FRESH_DAYS = 180;
export const CALL_FIRST_DAYS = 365;

/** How old the verification is on the reference day; a day after it is a fault of the data and counts as 无. */
export function freshnessOf(verifiedOn: IsoDate | null, reference: IsoDate): Freshness {
  const age = verifiedOn === null ? NaN : daysBetween(verifiedOn, reference);
  if (!(age >= 0)) return '无';
  if (age <= FRESH_DAYS) return '新';
  return age <= CALL_FIRST_DAYS ? '电' : '旧';
}

/** Whether a row is too old to be relied on, or was never verified: then the city's hotline comes first. */
export const isStale = (freshness: Freshness): boolean => freshness === '旧' || freshness === '无';

/** The one character of the badge: 核 verified, 电 call first, 待 not confirmed. */
export function freshnessMark(freshness: Freshness): '核' | '电' | '待' {
  return freshness === '新' ? '核' : freshness === '电' ? '电' : '待';
}

/** What the badge says after “核实过”; empty where nothing need be done, or where nothing was verified. */
export function freshnessAdvice(freshness: Freshness): string {
  if (freshness === '电') return '，去之前先打电话';
  return freshness === '旧' ? '，已经太久，先打热线问' : '';
}

/** 距今 45 天; empty where nothing was verified or the date lies ahead. */
export function ageText(verifiedOn: IsoDate | null, reference: IsoDate): string {
  const age = verifiedOn === null ? NaN : daysBetween(verifiedOn, reference);
  if (age === 0) return '今天';
  return age > 0 ? `距今 ${age} 天` : '';
}
