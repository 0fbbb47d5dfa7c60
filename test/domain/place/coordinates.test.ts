import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featureCollection } from '../../../src/domain/openData/geojson.ts';
import {
  bearing,
  boundsAround,
  directionWord,
  distanceMetres,
  formatDistance,
  isWithin,
} from '../../../src/domain/place/coordinates.ts';

const centre = { lon: 121.4737, lat: 31.2304 };
const point = fc.record({
  lon: fc.double({ min: 120.8, max: 122.2, noNaN: true }),
  lat: fc.double({ min: 30.6, max: 31.9, noNaN: true }),
});

/** A point so many degrees clockwise from north of the centre, about 5 km away. */
const towards = (degrees: number) => {
  const angle = (degrees * Math.PI) / 180;
  const cos = Math.cos((centre.lat * Math.PI) / 180);
  return { lon: centre.lon + (0.045 * Math.sin(angle)) / cos, lat: centre.lat + 0.045 * Math.cos(angle) };
};

describe('distance', () => {
  it('agrees with known distances', () => {
    // A degree of latitude is 111.2 km on the sphere.
    expect(distanceMetres(centre, { lon: centre.lon, lat: centre.lat + 1 })).toBeCloseTo(111_195, -1);
    expect(distanceMetres(centre, { lon: 116.4074, lat: 39.9042 }) / 1000).toBeCloseTo(1067, -1);
  });

  it('is a metric', () => {
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        expect(distanceMetres(a, b)).toBeCloseTo(distanceMetres(b, a), 5);
        expect(distanceMetres(a, a)).toBe(0);
        expect(distanceMetres(a, c)).toBeLessThanOrEqual(distanceMetres(a, b) + distanceMetres(b, c) + 1e-6);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [0, '10米'],
    [346, '350米'],
    [994, '990米'],
    [995, '1.0公里'],
    [1234, '1.2公里'],
    [9949, '9.9公里'],
    [9950, '10公里'],
    [12_400, '12公里'],
  ])('of %i metres reads %s', (metres, text) => expect(formatDistance(metres)).toBe(text));
});

describe('direction', () => {
  it.each([
    [0, '正北'],
    [9, '正北'],
    [15, '北'],
    [40, '东北'],
    [60, '东北'],
    [72, '东'],
    [90, '正东'],
    [135, '东南'],
    [180, '正南'],
    [225, '西南'],
    [265, '正西'],
    [300, '西北'],
    [340, '北'],
    [355, '正北'],
  ])('at %i° is %s', (degrees, word) => expect(directionWord(centre, towards(degrees))).toBe(word));

  it('is a bearing from 0 up to 360, turned round on the way back', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        fc.pre(distanceMetres(a, b) > 100);
        const there = bearing(a, b);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThan(360);
        const turn = (bearing(b, a) - there + 540) % 360;
        expect(Math.min(turn, 360 - turn)).toBeLessThan(2);
      }),
      { numRuns: 500 },
    );
  });
});

it('a box holds its edges and nothing outside', () => {
  const bounds = { west: 120.8, south: 30.6, east: 122.2, north: 31.9 };
  expect(isWithin({ lon: 120.8, lat: 31.9 }, bounds)).toBe(true);
  expect(isWithin({ lon: 120.79, lat: 31 }, bounds)).toBe(false);
  expect(isWithin({ lon: 31, lat: 121 }, bounds)).toBe(false);
});

describe('the box around points', () => {
  it('is that of 200,000 as of two, and of none there is none', () => {
    const many = Array.from({ length: 200_000 }, (_, at) => ({ lon: 121 + (at % 1000) / 1000, lat: 31 + at / 1e6 }));
    expect(boundsAround(many)).toEqual({ west: 121, south: 31, east: 121.999, north: 31.199999 });
    expect(boundsAround([{ lon: 121, lat: 31 }], 0.5)).toEqual({ west: 120.5, south: 30.5, east: 121.5, north: 31.5 });
    expect(boundsAround([])).toBeNull();
  });

  it('stands in a file of 200,000 places', () => {
    const about = { title: '', kind: 'sample', as_at: '2026-11-20', licence: '' } as const;
    const rows = Array.from({ length: 200_000 }, (_, at) => ({
      id: String(at),
      point: { lon: 121, lat: 31 },
      facts: {},
    }));
    expect(featureCollection(about, rows)['bbox']).toEqual([121, 31, 121, 31]);
  });
});
