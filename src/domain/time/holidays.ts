import { weekday, type IsoDate } from './dates.ts';

/** Public holidays and 调休 of the days `from`–`to`; plain JSON, since the page hands it to the browser. */
export interface Calendar {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Every day of a public holiday, the weekend days inside it included. */
  readonly holidays: readonly IsoDate[];
  /** Weekend days that are worked (调休). */
  readonly workdays: readonly IsoDate[];
}

/** 未知: the table doesn't reach that day, so nobody can tell. */
export type DayKind = '工作日' | '休息日' | '节假日' | '未知';

/** What a day is by the State Council's arrangement, as far as the table reaches. */
export function dayKind(calendar: Calendar, date: IsoDate): DayKind {
  if (date < calendar.from || date > calendar.to) return '未知';
  if (calendar.holidays.includes(date)) return '节假日';
  if (weekday(date) < 5 || calendar.workdays.includes(date)) return '工作日';
  return '休息日';
}

/** Whether the table ends before the day, so that the page must say its holidays are out of date. */
export function calendarExpired(calendar: Calendar, date: IsoDate): boolean {
  return date > calendar.to;
}
