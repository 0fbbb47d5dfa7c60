import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoxGrid, overlap, touches, type Box } from '../../../src/domain/map/boxes.ts';
import { besideOthers, haveRoom, layoutPlates } from '../../../src/domain/map/plates.ts';

const SIZE = { w: 100, h: 44 };
const size = () => SIZE;
const wanted = (...spots: readonly (readonly [number, number])[]) => spots.map(([x, y], item) => ({ item, x, y }));

const anySpots = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 })), {
  maxLength: 40,
});

describe('plates', () => {
  it('stand on their points where there is room', () => {
    const placed = layoutPlates(wanted([0, 0], [300, 0]), size);
    expect(placed.map(({ box }) => [box.x, box.y])).toEqual([
      [0, 0],
      [300, 0],
    ]);
  });

  it('move beside each other before they share', () => {
    const placed = layoutPlates(wanted([0, 0], [10, 30]), size);
    expect(placed).toHaveLength(2);
    expect(placed.every(({ items }) => items.length === 1)).toBe(true);
  });

  it('share one where their points lie in one spot', () => {
    const placed = layoutPlates(wanted([0, 0], [1, 0], [0, 1], [1, 1], [0, 2]), size);
    expect(placed.some(({ items }) => items.length > 1)).toBe(true);
    expect(placed.flatMap(({ items }) => items).sort()).toEqual([0, 1, 2, 3, 4]);
  });

  it('never cover each other, never leave their point by more than their height, and leave nothing out', () => {
    fc.assert(
      fc.property(anySpots, (spots) => {
        const placed = layoutPlates(wanted(...spots), size);
        const items = placed.flatMap((plate) => plate.items);
        expect(items.sort((a, b) => a - b)).toEqual(spots.map((_, index) => index));
        placed.forEach(({ box, at }, index) => {
          expect(Math.hypot(box.x - at.x, box.y - at.y)).toBeLessThanOrEqual(SIZE.h + 1e-6);
          for (const other of placed.slice(index + 1)) expect(touches(box, other.box)).toBe(false);
        });
      }),
    );
  });

  it('have room for one each exactly where none has to share', () => {
    fc.assert(
      fc.property(anySpots, (spots) => {
        const apart = layoutPlates(wanted(...spots), size).length === spots.length;
        expect(haveRoom(wanted(...spots), size)).toBe(apart);
      }),
    );
  });

  it('lie where the map lies: the same, moved, wherever it is dragged to', () => {
    fc.assert(
      fc.property(anySpots, fc.integer({ min: -500, max: 500 }), (spots, by) => {
        const here = layoutPlates(wanted(...spots), size);
        const there = layoutPlates(wanted(...spots.map(([x, y]) => [x + by, y] as const)), size);
        expect(there.map(({ items }) => items)).toEqual(here.map(({ items }) => items));
      }),
    );
  });

  it('keep clear of what stands there already, and cover as little of it as they can where they can’t', () => {
    const marker: Box = { x: 0, y: 0, w: 44, h: 44 };
    const [plate] = layoutPlates(wanted([0, 10]), size, [marker]);
    expect(plate !== undefined && touches(plate.box, marker)).toBe(false);
    const crowd = [-60, 0, 60].flatMap((x) => [-60, 0, 60].map((y): Box => ({ x, y, w: 44, h: 44 })));
    expect(besideOthers({ x: 0, y: 0 }, SIZE, new BoxGrid(crowd)).w).toBe(SIZE.w);
    expect(layoutPlates(wanted([0, 0]), size, crowd)).toHaveLength(1);
  });
});

describe('boxes that are asked for room', () => {
  const anyBox = fc.record({
    x: fc.integer({ min: -400, max: 900 }),
    y: fc.integer({ min: -400, max: 900 }),
    w: fc.integer({ min: 1, max: 300 }),
    h: fc.integer({ min: 1, max: 300 }),
  });

  it('answer as if each had been looked at', () => {
    fc.assert(
      fc.property(fc.array(anyBox, { maxLength: 20 }), anyBox, fc.integer({ min: 0, max: 40 }), (boxes, box, gap) => {
        const grid = new BoxGrid(boxes);
        expect(grid.touches(box, gap)).toBe(boxes.some((other) => touches(box, other, gap)));
        expect(grid.overlap(box)).toBeCloseTo(boxes.reduce((sum, other) => sum + overlap(box, other), 0));
      }),
    );
  });
});
