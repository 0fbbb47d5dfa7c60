import { describe, expect, it } from 'vitest';
import { calendarExpired, dayKind, type Calendar } from '../../../src/domain/time/holidays.ts';

const calendar: Calendar = {
  from: '2026-01-01',
  to: '2026-12-31',
  holidays: ['2026-10-01', '2026-10-03'],
  workdays: ['2026-10-10'],
};

describe('a day', () => {
  it.each([
    ['2026-10-01', '节假日'],
    ['2026-10-03', '节假日'],
    ['2026-10-09', '工作日'],
    ['2026-10-10', '工作日'],
    ['2026-10-11', '休息日'],
    ['2025-12-31', '未知'],
    ['2027-01-01', '未知'],
  ])('%s is a %s', (date, kind) => expect(dayKind(calendar, date)).toBe(kind));

  it('stays the same day after the table went through JSON', () => {
    expect(dayKind(JSON.parse(JSON.stringify(calendar)) as Calendar, '2026-10-10')).toBe('工作日');
  });
});

it('the table expires after its last day, not before its first', () => {
  expect(calendarExpired(calendar, '2026-12-31')).toBe(false);
  expect(calendarExpired(calendar, '2027-01-01')).toBe(true);
  expect(calendarExpired(calendar, '2025-01-01')).toBe(false);
});
