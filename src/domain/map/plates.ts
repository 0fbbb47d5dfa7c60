import { BoxGrid, type Box, type Spot } from './boxes.ts';

/** Something that wants a plate on the map, at its point. */
export interface Wanted<T> extends Spot {
  readonly item: T;
}

/** A plate that has its place: `at` is its point, the box where it stands. Several items share one that is a group. */
export interface Placed<T> {
  readonly items: readonly T[];
  readonly at: Spot;
  readonly box: Box;
}

const AROUND = Array.from({ length: 8 }, (_, index) => (index * Math.PI) / 4);
/**
 * Where a plate is tried, in its own heights: on its point, then around it, farther and farther. It never leaves its
 * point by more than its height.
 */
const SHIFTS: readonly (readonly [x: number, y: number])[] = [
  [0, 0],
  ...[0.25, 0.5, 0.75, 1].flatMap((far) =>
    AROUND.map((angle): readonly [number, number] => [far * Math.sin(angle), -far * Math.cos(angle)]),
  ),
];

/** The space between two plates. */
const GAP = 2;

interface Group<T> {
  readonly items: readonly T[];
  readonly at: Spot;
}

const meanOf = (spots: readonly (Spot & { readonly weight: number })[]): Spot => {
  const weight = spots.reduce((sum, spot) => sum + spot.weight, 0);
  const mean = (axis: 'x' | 'y') => spots.reduce((sum, spot) => sum + spot[axis] * spot.weight, 0) / weight;
  return { x: mean('x'), y: mean('y') };
};

interface Size {
  readonly w: number;
  readonly h: number;
}

function freeBox(at: Spot, size: Size, taken: BoxGrid): Box | undefined {
  for (const [x, y] of SHIFTS) {
    const box = { ...size, x: at.x + x * size.h, y: at.y + y * size.h };
    if (!taken.touches(box, GAP)) return box;
  }
  return undefined;
}

const distance = (a: Spot, b: Spot) => Math.hypot(a.x - b.x, a.y - b.y);

/** Puts groups together that are to share a plate; `pairs` are places in the list. */
function merged<T>(groups: readonly Group<T>[], pairs: readonly (readonly [number, number])[]): Group<T>[] {
  const roots = groups.map((_, index) => index);
  const rootOf = (index: number): number => (roots[index] === index ? index : rootOf(roots[index] ?? index));
  for (const [a, b] of pairs) roots[rootOf(a)] = rootOf(b);
  const members = new Map<number, Group<T>[]>();
  groups.forEach((group, index) => {
    const root = rootOf(index);
    const others = members.get(root);
    if (others === undefined) members.set(root, [group]);
    else others.push(group);
  });
  return [...members.values()].map((all) => ({
    items: all.flatMap(({ items }) => items),
    at: meanOf(all.map(({ at, items }) => ({ ...at, weight: items.length }))),
  }));
}

/** Whether every item has room for a plate of its own, on its point or moved by its own height at most. */
export function haveRoom<T>(wanted: readonly Wanted<T>[], sizeOf: (items: readonly T[]) => Size): boolean {
  const others = new BoxGrid();
  return wanted.every(({ item, ...at }) => {
    const box = freeBox(at, sizeOf([item]), others);
    if (box !== undefined) others.add(box);
    return box !== undefined;
  });
}

/**
 * Gives every item a plate so that none covers another, nor what is `taken` already: on its point, or moved by its own
 * height at most. Items that find no room share the plate of the nearest one; where there is none, the plate stands
 * where it covers least. Items that come first choose first; `sizeOf` tells how large the plate of some items is.
 */
export function layoutPlates<T>(
  wanted: readonly Wanted<T>[],
  sizeOf: (items: readonly T[]) => Size,
  taken: readonly Box[] = [],
): Placed<T>[] {
  let groups: readonly Group<T>[] = wanted.map(({ item, x, y }) => ({ items: [item], at: { x, y } }));
  for (;;) {
    const placed: (Placed<T> & { readonly index: number })[] = [];
    const others = new BoxGrid(taken);
    const pairs: (readonly [number, number])[] = [];
    groups.forEach(({ items, at }, index) => {
      const box = freeBox(at, sizeOf(items), others);
      if (box === undefined && placed.length > 0) {
        const nearest = placed.reduce((best, one) => (distance(one.at, at) < distance(best.at, at) ? one : best));
        pairs.push([index, nearest.index]);
        return;
      }
      const own = box ?? besideOthers(at, sizeOf(items), others);
      placed.push({ items, at, box: own, index });
      others.add(own);
    });
    if (pairs.length === 0) return placed.map(({ items, at, box }) => ({ items, at, box }));
    groups = merged(groups, pairs);
  }
}

/**
 * The box of a plate that has to stand among others that don't move: the first free place around its point, or the one
 * where it covers least.
 */
export function besideOthers(at: Spot, size: Size, taken: BoxGrid): Box {
  const free = freeBox(at, size, taken);
  if (free !== undefined) return free;
  return SHIFTS.map(([x, y]): Box => ({ ...size, x: at.x + x * size.h, y: at.y + y * size.h })).reduce((best, box) =>
    taken.overlap(box) < taken.overlap(best) ? box : best,
  );
}
