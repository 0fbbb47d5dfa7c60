import * as Plot from '@observablehq/plot';
import { describe, expect, it } from 'vitest';
import { draw } from '../../src/charts/plot.ts';

const { content } = draw({
  width: 100,
  height: 70,
  axis: null,
  marks: [
    Plot.dot([1, 2, 3], { x: (value: number) => value / 7, y: (value: number) => value / 3, r: 2 }),
    Plot.text(['覆盖 99.75%', '121.4737 度'], { x: (_, at) => at / 3, text: String }),
  ],
});

describe('a chart', () => {
  it('keeps the decimals of its labels', () => {
    expect(content).toContain('>覆盖 99.75%</text>');
    expect(content).toContain('>121.4737 度</text>');
  });

  it('cuts the numbers of places to a tenth', () => {
    const attributes = [...content.matchAll(/=["'](?<value>[^"']*)["']/gu)].map(
      ({ groups }) => groups?.['value'] ?? '',
    );
    expect(attributes.some((value) => /\d\.\d/u.test(value))).toBe(true);
    expect(attributes.filter((value) => /\d\.\d{2}/u.test(value))).toEqual([]);
  });
});
