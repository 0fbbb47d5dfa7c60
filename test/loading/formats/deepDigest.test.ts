import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepDigest } from '../../../src/loading/formats/deepDigest.ts';

/** Any plain values, with maps, sets and addresses in them. */
const values = fc.object({
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  values: [
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.webUrl().map((url) => new URL(url)),
  ],
});

describe('deepDigest', () => {
  it('is the same for values with the same content, wherever they were made', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(deepDigest(structuredCopy(value) as object)).toBe(deepDigest(value));
      }),
    );
  });

  it('differs where any part differs', () => {
    const digests = [
      {},
      [],
      new Map(),
      new Set(),
      { a: 1 },
      { a: '1' },
      { a: [1] },
      { a: { 0: 1 } },
      { a: null },
      { a: undefined },
      { a: 'undefined' },
      { b: 1 },
      { a: 1, b: 1 },
      { a: 0 },
      { a: -0 },
      { a: 'x'.repeat(50) },
      { a: 'x'.repeat(51) },
      { a: `${'x'.repeat(50)}","b":1` },
      [['a'], 'b'],
      [['a', 'b']],
      new Map([['a', 1]]),
      new Set(['a']),
      new URL('https://a.example/'),
      ['https://a.example/'],
      new Date(0),
    ].map(deepDigest);
    expect(new Set(digests).size).toBe(digests.length);
  });

  it('differs for any two values that are not alike', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(deepDigest([one]) === deepDigest([other])).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  it('refuses what it cannot read', () => {
    expect(() => deepDigest({ read: () => 1 })).toThrow(TypeError);
    expect(() => deepDigest({ list: [/a pattern/u] })).toThrow(TypeError);
  });
});

/** A copy that shares no object with the value; addresses too. */
function structuredCopy(value: unknown): unknown {
  if (value instanceof URL) return new URL(value.href);
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [structuredCopy(key), structuredCopy(one)]));
  if (value instanceof Set) return new Set([...value].map(structuredCopy));
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, structuredCopy(one)]));
  return value;
}
