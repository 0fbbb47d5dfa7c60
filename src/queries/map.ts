import type { MapFile, MapSettings } from '../domain/map/mapFile.ts';
import type { Point } from '../domain/place/region.ts';
import { shownPoint } from '../domain/station/station.ts';
import { boundsOf } from '../domain/map/projection.ts';
import { tileUrl } from '../domain/map/tiles.ts';
import { derived, getDataset } from './dataset.ts';
import { getListed } from './stations.ts';
import { isSampleData } from '../domain/dataset/sample.ts';

/** Tiles only where the operator has a key (docs/norms.md §7). */
export function getMapSettings(env: Readonly<Record<string, string | undefined>> = process.env): MapSettings {
  const { site, meta } = getDataset();
  const key = env['TIANDITU_KEY'] ?? '';
  const custom = env['TILE_URL'];
  return {
    vector: key === '' ? '' : tileUrl('vec', key, custom),
    labels: key === '' ? '' : tileUrl('cva', key, custom),
    approval: site.mapApproval,
    isSample: isSampleData(meta),
  };
}

const round = (value: number) => Math.round(value * 1e5) / 1e5;

/**
 * The n-th position on a spiral around a point with steps of about 90 m, so that stations at the same approximate point
 * don't hide each other.
 */
function beside(point: Point, index: number): Point {
  const angle = index * 2.399963;
  const metres = 90 * Math.sqrt(index);
  const lat = point.lat + (metres * Math.cos(angle)) / 111_320;
  const lon = point.lon + (metres * Math.sin(angle)) / (111_320 * Math.cos((point.lat * Math.PI) / 180));
  return { lon, lat };
}

/** The content of /map/stations.json, which the map loads: stations, names of districts and 街镇, land. */
export const getMapFile = derived(({ towns, districts, coastline }): MapFile => {
  const approximate = new Map<string, number>();
  const stations = getListed().flatMap(({ station, town, mark }): MapFile['stations'][number][] => {
    const shown = shownPoint(station, town.point);
    if (shown === null) return [];
    const { exact } = shown;
    const taken = approximate.get(town.code) ?? 0;
    if (!exact) approximate.set(town.code, taken + 1);
    const point = exact ? shown.point : beside(shown.point, taken);
    const phone = station.phones[0]?.display ?? '';
    return [[station.id, station.name, station.type, mark, exact ? 1 : 0, round(point.lon), round(point.lat), phone]];
  });
  const place =
    (level: 0 | 1) =>
    ({ name, point }: { name: string; point: Point | null }) =>
      point === null ? [] : [[name, level, round(point.lon), round(point.lat)] as const];
  return {
    stations,
    places: [...districts.flatMap(place(0)), ...towns.flatMap(place(1))].map((entry) => [...entry]),
    land: coastline.rings,
    frame: coastline.bbox,
    bounds:
      boundsOf(
        towns.flatMap(({ point }) => point ?? []),
        0.02,
      ) ?? coastline.bbox,
  };
});
