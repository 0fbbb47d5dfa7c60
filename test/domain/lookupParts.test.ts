import { describe, expect, it } from 'vitest';
import { isInParts, isPartsNumber, partsEnv, wantsParts } from '../../src/domain/site/lookupParts.ts';

describe('the lookup of a build', () => {
  it('is in parts above 10,000 stations, or above the number that is set', () => {
    expect([10_000, 10_001].map((stations) => wantsParts(stations, {}))).toEqual([false, true]);
    expect([10, 11].map((stations) => wantsParts(stations, { LOOKUP_PARTS_ABOVE: '10' }))).toEqual([false, true]);
    expect([true, false].map((inParts) => isInParts(partsEnv(inParts)))).toEqual([true, false]);
  });

  it('takes a number alone', () => {
    const numbers = [{}, { LOOKUP_PARTS_ABOVE: '0' }, { LOOKUP_PARTS_ABOVE: '一万' }, { LOOKUP_PARTS_ABOVE: '' }];
    expect(numbers.map(isPartsNumber)).toEqual([true, true, false, false]);
  });
});
