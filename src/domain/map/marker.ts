import type { StationType } from '../station/station.ts';

/** The box that the shapes are drawn in, as an SVG `viewBox`. */
export const SHAPE_BOX = '0 0 38 44';

/** Of each type the shape with a tip, for an exact place, and the one without. */
const SHAPES = {
  综合: ['M3 3h32v30h-11l-5 8-5-8H3z', 'M4 7h30v30H4z'],
  专项: ['M19 41l-5.6-7.4A16 16 0 1 1 24.6 33.6z', 'M3 22a16 16 0 1 1 32 0 16 16 0 1 1-32 0z'],
  居村: ['M19 2l16 11v20h-11l-5 8-5-8H3V13z', 'M19 4l15 11v22H4V15z'],
} as const;

/**
 * The path of the shape of a marker: the form tells the type of station (square, circle, house), a tip that the place is
 * exact (docs/norms.md §14). The style sheet has the same shapes for the rows of lists (`styles/parts/mark.css`).
 */
export const shapeOf = (type: StationType, exact: boolean): string => SHAPES[type][exact ? 0 : 1];

/** How exact a place is, in words for a screen reader. */
export function exactnessWords(exact: boolean): string {
  return exact ? '位置准确' : '约略位置';
}
