import days from 'chinese-days';
import { memoize } from '../../domain/dataset/memoize.ts';
import type { Calendar, HolidayRow, Unsettled } from '../../domain/time/holidays.ts';
import { addDays, weekday, type IsoDate } from '../../domain/time/dates.ts';

/** Looks up one day: whether people work on it, and the name of its holiday or, on an ordinary day, of its weekday. */
export type ReadDay = (date: IsoDate) => { readonly work: boolean; readonly name: string };

// The State Council publishes the holidays of a year all at once, but the New Year break can begin in the year before
// (2022-12-31). Only a table that holds both 春节 and 国庆节 therefore holds the whole year.
const SURE_SIGNS = [/春节/, /国庆节/];

const daysOf = memoize((year: number): readonly IsoDate[] => {
  const first = `${year}-01-01`;
  return Array.from({ length: 366 }, (_, at) => addDays(first, at)).filter((date) => date.startsWith(`${year}-`));
});

function isCovered(year: number, read: ReadDay): boolean {
  const names = daysOf(year).map((date) => read(date).name);
  return SURE_SIGNS.every((sign) => names.some((name) => sign.test(name)));
}

/**
 * Asks the package for a day. Noon in local time is passed: a bare date means midnight UTC, which is the day before in
 * zones west of it.
 */
const readPackageDay: ReadDay = memoize((date: IsoDate) => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return days.getDayDetail(new Date(year, month - 1, day, 12));
});

/** Days as the package knows them, completed and corrected by the rows of holidays.csv. */
export function daysWith(rows: readonly HolidayRow[], read: ReadDay = readPackageDay): ReadDay {
  const own = new Map(rows.map((row) => [row.day, row]));
  return (date) => {
    const row = own.get(date);
    return row === undefined ? read(date) : { work: row.kind === '班', name: row.name };
  };
}

/** The day of a date of the lunar calendar (month and day) in the lunar year that begins in `year`. */
const lunar = (year: number, month: number, day: number): IsoDate =>
  days.getSolarDateFromLunar(`${year}-${month}-${day}`).date;

/**
 * The statutory holidays of a year (全国年节及纪念日放假办法) and how far their days off have ever reached, counted from the
 * day named: for the years 2014 to 2026 no day off and no 调休 lies outside (a test holds that).
 */
const FESTIVALS: readonly (readonly [day: (year: number) => IsoDate, before: number, after: number, around: number])[] =
  [
    [(year) => `${year}-01-01`, 3, 2, 7],
    [(year) => lunar(year, 1, 1), 3, 8, 14],
    [(year) => days.getSolarTermDate(year, 4, 'pure_brightness'), 3, 3, 7],
    [(year) => `${year}-05-01`, 3, 5, 14],
    [(year) => lunar(year, 5, 5), 3, 3, 7],
    [(year) => lunar(year, 8, 15), 3, 3, 7],
    [(year) => `${year}-10-01`, 3, 7, 14],
  ];

/** When the holidays of a year may fall, as long as nobody has arranged them. */
export const unsettledOf = (year: number): Unsettled[] =>
  FESTIVALS.map(([day, before, after, around]) => ({
    from: addDays(day(year), -before),
    to: addDays(day(year), after),
    around,
  }));

/**
 * The holidays and 调休 workdays from `fromYear` up to the last year in a row that is known, at most `toYear`, and when
 * those of the years after it may fall. Where not even `fromYear` is known, `to` lies before `from`.
 */
export function buildCalendar(fromYear: number, toYear: number, read: ReadDay = readPackageDay): Calendar {
  // One year more is asked for: the New Year break of the year after the last may begin in the last.
  const years = Array.from({ length: toYear - fromYear + 2 }, (_, at) => fromYear + at);
  const firstUnknown = years.find((year) => !isCovered(year, read)) ?? toYear + 2;
  const known = years.filter((year) => year < firstUnknown && year <= toYear);
  const all = known.flatMap(daysOf).map((date) => ({ date, weekend: weekday(date) > 4, ...read(date) }));
  return {
    from: `${fromYear}-01-01`,
    to: `${known.at(-1) ?? fromYear - 1}-12-31`,
    // The package names an ordinary Saturday "Saturday" and one inside a holiday in Chinese: only the latter is listed.
    holidays: all
      .filter(({ work, weekend, name }) => !work && (!weekend || /\p{Script=Han}/u.test(name)))
      .map(({ date }) => date),
    workdays: all.filter(({ work, weekend }) => work && weekend).map(({ date }) => date),
    foreseenTo: `${toYear}-12-31`,
    unsettled: years
      .filter((year) => year >= firstUnknown)
      .flatMap(unsettledOf)
      .filter(({ from }) => from <= `${toYear}-12-31`),
  };
}
