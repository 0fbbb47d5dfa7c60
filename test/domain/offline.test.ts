import { describe, expect, it } from 'vitest';
import { keptParts, notKept, placesKept, type PlacesKept } from '../../src/domain/site/offline.ts';

describe('the files of places in browsers', () => {
  it('are kept where all of them are light, and never in part', () => {
    expect(placesKept([], false)).toBe('没有');
    expect(placesKept([100 * 1024, 100 * 1024], false)).toBe('存');
    expect(placesKept([100 * 1024, 100 * 1024, 1], false)).toBe('不存');
    expect(placesKept([1], true)).toBe('分区');
  });

  it('are promised only where they are kept, and called missing only where there are some', () => {
    const words = (places: PlacesKept, paged = false) =>
      keptParts({ places, paged })
        .map(({ what }) => what)
        .join('');
    const all = ['存', '不存', '没有', '分区'] as const;
    expect(all.map((places) => words(places).includes('门牌'))).toEqual([true, false, false, false]);
    expect(all.map((places) => notKept({ places, paged: false }).includes('门牌'))).toEqual([false, true, false, true]);
    expect(all.map((places) => words(places).includes('居委会'))).toEqual([true, true, true, false]);
    expect([false, true].map((paged) => words('存', paged).includes('可以筛选'))).toEqual([true, false]);
    expect([false, true].map((paged) => notKept({ places: '存', paged }).includes('筛选'))).toEqual([false, true]);
  });
});
