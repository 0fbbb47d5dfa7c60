import { daysBetween, type IsoDate } from '../time/dates.ts';

/** 新: verified within 180 days · 电: within 365, call first · 旧: older · 无: never (product.md, Freshness). */
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

/** The one character of the badge (look.md, Freshness): 核, 电 or 待. */
export function freshnessMark(freshness: Freshness): '核' | '电' | '待' {
  return freshness === '新' ? '核' : freshness === '电' ? '电' : '待';
}

/** The words of the badge, to stand after the date where there is one; `hotline` is the city's own number. */
export function freshnessText(freshness: Freshness, hotline: string): string {
  switch (freshness) {
    case '新':
      return '核实过';
    case '电':
      return '核实，去之前先打电话';
    case '旧':
      return `核实的，可能不准了，先打 ${hotline} 问`;
    case '无':
      return `没有核实过，先打 ${hotline} 问`;
  }
}

/** 距今 45 天; empty where nothing was verified or the date lies ahead. */
export function ageText(verifiedOn: IsoDate | null, reference: IsoDate): string {
  const age = verifiedOn === null ? NaN : daysBetween(verifiedOn, reference);
  if (age === 0) return '今天';
  return age > 0 ? `距今 ${age} 天` : '';
}
