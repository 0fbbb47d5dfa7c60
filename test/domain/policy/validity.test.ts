import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../../src/loading/adapters/holidays.ts';
import { validityOn } from '../../../src/domain/policy/validity.ts';
import { workdaysBetween } from '../../../src/domain/time/workdays.ts';

describe('the validity of a document on a day', () => {
  it.each([
    ['有效', null, '2026-11-23', '有效', 'none'],
    ['待核实', null, '2026-11-23', '待核实', 'none'],
    ['有效', '2029-03-31', '2026-11-23', '有效', 'running'],
    ['有效', '2027-02-21', '2026-11-23', '有效', 'ending'],
    ['有效', '2026-11-22', '2026-11-23', '已过有效期', 'over'],
    ['废止', '2026-11-22', '2026-11-23', '废止', 'over'],
  ] as const)('%s until %s is on %s: %s, %s', (validity, until, today, word, term) => {
    expect(validityOn(validity, until, today)).toEqual({ word, term });
  });
});

describe('working days', () => {
  const calendar = buildCalendar(2024, 2024);
  it.each([
    ['2024-03-08', '2024-03-08', 0],
    ['2024-03-08', '2024-03-11', 1],
    ['2024-03-08', '2024-03-14', 4],
    // 国庆节 to the 7th; Saturday the 12th is worked for it.
    ['2024-09-30', '2024-10-08', 1],
    ['2024-10-11', '2024-10-12', 1],
  ])('after %s up to %s: %i', (from, to, days) => {
    expect(workdaysBetween(calendar, from, to)).toBe(days);
  });
});
