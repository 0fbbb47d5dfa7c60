import { describe, expect, it } from 'vitest';
import { CRISIS_ORDER } from '../../../src/domain/service/hotline.ts';
import { input, lookupOf } from '../lookups.ts';

const lookup = lookupOf(input);
const numbersOf = (query: string) => lookup.answer(query).crisis.map(({ number }) => number);
const rank = (number: string) => {
  const at = (CRISIS_ORDER as readonly string[]).indexOf(number);
  return at < 0 ? CRISIS_ORDER.length : at;
};

describe('an answer about danger', () => {
  const urgent = input.dataset.needs.filter(({ crisis }) => crisis.length > 0);

  it('shows the emergency numbers, life first, for every word of needs.csv that has some', () => {
    const wrong = urgent.filter(({ word }) => {
      const numbers = numbersOf(word);
      const ranks = numbers.map(rank);
      return (
        (ranks[0] ?? CRISIS_ORDER.length) >= CRISIS_ORDER.length || ranks.some((at, i) => at < (ranks[i - 1] ?? 0))
      );
    });
    expect(urgent.length).toBeGreaterThan(200);
    expect(wrong.map(({ word }) => word)).toEqual([]);
  });

  it.each([
    '未保',
    '未成年人保护',
    '孩子被打',
    '孩子没人管',
    '家暴',
    '妇女被打',
    '老公打我',
    '虐待老人',
    '想自杀',
    '不想活了',
  ])('“%s” begins with 110 or 120', (query) => {
    expect(['110', '120']).toContain(numbersOf(query)[0]);
  });

  it('never sends somebody in danger to the city hotline', () => {
    expect(urgent.filter(({ crisis }) => crisis.includes(input.dataset.site.cityHotline))).toEqual([]);
  });
});
