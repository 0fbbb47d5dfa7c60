import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedLines, difference } from '../../../src/loading/inbox/write/difference.ts';

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));

describe('the difference of two texts', () => {
  it('holds both texts whole, and calls nothing changed that is the same', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = difference(before, after);
        const without = (sign: string) => lines.filter((line) => line.sign !== sign).map((line) => line.text);
        expect(without('+').join('\n')).toBe(before);
        expect(without('-').join('\n')).toBe(after);
        expect(lines.some(({ sign }) => sign !== ' ')).toBe(before !== after);
      }),
    );
  });

  it('is shown with one line around each change', () => {
    expect(changedLines(difference('1\n2\n3\n4\n5\n6', '1\n2\n3\n4\n五\n6'))).toEqual(['  4', '- 5', '+ 五', '  6']);
  });
});
