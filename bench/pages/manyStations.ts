import { packMap, readMap, type AreaRow, type MapFile, type MapStation } from '../../src/domain/map/mapFile.ts';
import { STATION_TYPES } from '../../src/domain/station/station.ts';
import { seededRandom } from '../../src/loading/sample/random.ts';

/** So many districts, so many towns in each, so many stations in each of those. */
const DISTRICTS = 250;
const TOWNS = 16;
const STATIONS = 10;

/**
 * The file of a map with forty thousand stations: towns around the points of districts, which lie anywhere in the box of a
 * large province, and the land and waters of another file.
 */
export function manyStations(like: MapFile): MapFile {
  const random = seededRandom(1, 'many stations');
  const around = (middle: number, reach: number) =>
    Math.round((middle + (random.unit() - 0.5) * 2 * reach) * 1e5) / 1e5;
  const districts: AreaRow[] = [];
  const towns: AreaRow[] = [];
  const stations: MapStation[] = [];
  for (let d = 0; d < DISTRICTS; d += 1) {
    const code = String(430101 + d);
    const [lon, lat] = [around(111.5, 2.6), around(27.4, 2.6)];
    districts.push([`第${d}区`, code, lon, lat]);
    for (let t = 0; t < TOWNS; t += 1) {
      const town = `${code}${String(t + 1).padStart(3, '0')}`;
      const [townLon, townLat] = [around(lon, 0.15), around(lat, 0.15)];
      towns.push([`第${d}区${t}街道`, town, townLon, townLat]);
      for (let s = 0; s < STATIONS; s += 1) {
        const exact = random.chance(0.8);
        stations.push({
          id: `${town}-${s}`,
          name: `第${d}区${t}街道第${s}居委会社工站`,
          type: STATION_TYPES[s % 3] ?? '综合',
          mark: '综',
          exact,
          lon: exact ? around(townLon, 0.03) : townLon,
          lat: exact ? around(townLat, 0.03) : townLat,
          phone: `0731-0000-${String(s).padStart(4, '0')}`,
          town,
          verified: random.chance(0.6) ? '2026-10-01' : null,
        });
      }
    }
  }
  return packMap({ ...readMap(like), districts, towns, stations, bounds: [108.8, 24.7, 114.2, 30.1] });
}
