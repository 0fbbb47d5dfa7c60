import { addDays, weekday, type IsoDate } from './dates.ts';

/**
 * Days on which a holiday may fall that nobody has arranged yet, both ends included. `around` is how many days before
 * and after them a weekend day may be worked for it.
 */
export interface Unsettled {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly around: number;
}

/**
 * The public holidays and 调休 from `from` to `to`, and what can be said of the days after it. It is plain JSON, because
 * pages carry it for the browser.
 */
export interface Calendar {
  readonly from: IsoDate;
  /** The last day of the last year whose holidays the State Council has arranged, as far as the site knows. */
  readonly to: IsoDate;
  /** All days of public holidays, including the weekend days among them. */
  readonly holidays: readonly IsoDate[];
  /** Weekend days that are working days (调休). */
  readonly workdays: readonly IsoDate[];
  /** Up to this day the days after `to` follow their weekday, but for those of `unsettled`. */
  readonly foreseenTo: IsoDate;
  readonly unsettled: readonly Unsettled[];
}

/** The kinds of days; 未知 is a day outside the calendar, or one near a holiday that nobody has arranged yet. */
export type DayKind = '工作日' | '休息日' | '节假日' | '未知';

/** A row of holidays.csv: a day of the State Council's yearly notice, 休 (off) or 班 (worked). */
export interface HolidayRow {
  readonly day: IsoDate;
  readonly kind: '休' | '班';
  readonly name: string;
  readonly source: string;
}

function isUnsettled({ unsettled }: Calendar, date: IsoDate, isWeekend: boolean): boolean {
  return unsettled.some(({ from, to, around }) => {
    const margin = isWeekend ? around : 0;
    return addDays(from, -margin) <= date && date <= addDays(to, margin);
  });
}

const known = new WeakMap<Calendar, Map<IsoDate, DayKind>>();

/** The kind of a day in the calendar of the State Council; a list of stations asks for the same few days of each. */
export function dayKind(calendar: Calendar, date: IsoDate): DayKind {
  let kinds = known.get(calendar);
  if (kinds === undefined) known.set(calendar, (kinds = new Map()));
  let kind = kinds.get(date);
  if (kind === undefined) kinds.set(date, (kind = findKind(calendar, date)));
  return kind;
}

function findKind(calendar: Calendar, date: IsoDate): DayKind {
  if (date < calendar.from || date > calendar.foreseenTo) return '未知';
  if (calendar.holidays.includes(date)) return '节假日';
  if (calendar.workdays.includes(date)) return '工作日';
  const isWeekend = weekday(date) > 4;
  if (isUnsettled(calendar, date, isWeekend)) return '未知';
  return isWeekend ? '休息日' : '工作日';
}

/** The year of a day whose holidays nobody has arranged yet, as far as the calendar knows; else null. */
export function unarrangedYear({ to }: Calendar, date: IsoDate): number | null {
  return date > to ? Number(date.slice(0, 4)) : null;
}
