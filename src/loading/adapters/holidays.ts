import days from 'chinese-days';
import type { Calendar } from '../../domain/time/holidays.ts';
import { addDays, weekday, type IsoDate } from '../../domain/time/dates.ts';

/** Looks up one day: whether people work on it, and the name of its holiday or, on an ordinary day, of its weekday. */
export type ReadDay = (date: IsoDate) => { readonly work: boolean; readonly name: string };

// The State Council publishes the holidays of a year all at once, but the New Year break can begin in the year before
// (2022-12-31). Only a table that holds both 春节 and 国庆节 therefore holds the whole year.
const SURE_SIGNS = [/春节/, /国庆节/];

function daysOf(year: number): IsoDate[] {
  const first = `${year}-01-01`;
  return Array.from({ length: 366 }, (_, at) => addDays(first, at)).filter((date) => date.startsWith(`${year}-`));
}

function isCovered(year: number, read: ReadDay): boolean {
  const names = daysOf(year).map((date) => read(date).name);
  return SURE_SIGNS.every((sign) => names.some((name) => sign.test(name)));
}

/**
 * Asks the package for a day. Noon in local time is passed: a bare date means midnight UTC, which is the day before in
 * zones west of it.
 */
const readDay: ReadDay = (date) => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return days.getDayDetail(new Date(year, month - 1, day, 12));
};

/**
 * The holidays and 调休 workdays from `fromYear` up to the last year in a row that the package knows, at most `toYear`.
 * Where it doesn't know `fromYear` either, `to` lies before `from`, so that every day counts as 未知.
 */
export function buildCalendar(fromYear: number, toYear: number, read: ReadDay = readDay): Calendar {
  const years: number[] = [];
  for (let year = fromYear; year <= toYear && isCovered(year, read); year += 1) years.push(year);
  const all = years.flatMap(daysOf).map((date) => ({ date, weekend: weekday(date) > 4, ...read(date) }));
  return {
    from: `${fromYear}-01-01`,
    to: `${years.at(-1) ?? fromYear - 1}-12-31`,
    // The package names an ordinary Saturday "Saturday" and one inside a holiday in Chinese: only the latter is listed.
    holidays: all
      .filter(({ work, weekend, name }) => !work && (!weekend || /\p{Script=Han}/u.test(name)))
      .map(({ date }) => date),
    workdays: all.filter(({ work, weekend }) => work && weekend).map(({ date }) => date),
  };
}
