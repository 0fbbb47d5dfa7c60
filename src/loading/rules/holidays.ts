import type { IsoDate } from '../../domain/time/dates.ts';
import { weekday } from '../../domain/time/dates.ts';
import { buildCalendar, daysWith } from '../adapters/holidays.ts';
import { at } from '../faults/cellFault.ts';
import { ruleFault, type Fault } from '../faults/fault.ts';
import type { ReadRow } from '../tables/readTable.ts';
import type { Tables } from '../tables/tables.ts';

const FILE = 'holidays.csv';

/** The State Council arranges a year's holidays at the end of the year before: from this day on the next year is due. */
const DUE_FROM = '-11-01';

const isKnown = (year: number, read: ReturnType<typeof daysWith>) =>
  buildCalendar(year, year, read).to >= `${year}-01-01`;

/** The years of which holidays.csv holds only a part, and that the package doesn't know either. */
function partFaults(rows: readonly ReadRow<'holidays'>[], read: ReturnType<typeof daysWith>): Fault[] {
  const first = Map.groupBy(rows, ({ value }) => Number(value.day.slice(0, 4)));
  return [...first].flatMap(([year, [one]]) =>
    one === undefined || isKnown(year, read)
      ? []
      : [at('holidays-part', 'holidays', one.row, 'day', one.value.day, `${year} 年没有同时写春节和国庆节`)],
  );
}

/** A weekday is worked anyway: such a row says something only where the package has a holiday on that day. */
function workFaults(rows: readonly ReadRow<'holidays'>[]): Fault[] {
  const own = daysWith([]);
  return rows.flatMap(({ row, value: { day, kind } }) =>
    kind === '班' && weekday(day) < 5 && own(day).work
      ? [at('holiday-work', 'holidays', row, 'day', day, '这一天是平日，本来就上班')]
      : [],
  );
}

/** What is wrong with holidays.csv, and which year's holidays are due on a day (docs/norms.md §8). */
export function holidayFaults({ holidays }: Tables, today: IsoDate): Fault[] {
  const read = daysWith(holidays.rows.map(({ value }) => value));
  const year = Number(today.slice(0, 4));
  const due = today >= `${year}${DUE_FROM}` ? [year, year + 1] : [year];
  return [
    ...partFaults(holidays.rows, read),
    ...workFaults(holidays.rows),
    ...due
      .filter((asked) => !isKnown(asked, read))
      .map((asked) => ruleFault('holidays-due', FILE, String(asked), `${asked} 年的放假安排还没有收录`)),
  ];
}
