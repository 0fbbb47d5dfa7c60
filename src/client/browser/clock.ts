import type { Calendar } from '../../domain/time/holidays.ts';
import { shanghaiNow, type IsoDate } from '../../domain/time/dates.ts';
import { freshnessOf, type Freshness } from '../../domain/station/freshness.ts';

/** Now in the city, by the reader's clock. */
export function now(): { date: IsoDate; minutes: number } {
  return shanghaiNow(new Date());
}

/** The day that ages are counted from: today, or the as-at date of a sample, so that a demo doesn't grow old. */
export function referenceDate(): IsoDate {
  return document.documentElement.dataset['asAt'] ?? now().date;
}

/** Freshness of a `data-verified` attribute, today. */
export function freshness(verified: string | undefined): Freshness {
  return freshnessOf(verified ?? null, referenceDate());
}

/** The holiday table of the page. */
export function calendar(): Calendar {
  const table = document.getElementById('calendar');
  if (table === null) throw new Error('这一页有 <open-state>，但没有 <script id="calendar">');
  return JSON.parse(table.textContent ?? '') as Calendar;
}

/** Calls back each minute, and when the page is looked at again, until the signal ends it. */
export function everyMinute(callback: () => void, signal: AbortSignal): void {
  const timer = setInterval(callback, 60_000);
  signal.addEventListener('abort', () => clearInterval(timer));
  document.addEventListener('visibilitychange', () => document.hidden || callback(), { signal });
}
