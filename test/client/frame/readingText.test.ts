import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pieces } from '../../../src/client/frame/readingText.ts';

const spoken = (text: string) => text.replace(/[\s，-]/g, '');

describe('text that is read out', () => {
  it('spells telephone numbers, not years and house numbers', () => {
    expect(pieces('打021-0000-0048，有危险打110。2026年核实，示例路12号')).toEqual([
      '打0 2 1 ， 0 0 0 0 ， 0 0 4 8，有危险打1 1 0。2026年核实，示例路12号',
    ]);
    expect(pieces('1998年设立')).toEqual(['1998年设立']);
    expect(pieces('1024个站，150元，120号楼')).toEqual(['1024个站，150元，120号楼']);
    expect(pieces('021-6437 1234，12345')).toEqual(['0 2 1 ， 6 4 3 7 ， 1 2 3 4，1 2 3 4 5']);
  });

  it('is cut after sentences, none of which is lost', () => {
    const long = '第一句话说的是社工站在哪里怎么去什么时候开。'.repeat(20);
    expect(pieces(long).length).toBeGreaterThan(3);
    expect(pieces(long).join('')).toBe(long);
  });

  it('keeps every character, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('社', '工', '。', '；', '1', '2', '-', '年', ' ', '！') }),
        (text) => {
          const said = pieces(text).join('');
          // A mark without a sentence before it has nothing to say.
          expect(spoken(said).replace(/[。！？；]/g, '')).toBe(spoken(text).replace(/[。！？；]/g, ''));
        },
      ),
    );
  });
});
