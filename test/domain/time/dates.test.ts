import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  formatDate,
  formatMonth,
  shanghaiNow,
  weekday,
  WEEKDAY_NAMES,
} from '../../../src/domain/time/dates.ts';
import { isValidDate, parseIsoDate } from '../../../src/domain/time/validDate.ts';

const date = fc
  .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2150-12-31T00:00:00Z'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));

describe('a date', () => {
  it.each(['2026-02-30', '2026-13-01', '2026-00-10', '2026-2-3', '20260203', '2026-02-03 ', '2025-02-29', '', 'today'])(
    'is not %j',
    (text) => expect(parseIsoDate(text)).toBeNull(),
  );

  it.each(['2024-02-29', '2026-12-31', '0001-01-01'])('is %s', (text) => expect(isValidDate(text)).toBe(true));

  it('reads for people with its year, without leading zeros', () => {
    expect(formatDate('2026-11-23')).toBe('2026年11月23日');
    expect(formatDate('2026-01-05')).toBe('2026年1月5日');
    expect(formatMonth('2026-11-23')).toBe('2026年11月');
    expect(formatMonth('2026-01')).toBe('2026年1月');
  });

  it('knows its weekday', () => {
    expect(WEEKDAY_NAMES[weekday('2026-11-23')]).toBe('周一');
    expect(WEEKDAY_NAMES[weekday('2026-11-22')]).toBe('周日');
    expect(weekday('1949-10-01')).toBe(5);
  });

  it('comes back after going forth and back, and the days between are counted', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -20_000, max: 20_000 }), (from, days) => {
        const to = addDays(from, days);
        expect(isValidDate(to)).toBe(true);
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(to, -days)).toBe(from);
        expect(weekday(to)).toBe((((weekday(from) + days) % 7) + 7) % 7);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the clock in Shanghai', () => {
  it('is eight hours ahead, over midnight and over New Year', () => {
    expect(shanghaiNow(new Date('2026-11-23T01:05:59Z'))).toEqual({ date: '2026-11-23', minutes: 545 });
    expect(shanghaiNow(new Date('2026-11-23T16:00:00Z'))).toEqual({ date: '2026-11-24', minutes: 0 });
    expect(shanghaiNow(new Date('2026-12-31T15:59:00Z'))).toEqual({ date: '2026-12-31', minutes: 1439 });
    expect(shanghaiNow(new Date('2026-12-31T16:00:00Z'))).toEqual({ date: '2027-01-01', minutes: 0 });
  });

  it('agrees with Intl since summer time ended in 1991', () => {
    const clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const instants = fc.date({ min: new Date('1992-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (instant) => {
        const { date: day, minutes } = shanghaiNow(instant);
        const time = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
        expect(`${day} ${time}`).toBe(clock.format(instant));
      }),
      { numRuns: 500 },
    );
  });
});
