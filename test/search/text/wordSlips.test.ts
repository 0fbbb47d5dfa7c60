import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Readings } from '../../../src/search/text/readings.ts';
import { WordSlips } from '../../../src/search/text/wordSlips.ts';
import { commonReadings } from '../../../src/search/pack/readings.ts';

const words = ['借读', '邻里', '吵架', '戒毒所', '低保', '家暴', '申请低保', '补贴', '戒毒', '孩子不上学', '社区矫正'];
const slips = new WordSlips(new Readings(commonReadings, ''));
for (const word of words) slips.add(word);

describe('a wrong character of the right sound', () => {
  it.each([
    ['地保', '低保'],
    ['家报', '家暴'],
    ['补帖多少钱', '补贴多少钱'],
    ['孩子不上雪', '孩子不上学'],
    ['借毒', '戒毒'],
    ['戒读', '戒毒'],
    ['零里吵架', '邻里吵架'],
  ])('in %s makes %s', (written, meant) => {
    expect(slips.mended(written)).toBe(meant);
  });

  it('is not seen in words that are right', () => {
    for (const word of words) expect(slips.mended(word)).toBe(word);
  });

  it('is not seen where no word of that sound is known', () => {
    for (const text of ['徐家汇', '', 'abc', '😀', '\ud800低']) expect(slips.mended(text)).toBe(text);
  });

  it('never changes the length of a text, nor a text twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        const once = slips.mended(text);
        expect([...once]).toHaveLength([...text].length);
        expect(slips.mended(once)).toBe(once);
      }),
    );
  });
});
