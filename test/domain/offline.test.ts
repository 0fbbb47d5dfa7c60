import { describe, expect, it } from 'vitest';
import { keptParts, notKept, placesKept } from '../../src/domain/site/offline.ts';

describe('the files of places in browsers', () => {
  it('are kept where all of them are light, and never in part', () => {
    expect(placesKept([])).toBe('没有');
    expect(placesKept([100 * 1024, 100 * 1024])).toBe('存');
    expect(placesKept([100 * 1024, 100 * 1024, 1])).toBe('不存');
  });

  it('are promised only where they are kept, and called missing only where there are some', () => {
    const words = (places: Parameters<typeof keptParts>[0]) =>
      keptParts(places)
        .map(({ what }) => what)
        .join('');
    expect([words('存'), words('不存'), words('没有')].map((text) => text.includes('门牌'))).toEqual([
      true,
      false,
      false,
    ]);
    expect((['存', '不存', '没有'] as const).map((places) => notKept(places).includes('门牌'))).toEqual([
      false,
      true,
      false,
    ]);
  });
});
