import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceMetres } from '../../src/domain/place/coordinates.ts';
import { pointIndex } from '../../src/queries/pointIndex.ts';

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const point = fc.oneof(
  fc.record({ lon: degrees(112, 112.2), lat: degrees(28, 28.2) }),
  fc.record({ lon: degrees(70, 140), lat: degrees(-85, 85) }),
  fc.constant({ lon: 112.1, lat: 28.1 }),
);
const rows = fc.array(fc.record({ point: fc.option(point), shown: fc.boolean() }), { maxLength: 60 });

describe('an index of points', () => {
  it('finds the nearest rows, those equally far in the order of the rows, as comparing all does', () => {
    fc.assert(
      fc.property(rows, point, fc.integer({ min: 1, max: 6 }), (all, from, most) => {
        const index = pointIndex(all, (row) => row.point);
        const compared = all
          .flatMap((row) =>
            row.point === null || !row.shown ? [] : [{ row, metres: distanceMetres(from, row.point) }],
          )
          .sort((a, b) => a.metres - b.metres)
          .slice(0, most);
        expect(index.nearest(from, most, ({ shown }) => shown)).toEqual(compared);
      }),
    );
  });

  it('finds every row in the square around a place, in the order of the rows', () => {
    fc.assert(
      fc.property(rows, point, fc.constantFrom(1500, 10_000), (all, centre, reach) => {
        const found = pointIndex(all, (row) => row.point).around(centre, reach);
        const within = all.filter((row) => row.point !== null && distanceMetres(centre, row.point) <= reach);
        expect(all.filter((row) => found.includes(row))).toEqual(found);
        for (const row of within) expect(found).toContain(row);
      }),
    );
  });
});
