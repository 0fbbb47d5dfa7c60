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

const NONE: readonly Box[] = [];

/** Rectangles of which a new one is asked whether it has room: it is compared with those in its neighbourhood alone. */
export class BoxGrid {
  readonly #cells = new Map<number, Box[]>();

  constructor(boxes: readonly Box[] = []) {
    for (const box of boxes) this.add(box);
  }

  add(box: Box): void {
    this.#eachCell(box, 0, (key) => {
      const cell = this.#cells.get(key);
      if (cell === undefined) this.#cells.set(key, [box]);
      else cell.push(box);
      return false;
    });
  }

  /** Whether a rectangle overlaps one of these or comes nearer to it than `gap`. */
  touches(box: Box, gap = 0): boolean {
    return this.#eachCell(box, gap, (key) => {
      for (const other of this.#cells.get(key) ?? NONE) if (touches(box, other, gap)) return true;
      return false;
    });
  }

  /** The area that a rectangle has in common with these, all together. */
  overlap(box: Box): number {
    const near = new Set<Box>();
    this.#eachCell(box, 0, (key) => {
      for (const other of this.#cells.get(key) ?? NONE) near.add(other);
      return false;
    });
    return [...near].reduce((sum, other) => sum + overlap(box, other), 0);
  }

  /** Calls `act` with the cells that a rectangle lies in, or comes near to, until it answers true; answers whether it did. */
  #eachCell({ x, y, w, h }: Box, gap: number, act: (key: number) => boolean): boolean {
    const [toColumn, toRow] = [Math.floor((x + w / 2 + gap) / CELL), Math.floor((y + h / 2 + gap) / CELL)];
    for (let column = Math.floor((x - w / 2 - gap) / CELL); column <= toColumn; column += 1)
      for (let row = Math.floor((y - h / 2 - gap) / CELL); row <= toRow; row += 1)
        if (act(column * ROW + row)) return true;
    return false;
  }
}

/** The area that two rectangles have in common. */
export function overlap(a: Box, b: Box): number {
  const x = Math.min(a.x + a.w / 2, b.x + b.w / 2) - Math.max(a.x - a.w / 2, b.x - b.w / 2);
  const y = Math.min(a.y + a.h / 2, b.y + b.h / 2) - Math.max(a.y - a.h / 2, b.y - b.h / 2);
  return Math.max(0, x) * Math.max(0, y);
}
