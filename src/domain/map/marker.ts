import type { StationType } from '../station/station.ts';

const SHAPES = { 综合: 'm-general', 专项: 'm-special', 居村: 'm-village' } as const;

/**
 * The id of the SVG symbol for a marker: square, circle or house, for an approximate place without a tip
 * (docs/norms.md §14).
 */
export function shapeOf(type: StationType, exact: boolean): string {
  return exact ? SHAPES[type] : `${SHAPES[type]}-approx`;
}

/** How exact a place is, in words for a screen reader. */
export function exactnessWords(exact: boolean): string {
  return exact ? '位置准确' : '约略位置';
}
