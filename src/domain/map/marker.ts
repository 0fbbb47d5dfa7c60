import type { StationType } from '../station/station.ts';

const SHAPES = { 综合: 'm-general', 专项: 'm-special', 居村: 'm-village' } as const;

/** The id of the marker shape: square, circle or house; an approximate place has no tip (docs/norms.md §14). */
export function shapeOf(type: StationType, exact: boolean): string {
  return exact ? SHAPES[type] : `${SHAPES[type]}-approx`;
}

/** What a screen reader is told about a place. */
export function exactnessWords(exact: boolean): string {
  return exact ? '位置准确' : '约略位置';
}
