/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = string;

/** The names of the weekdays, Monday first. */
export const WEEKDAY_NAMES = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

const DAY = 86_400_000;
// China has had no summer time since 1991: a fixed offset is exact and much faster than Intl.
const SHANGHAI_OFFSET = 8 * 3_600_000;

const midnight = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`);

/** The date that many days later, earlier where negative; throws RangeError where the date does not exist. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(midnight(date) + days * DAY).toISOString().slice(0, 10);
}

/** The number of days from one date to another, negative where `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((midnight(to) - midnight(from)) / DAY);
}

/** The weekday of a date, from 0 for Monday to 6 for Sunday. */
export function weekday(date: IsoDate): number {
  return (new Date(midnight(date)).getUTCDay() + 6) % 7;
}

/** `2026-11-23` as 2026年11月23日; every shown date carries its year (docs/norms.md §14). */
export function formatDate(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** `2026-11-23` or `2026-11` as 2026年11月. */
export function formatMonth(date: string): string {
  const [year, month] = date.split('-').map(Number);
  return `${year}年${month}月`;
}

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `2026-11-23` as 23 November 2026, and `2026-11` as November 2026, for the English pages. */
export function englishDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  return [day === undefined ? '' : String(Number(day)), ENGLISH_MONTHS[Number(month) - 1] ?? '', year]
    .filter((part) => part !== '')
    .join(' ');
}

/** A date and the minutes since midnight, on the clock of the city. */
export interface LocalTime {
  readonly date: IsoDate;
  readonly minutes: number;
}

/** Date and time in Shanghai at an instant. */
export function shanghaiNow(instant: Date): LocalTime {
  const local = new Date(instant.getTime() + SHANGHAI_OFFSET);
  return { date: local.toISOString().slice(0, 10), minutes: local.getUTCHours() * 60 + local.getUTCMinutes() };
}

/**
 * The day that decides what is published and how old it is: `SITE_TODAY` of the environment, else today in China
 * whatever the time zone of the machine.
 */
export function publicationDay(env: Readonly<Record<string, string | undefined>>, now = new Date()): IsoDate {
  return env['SITE_TODAY'] ?? shanghaiNow(now).date;
}
