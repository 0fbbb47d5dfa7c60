import { afterEach, describe, expect, it } from 'vitest';
import { dayKind, type HolidayRow } from '../../../src/domain/time/holidays.ts';
import { addDays, publicationDay, weekday } from '../../../src/domain/time/dates.ts';
import { buildCalendar, daysWith, unsettledOf, type ReadDay } from '../../../src/loading/adapters/holidays.ts';

describe('the holiday table out of chinese-days', () => {
  const calendar = buildCalendar(2025, 2026);

  it('holds the holidays of the State Council, weekends inside them included', () => {
    expect(calendar.from).toBe('2025-01-01');
    expect(calendar.to).toBe('2026-12-31');
    expect(dayKind(calendar, '2026-10-01')).toBe('节假日');
    expect(dayKind(calendar, '2026-10-03')).toBe('节假日');
    expect(dayKind(calendar, '2026-02-23')).toBe('节假日');
    expect(dayKind(calendar, '2026-10-10')).toBe('工作日');
    expect(dayKind(calendar, '2026-10-11')).toBe('休息日');
    expect(calendar.workdays.every((date) => weekday(date) > 4)).toBe(true);
  });

  it('ends with the last year that the package knows, however far it is asked for', () => {
    const long = buildCalendar(2025, 2060);
    expect(long.to >= '2026-12-31').toBe(true);
    expect(long.to < '2060-01-01').toBe(true);
    expect(long.holidays.some((date) => date.startsWith(long.to.slice(0, 4)))).toBe(true);
  });

  it('is empty where not even the first year is known, and leaves the days around each holiday 未知', () => {
    const none = buildCalendar(2058, 2060);
    expect(none).toMatchObject({ from: '2058-01-01', to: '2057-12-31', holidays: [], workdays: [] });
    expect(dayKind(none, '2058-05-01')).toBe('未知');
    expect(dayKind(none, '2058-07-09')).toBe('工作日');
    expect(dayKind(none, '2061-07-08')).toBe('未知');
  });

  it('does not take a New Year that was known early for a whole year', () => {
    const read: ReadDay = (date) =>
      date === '2031-01-01' ? { work: false, name: "New Year's Day,元旦,1" } : { work: true, name: 'Monday' };
    expect(buildCalendar(2031, 2031, read).to).toBe('2030-12-31');
  });
});

describe('holidays that nobody has arranged yet', () => {
  it('lie where the State Council has ever put their days off and 调休, of every year from 2014 to 2026', () => {
    for (let year = 2014; year <= 2026; year += 1) {
      const { holidays, workdays } = buildCalendar(year, year);
      // The parade of 2015-09-03 was no statutory holiday.
      const own = (date: string) => !(year === 2015 && date.startsWith('2015-09-0'));
      const spans = [...unsettledOf(year), ...unsettledOf(year + 1)];
      const missed = (dates: readonly string[], more: boolean) =>
        dates.filter(own).filter(
          (date) =>
            !spans.some(({ from, to, around }) => {
              const margin = more ? around : 0;
              return addDays(from, -margin) <= date && date <= addDays(to, margin);
            }),
        );
      expect(missed(holidays, false)).toEqual([]);
      expect(missed(workdays, true)).toEqual([]);
    }
  });

  it('leave more than four fifths of the working days of a year as they are', () => {
    for (const year of [2058, 2059, 2060]) {
      const calendar = buildCalendar(year, year);
      const days = Array.from({ length: 365 }, (_, at) => addDays(`${year}-01-01`, at)).filter(
        (day) => weekday(day) < 5,
      );
      const settled = days.filter((day) => dayKind(calendar, day) === '工作日');
      expect(settled.length / days.length).toBeGreaterThan(0.8);
    }
  });
});

describe('the rows of holidays.csv', () => {
  const row = (day: string, kind: '休' | '班', name: string): HolidayRow => ({ day, kind, name, source: '测试' });
  const arranged = [
    row('2027-01-01', '休', '元旦'),
    row('2027-02-08', '休', '春节'),
    row('2027-10-01', '休', '国庆节'),
  ];

  it('complete a year that the package does not know', () => {
    const read = daysWith([...arranged, row('2027-02-20', '班', '春节')]);
    const calendar = buildCalendar(2027, 2028, read);
    expect(calendar.to >= '2027-12-31').toBe(true);
    expect(dayKind(calendar, '2027-02-08')).toBe('节假日');
    expect(dayKind(calendar, '2027-02-20')).toBe('工作日');
  });

  it('correct the package', () => {
    const calendar = buildCalendar(
      2026,
      2026,
      daysWith([row('2026-06-22', '休', '端午节'), row('2026-10-10', '休', '更正')]),
    );
    expect(dayKind(calendar, '2026-06-22')).toBe('节假日');
    expect(dayKind(calendar, '2026-10-10')).toBe('节假日');
  });

  it('do not make a year known that they hold only the beginning of', () => {
    const unknown: ReadDay = (date) => ({ work: weekday(date) < 5, name: 'day' });
    expect(buildCalendar(2027, 2028, daysWith(arranged.slice(0, 2), unknown)).to).toBe('2026-12-31');
    expect(buildCalendar(2027, 2028, daysWith(arranged, unknown)).to).toBe('2027-12-31');
  });
});

describe('the zone that a machine is set to', () => {
  const own = process.env['TZ'];
  afterEach(() => {
    if (own === undefined) delete process.env['TZ'];
    else process.env['TZ'] = own;
  });

  it.each(['America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati', 'UTC'])('%s changes no holiday', (zone) => {
    process.env['TZ'] = zone;
    const { holidays, workdays } = buildCalendar(2026, 2026);
    expect(new Date(2026, 0, 1).getTimezoneOffset() === 0).toBe(zone === 'UTC');
    expect(holidays.slice(0, 4)).toEqual(['2026-01-01', '2026-01-02', '2026-01-03', '2026-02-15']);
    expect(holidays.filter((date) => date.startsWith('2026-10'))).toEqual(
      Array.from({ length: 7 }, (_, at) => `2026-10-0${at + 1}`),
    );
    expect(workdays).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
  });

  it.each(['America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati'])('%s changes no day of publication', (zone) => {
    process.env['TZ'] = zone;
    expect(publicationDay({}, new Date('2026-11-22T16:30:00Z'))).toBe('2026-11-23');
    expect(publicationDay({}, new Date('2026-11-22T15:59:59Z'))).toBe('2026-11-22');
    expect(publicationDay({ SITE_TODAY: '2026-01-01' })).toBe('2026-01-01');
  });
});
