import { describe, expect, it } from 'vitest';
import { dayKind, unarrangedYear, type Calendar } from '../../../src/domain/time/holidays.ts';

const calendar: Calendar = {
  from: '2026-01-01',
  to: '2026-12-31',
  holidays: ['2026-10-01', '2026-10-03'],
  workdays: ['2026-10-10'],
  foreseenTo: '2027-12-31',
  unsettled: [{ from: '2026-12-29', to: '2027-01-03', around: 7 }],
};

describe('a day', () => {
  it.each([
    ['2026-10-01', '节假日'],
    ['2026-10-03', '节假日'],
    ['2026-10-09', '工作日'],
    ['2026-10-10', '工作日'],
    ['2026-10-11', '休息日'],
    ['2025-12-31', '未知'],
    ['2026-12-30', '未知'],
    ['2027-01-01', '未知'],
    ['2027-01-04', '工作日'],
    ['2027-01-09', '未知'],
    ['2027-01-16', '休息日'],
    ['2028-01-04', '未知'],
  ])('%s is a %s', (date, kind) => expect(dayKind(calendar, date)).toBe(kind));

  it('stays the same day after the table went through JSON', () => {
    expect(dayKind(JSON.parse(JSON.stringify(calendar)) as Calendar, '2026-10-10')).toBe('工作日');
  });
});

it('a year that nobody has arranged is named from its first day on', () => {
  expect(unarrangedYear(calendar, '2026-12-31')).toBeNull();
  expect(unarrangedYear(calendar, '2027-01-01')).toBe(2027);
});
