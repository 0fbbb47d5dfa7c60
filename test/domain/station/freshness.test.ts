import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/time/dates.ts';
import {
  ageText,
  freshnessAdvice,
  freshnessMark,
  freshnessOf,
  isStale,
} from '../../../src/domain/station/freshness.ts';

const today = '2026-11-23';

describe('freshness', () => {
  it.each([
    [0, '新', '核'],
    [180, '新', '核'],
    [181, '电', '电'],
    [365, '电', '电'],
    [366, '旧', '待'],
    [-1, '无', '待'],
  ])('%i days after the verification is %s, badge %s', (days, freshness, mark) => {
    expect(freshnessOf(addDays(today, -days), today)).toBe(freshness);
    expect(freshnessMark(freshnessOf(addDays(today, -days), today))).toBe(mark);
  });

  it('is 无 where nothing was verified or the date is no date', () => {
    expect(freshnessOf(null, today)).toBe('无');
    expect(freshnessOf('gestern', today)).toBe('无');
  });

  it('only gets worse with time', () => {
    fc.assert(
      fc.property(fc.nat(800), fc.nat(800), (age, more) => {
        const order = ['新', '电', '旧'];
        const verified = addDays(today, -age);
        const before = order.indexOf(freshnessOf(verified, today));
        expect(order.indexOf(freshnessOf(verified, addDays(today, more)))).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  it('says what to do, and how old it is', () => {
    expect(freshnessAdvice('新')).toBe('');
    expect(freshnessAdvice('电')).toBe('，去之前先打电话');
    expect(freshnessAdvice('旧')).toBe('，已经太久，先打热线问');
    expect((['新', '电', '旧', '无'] as const).filter(isStale)).toEqual(['旧', '无']);
    expect(ageText('2026-10-09', today)).toBe('距今45天');
    expect(ageText(today, today)).toBe('今天');
    expect(ageText('2026-12-01', today)).toBe('');
    expect(ageText(null, today)).toBe('');
  });
});
