import { weekday, type IsoDate } from './dates.ts';

/** The public holidays and 调休 from `from` to `to`. It is plain JSON, because pages carry it for the browser. */
export interface Calendar {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** All days of public holidays, including the weekend days among them. */
  readonly holidays: readonly IsoDate[];
  /** Weekend days that are working days (调休). */
  readonly workdays: readonly IsoDate[];
}

/** The kinds of days; 未知 is a day outside the calendar. */
export type DayKind = '工作日' | '休息日' | '节假日' | '未知';

/** The kind of a day in the calendar of the State Council. */
export function dayKind(calendar: Calendar, date: IsoDate): DayKind {
  if (date < calendar.from || date > calendar.to) return '未知';
  if (calendar.holidays.includes(date)) return '节假日';
  if (weekday(date) < 5 || calendar.workdays.includes(date)) return '工作日';
  return '休息日';
}

/** Whether the calendar ends before the day, so that the page must say that its holidays are out of date. */
export function calendarExpired(calendar: Calendar, date: IsoDate): boolean {
  return date > calendar.to;
}

/** A row of holidays.csv: a day of the State Council's yearly notice, 休 (a holiday) or 班 (a weekend day that is worked). */
export interface HolidayRow {
  readonly day: IsoDate;
  readonly kind: '休' | '班';
  readonly name: string;
  readonly source: string;
}
