/** A place in a picture, in its units, y downwards. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A rectangle around its middle. */
export interface Box extends Spot {
  readonly w: number;
  readonly h: number;
}

/** Whether two rectangles overlap or come nearer to each other than `gap`. */
export function touches(a: Box, b: Box, gap = 0): boolean {
  return Math.abs(a.x - b.x) < (a.w + b.w) / 2 + gap && Math.abs(a.y - b.y) < (a.h + b.h) / 2 + gap;
}

/** The area that two rectangles have in common. */
export function overlap(a: Box, b: Box): number {
  const x = Math.min(a.x + a.w / 2, b.x + b.w / 2) - Math.max(a.x - a.w / 2, b.x - b.w / 2);
  const y = Math.min(a.y + a.h / 2, b.y + b.h / 2) - Math.max(a.y - a.h / 2, b.y - b.h / 2);
  return Math.max(0, x) * Math.max(0, y);
}
