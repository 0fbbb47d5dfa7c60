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

/** Cells of `BoxGrid`, about as large as a plate, in pixels. */
const CELL = 128;
/** More cells than the world has at the closest zoom level. */
const ROW = 2 ** 20;

/** Rectangles of which a new one is asked whether it has room: it is compared with those in its neighbourhood alone. */
export class BoxGrid {
  readonly #cells = new Map<number, Box[]>();

  constructor(boxes: readonly Box[] = []) {
    for (const box of boxes) this.add(box);
  }

  add(box: Box): void {
    for (const key of this.#keys(box, 0)) {
      const cell = this.#cells.get(key);
      if (cell === undefined) this.#cells.set(key, [box]);
      else cell.push(box);
    }
  }

  /** Whether a rectangle overlaps one of these or comes nearer to it than `gap`. */
  touches(box: Box, gap = 0): boolean {
    return this.#keys(box, gap).some((key) => this.#cells.get(key)?.some((other) => touches(box, other, gap)));
  }

  /** The area that a rectangle has in common with these, all together. */
  overlap(box: Box): number {
    const near = new Set(this.#keys(box, 0).flatMap((key) => this.#cells.get(key) ?? []));
    return [...near].reduce((sum, other) => sum + overlap(box, other), 0);
  }

  #keys({ x, y, w, h }: Box, gap: number): number[] {
    const cell = (at: number) => Math.floor(at / CELL);
    const keys: number[] = [];
    for (let column = cell(x - w / 2 - gap); column <= cell(x + w / 2 + gap); column += 1)
      for (let row = cell(y - h / 2 - gap); row <= cell(y + h / 2 + gap); row += 1) keys.push(column * ROW + row);
    return keys;
  }
}

/** The area that two rectangles have in common. */
export function overlap(a: Box, b: Box): number {
  const x = Math.min(a.x + a.w / 2, b.x + b.w / 2) - Math.max(a.x - a.w / 2, b.x - b.w / 2);
  const y = Math.min(a.y + a.h / 2, b.y + b.h / 2) - Math.max(a.y - a.h / 2, b.y - b.h / 2);
  return Math.max(0, x) * Math.max(0, y);
}
