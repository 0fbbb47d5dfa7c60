import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlapWith, RUN } from '../../../src/domain/policy/overlap.ts';

const ORIGINAL = '综合社工站依托社区社会组织服务中心设置，有条件的街镇可以独立设置。';

describe('the overlap with an original', () => {
  it('is nothing for the same said in other words, and set names alone make none', () => {
    expect(overlapWith('它多半借社区社会组织服务中心的地方。', ORIGINAL).share).toBe(0);
  });

  it('is the copied part, whatever the punctuation', () => {
    const { share, longest } = overlapWith(
      '一二三四五六七八九十，有条件的街镇，可以独立设置！',
      '有条件的街镇可以独立设置。',
    );
    expect(longest).toBe('有条件的街镇可以独立设置');
    expect(share).toBeCloseTo(12 / 22);
  });

  it('is whole for a copy and stays between 0 and 1', () => {
    expect(overlapWith(ORIGINAL, ORIGINAL).share).toBe(1);
    const han = fc.string({ unit: fc.constantFrom(...'综合社工站依托，。'), maxLength: 80 });
    fc.assert(
      fc.property(han, han, (text, original) => {
        const { share, longest } = overlapWith(text, original);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(longest === '' || longest.length >= RUN).toBe(true);
      }),
    );
  });
});
