import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writeExtent } from '../../../src/domain/place/extent.ts';
import { readExtent } from '../../../src/domain/tidy/extent/grammar.ts';

const chapter = readFileSync(fileURLToPath(new URL('../../../content/help/26-places.mdx', import.meta.url)), 'utf8');

/** The rows of the table below a heading of the chapter. */
function tableBelow(heading: string): readonly (readonly [string, string])[] {
  const section = chapter.split(/^## /mu).find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\| (.+?) \| (.+?) \|$/gmu)]
    .map(([, cell = '', meaning = '']) => [cell, meaning] as const)
    .slice(1);
}

const read = tableBelow('怎么写，怎么读');
const refused = tableBelow('不读的');

describe('the chapter on 管辖范围', () => {
  it('shows writings enough', () => {
    expect([read.length > 8, refused.length > 8]).toEqual([true, true]);
  });

  it.each(read)('is right in how “%s” is read', (cell, meaning) => {
    const { extents, remarks } = readExtent(cell);
    expect(extents.map(writeExtent).join('、')).toBe(meaning);
    expect(remarks).toEqual([]);
  });

  it.each(refused)('is right in that “%s” is not read', (cell) => {
    const { extents, remarks } = readExtent(cell);
    expect(extents).toEqual([]);
    expect(remarks).not.toEqual([]);
  });
});
