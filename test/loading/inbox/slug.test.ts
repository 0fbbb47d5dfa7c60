import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeSlug, slugOf } from '../../../src/loading/inbox/write/slug.ts';

describe('the address of a case', () => {
  it.each([
    ['桥下的读书角', 'qiao-xia-de-du-shu-jiao-2026'],
    ['80岁，重新开门', '80-sui-chong-xin-kai-men-2026'],
    ['“绿”色的Wi-Fi！', 'lv-se-de-wi-fi-2026'],
    ['？！', 'case-2026'],
  ])('%s → %s', (title, slug) => expect(slugOf(title, '2026')).toBe(slug));

  it('is one for every title, and not too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const slug = slugOf(title, '2026');
        expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
        expect(slug.length).toBeLessThan(70);
        expect(slugOf(title, '2026')).toBe(slug);
      }),
    );
  });

  it('takes the first number that is free', () => {
    expect(freeSlug('a', () => false)).toBe('a');
    expect(freeSlug('a', (slug) => ['a', 'a-2'].includes(slug))).toBe('a-3');
  });
});
