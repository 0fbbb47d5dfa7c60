import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround, partsWithin, spotsAlong } from '../../../src/domain/map/alongLine.ts';
import { fanOut, FANNED } from '../../../src/domain/map/fan.ts';
import {
  linesPath,
  localProjection,
  metresAcross,
  metresPerPixel,
  ringsPath,
  worldPixel,
} from '../../../src/domain/map/projection.ts';
import { scaleBar } from '../../../src/domain/map/scaleBar.ts';

describe('a name along a line', () => {
  const straight = [
    { x: 0, y: 0 },
    { x: 300, y: 0 },
  ];

  it('stands on the line, at its angle', () => {
    const [spot] = spotsAlong(straight, 60);
    expect(spot).toMatchObject({ y: 0, angle: 0, bend: 0 });
    const [steep] = spotsAlong(
      [
        { x: 0, y: 0 },
        { x: 100, y: 100 },
      ],
      60,
    );
    expect(steep?.angle).toBeCloseTo(45);
  });

  it('is never upside down, whichever way the line runs', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 }), (x, y) => {
        for (const { angle } of spotsAlong(
          [
            { x: 0, y: 0 },
            { x, y },
          ],
          50,
        )) {
          expect(angle).toBeGreaterThanOrEqual(-90);
          expect(angle).toBeLessThanOrEqual(90);
        }
      }),
    );
  });

  it('chooses the straight part, and has no place on a line that is too short or only winds', () => {
    const bent = [
      { x: 0, y: 0 },
      { x: 40, y: 40 },
      { x: 80, y: 0 },
      { x: 380, y: 0 },
    ];
    expect(spotsAlong(bent, 100)[0]).toMatchObject({ y: 0 });
    expect(spotsAlong(straight, 400)).toEqual([]);
    const zigzag = Array.from({ length: 20 }, (_, index) => ({ x: index * 5, y: (index % 2) * 60 }));
    expect(spotsAlong(zigzag, 200)).toEqual([]);
    expect(spotsAlong([], 10)).toEqual([]);
  });

  it('is only looked for where the line comes into the window', () => {
    const line = [-500, -50, 20, 60, 500, 900, 30].map((x) => ({ x, y: 10 }));
    const parts = partsWithin(line, { width: 100, height: 100 }, 20);
    expect(parts.map((part) => part.map(({ x }) => x))).toEqual([
      [-50, 20, 60, 500],
      [900, 30],
    ]);
    expect(partsWithin([], { width: 100, height: 100 }, 20)).toEqual([]);
  });

  it('takes up more height the steeper it stands', () => {
    const at = { x: 0, y: 0, bend: 0 };
    expect(boxAround({ ...at, angle: 0 }, 60, 16)).toMatchObject({ w: 60, h: 16 });
    expect(boxAround({ ...at, angle: 90 }, 60, 16).h).toBeCloseTo(60);
  });
});

describe('a scale bar', () => {
  it.each([
    [10, 120, '1公里', 100],
    [10, 99, '500米', 50],
    [1, 120, '100米', 100],
    [250, 100, '20公里', 80],
  ])('of %s m a pixel and %s pixels at the most says %s', (metres, most, words, length) => {
    expect(scaleBar(metres, most)).toMatchObject({ words, length });
  });

  it('is never longer than it may be, and never shorter than 40 % of that', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 2000, noNaN: true }), (metres) => {
        const { length } = scaleBar(metres, 120);
        expect(length).toBeLessThanOrEqual(120.001);
        expect(length).toBeGreaterThan(120 * 0.39);
      }),
    );
  });

  it('is right: 20 km at the latitude of the city are as many pixels as the map puts between two points 20 km apart', () => {
    const [lat, zoom] = [31.2, 9.25];
    const east = 20_000 / (111_320 * Math.cos((lat * Math.PI) / 180));
    const pixels = worldPixel({ lon: 121 + east, lat }, zoom).x - worldPixel({ lon: 121, lat }, zoom).x;
    expect(20_000 / metresPerPixel(lat, zoom)).toBeCloseTo(pixels, 0);
    expect(metresAcross([121, lat - 0.1, 121 + east, lat + 0.1])).toBeCloseTo(20_000, -2);
  });
});

describe('projections', () => {
  it('put the middle of the world into the middle of its map, north up', () => {
    expect(worldPixel({ lon: 0, lat: 0 }, 0)).toEqual({ x: 128, y: 128 });
    expect(worldPixel({ lon: 0, lat: 40 }, 3).y).toBeLessThan(worldPixel({ lon: 0, lat: 39 }, 3).y);
  });

  it('put a place into the middle of its small map, however high that is', () => {
    const { at } = localProjection({ lon: 121, lat: 31 }, 1500, 400, 288);
    expect(at({ lon: 121, lat: 31 })).toEqual([200, 144]);
    expect(at({ lon: 121, lat: 31 + 750 / 111_320 })[1]).toBeCloseTo(44);
  });

  it('close rings and leave lines open', () => {
    const flat = { width: 10, height: 10, at: ({ lon, lat }: { lon: number; lat: number }) => [lon, lat] as const };
    const line = [
      [0, 0],
      [1, 2.04],
    ] as const;
    expect(linesPath([line, line], flat)).toBe('M0 0l1 2M0 0l1 2');
    expect(ringsPath([line], flat)).toBe('M0 0l1 2z');
  });
});

describe('a fan', () => {
  it('has room for every marker, in 长辈版 too', () => {
    for (const touch of [44, 60])
      for (let count = 2; count <= FANNED; count += 1) {
        const spots = fanOut(count, touch);
        expect(spots).toHaveLength(count);
        spots.forEach((a, index) => {
          expect(Math.hypot(a.x, a.y)).toBeGreaterThan(touch);
          for (const b of spots.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(touch);
        });
      }
  });
});
