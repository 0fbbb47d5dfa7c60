import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, overlap, PARITIES, type NumberRun } from '../../../src/domain/place/place.ts';

const end = fc.option(fc.integer({ min: 1, max: 40 }));
const run: fc.Arbitrary<NumberRun> = fc.record({ from: end, to: end, parity: fc.constantFrom(...PARITIES) });
/** Beyond every end that `run` makes, so that an open end is seen too. */
const NUMBERS = Array.from({ length: 60 }, (_, at) => at + 1);

describe('runs of numbers', () => {
  it('hold both their ends and one side of the road where they say so', () => {
    const even = { from: 656, to: 790, parity: '双' } as const;
    expect([655, 656, 657, 790, 792].filter((number) => covers(even, number))).toEqual([656, 790]);
  });

  it('with an open end go on', () => {
    expect(covers({ from: 93, to: null, parity: '全' }, 4000)).toBe(true);
    expect(covers({ from: null, to: 20, parity: '全' }, 21)).toBe(false);
  });

  it('overlap exactly where a number belongs to both', () => {
    fc.assert(
      fc.property(run, run, (a, b) => {
        expect(overlap(a, b)).toBe(NUMBERS.some((number) => covers(a, number) && covers(b, number)));
      }),
    );
  });
});
