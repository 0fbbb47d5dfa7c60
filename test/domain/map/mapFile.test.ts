import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packMap, readMap, type AreaRow, type MapData, type MapStation } from '../../../src/domain/map/mapFile.ts';
import { STATION_TYPES } from '../../../src/domain/station/station.ts';

const TOWNS: readonly AreaRow[] = [
  ['甲街道', '990101001', 112.48, 28.02],
  ['乙镇', '990101002', 112.53, 27.98],
  ['丙镇', '990102001', -112.2, 28.01],
];

/** Degrees as the map has them: with five decimals. */
const degrees = (min: number, max: number) =>
  fc.integer({ min: min * 1e5, max: max * 1e5 }).map((grains) => grains / 1e5);
const spot = fc.tuple(degrees(-179, 179), degrees(-80, 80));
const line = fc.array(spot, { maxLength: 8 });
const name = fc.constantFrom('甲街道社工站', '乙镇社工站', '', '.', '𠮷村社工站', '社工站甲街道');
const day = fc.constantFrom(null, '2026-11-20', '2025-02-28', '2026-11-19');

const station: fc.Arbitrary<MapStation> = fc
  .record({
    town: fc.constantFrom(...TOWNS),
    id: fc.constantFrom('990101001-z', 'x', '', '990101001'),
    name,
    type: fc.constantFrom(...STATION_TYPES),
    mark: fc.constantFrom('综', '𠮷', '居'),
    exact: fc.boolean(),
    at: spot,
    phone: fc.constantFrom('', '021-0000-0001转2'),
    verified: day,
  })
  .map(({ town: [, code, lon, lat], at, exact, ...more }) => ({
    ...more,
    exact,
    town: code,
    // What has no exact place stands at the point of its town.
    lon: exact ? at[0] : lon,
    lat: exact ? at[1] : lat,
  }));

const data = (stations: readonly MapStation[], lines: MapData['land'] = []): MapData => ({
  stations,
  districts: [['东区', '990101', 112.5, 28]],
  towns: TOWNS,
  land: lines,
  rivers: lines.map((one) => ['河', one]),
  lakes: lines.map((one) => ['', one]),
  seas: [['海', 113, 28]],
  frame: [112, 27, 113, 29],
  bounds: [112.1, 27.5, 112.9, 28.5],
});

describe('the file of the map', () => {
  it('gives back all that was packed into it', () => {
    fc.assert(
      fc.property(fc.array(station, { maxLength: 12 }), fc.array(line, { maxLength: 3 }), (stations, lines) => {
        const travelled = JSON.parse(JSON.stringify(packMap(data(stations, lines)))) as ReturnType<typeof packMap>;
        expect(readMap(travelled)).toEqual(data(stations, lines));
      }),
    );
  });

  it('keeps rows apart whatever stands in their names', () => {
    const odd: MapStation = {
      id: 'a',
      name: '甲\n街\t道',
      type: '综合',
      mark: '综',
      exact: false,
      lon: 112.48,
      lat: 28.02,
      phone: '',
      town: '990101001',
      verified: null,
    };
    const names = readMap(packMap(data([odd, { ...odd, name: '甲街道\t社工站' }]))).stations.map((one) => one.name);
    expect(names).toEqual(['甲 街 道', '甲街道 社工站']);
  });

  it('has no station in a town that is not there', () => {
    const lost = fc.sample(station, 1).map((one) => ({ ...one, town: '1' }));
    expect(() => packMap(data(lost))).toThrow(RangeError);
  });
});
