import { dayKind, type Calendar } from './holidays.ts';
import { addDays, weekday, type IsoDate } from './dates.ts';

/** The number of working days after `from` up to and including `to`; outside the calendar Monday to Friday count. */
export function workdaysBetween(calendar: Calendar, from: IsoDate, to: IsoDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const kind = dayKind(calendar, day);
    if (kind === '工作日' || (kind === '未知' && weekday(day) < 5)) count += 1;
  }
  return count;
}
