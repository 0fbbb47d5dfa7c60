import days from 'chinese-days';
import type { Calendar } from '../../domain/time/holidays.ts';
import { addDays, weekday, type IsoDate } from '../../domain/time/dates.ts';

/** What is told of a day: whether it is worked, and the name of the holiday or else of the weekday. */
export type ReadDay = (date: IsoDate) => { readonly work: boolean; readonly name: string };

// A year's arrangement is published as a whole. New Year can be known from the year before (2022-12-31), so that
// only 国庆节 and 春节 together show that the table holds the year.
const SURE_SIGNS = [/春节/, /国庆节/];

function daysOf(year: number): IsoDate[] {
  const first = `${year}-01-01`;
  return Array.from({ length: 366 }, (_, at) => addDays(first, at)).filter((date) => date.startsWith(`${year}-`));
}

function isCovered(year: number, read: ReadDay): boolean {
  const names = daysOf(year).map((date) => read(date).name);
  return SURE_SIGNS.every((sign) => names.some((name) => sign.test(name)));
}

/** Asks the package of a day at noon on this machine's clock: a bare date would be midnight in Greenwich, and another day further west. */
const readDay: ReadDay = (date) => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return days.getDayDetail(new Date(year, month - 1, day, 12));
};

/**
 * The holiday table of the years, as far as the package knows them: `to` is the last day of the last covered year,
 * and of the year before `fromYear` where not even the first is covered, so that every day is 未知.
 */
export function buildCalendar(fromYear: number, toYear: number, read: ReadDay = readDay): Calendar {
  const years: number[] = [];
  for (let year = fromYear; year <= toYear && isCovered(year, read); year += 1) years.push(year);
  const all = years.flatMap(daysOf).map((date) => ({ date, weekend: weekday(date) > 4, ...read(date) }));
  return {
    from: `${fromYear}-01-01`,
    to: `${years.at(-1) ?? fromYear - 1}-12-31`,
    // An ordinary weekend day carries the name of its weekday; one inside a holiday carries the holiday's.
    holidays: all
      .filter(({ work, weekend, name }) => !work && (!weekend || /\p{Script=Han}/u.test(name)))
      .map(({ date }) => date),
    workdays: all.filter(({ work, weekend }) => work && weekend).map(({ date }) => date),
  };
}
