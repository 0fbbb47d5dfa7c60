import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CRS, distanceMetres } from '../../../src/domain/place/coordinates.ts';
import { fromWgs84, toWgs84 } from '../../../src/loading/adapters/crs.ts';

const square = { lon: 121.4737, lat: 31.2304 };

describe('coordinate systems', () => {
  it('put a place in Shanghai about 480 m off in GCJ02 and about 1.1 km in BD09 (docs/norms.md §7)', () => {
    expect(distanceMetres(square, fromWgs84(square, 'GCJ02'))).toBeGreaterThan(400);
    expect(distanceMetres(square, fromWgs84(square, 'GCJ02'))).toBeLessThan(560);
    expect(distanceMetres(square, fromWgs84(square, 'BD09'))).toBeGreaterThan(1000);
    expect(distanceMetres(square, fromWgs84(square, 'BD09'))).toBeLessThan(1250);
  });

  it('leave WGS84 and CGCS2000 as they are', () => {
    expect(toWgs84(square, 'WGS84')).toEqual(square);
    expect(toWgs84(square, 'CGCS2000')).toEqual(square);
  });

  it('bring a place back to within two metres', () => {
    const point = fc.record({
      lon: fc.double({ min: 120.8, max: 122.2, noNaN: true }),
      lat: fc.double({ min: 30.6, max: 31.9, noNaN: true }),
    });
    fc.assert(
      fc.property(point, fc.constantFrom(...CRS), (place, crs) => {
        expect(distanceMetres(place, toWgs84(fromWgs84(place, crs), crs))).toBeLessThan(2);
      }),
      { numRuns: 1000 },
    );
  });
});
