import type { Calendar } from '../../domain/time/holidays.ts';
import { shanghaiNow, type IsoDate } from '../../domain/time/dates.ts';
import { freshnessOf, type Freshness } from '../../domain/station/freshness.ts';

/** The present day and minute in the city, from the clock of the reader's device. */
export function now(): { date: IsoDate; minutes: number } {
  return shanghaiNow(new Date());
}

/**
 * The day that ages are counted to: today, or the as-at date in a sample, so that a demonstration does not go stale.
 */
export function referenceDate(): IsoDate {
  return document.documentElement.dataset['asAt'] ?? now().date;
}

/** The freshness, on that day, of the date in a `data-verified` attribute. */
export function freshness(verified: string | undefined): Freshness {
  return freshnessOf(verified ?? null, referenceDate());
}

/** The calendar of public holidays that the page carries, as `OpenStateScript` writes it; throws where there is none. */
export const calendar = (): Calendar => JSON.parse(document.getElementById('calendar')?.textContent ?? '') as Calendar;

/** Calls `callback` every minute and whenever the page becomes visible again, for as long as the page lives. */
export function everyMinute(callback: () => void): void {
  setInterval(callback, 60_000);
  document.addEventListener('visibilitychange', () => document.hidden || callback());
}
