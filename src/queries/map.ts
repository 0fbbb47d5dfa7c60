import { packMap, type AreaRow, type MapFile, type MapSettings } from '../domain/map/mapFile.ts';
import type { District, Point, Town } from '../domain/place/region.ts';
import { shownPoint } from '../domain/station/station.ts';
import { boundsOf } from '../domain/map/projection.ts';
import { tileUrl } from '../domain/map/tiles.ts';
import { derived, getDataset, grouped } from './dataset.ts';
import { getListed } from './stations.ts';
import type { Coastline } from '../domain/dataset/dataset.ts';
import { isSampleData } from '../domain/dataset/sample.ts';

/** Who made the coastline and the waters, in the words that stand on every sketch map. */
export const creditsOf = ({ source, waters }: Coastline): string =>
  [
    source.includes('OpenStreetMap') ? '海岸线 © OpenStreetMap 贡献者' : '',
    waters.source.includes('GSHHG') ? '河湖 GSHHG' : '',
  ]
    .filter((words) => words !== '')
    .join(' · ');

/** Tiles only where the operator has a key (docs/norms.md §7). */
export function getMapSettings(env: Readonly<Record<string, string | undefined>> = process.env): MapSettings {
  const { site, meta, coastline } = getDataset();
  const key = env['TIANDITU_KEY'] ?? '';
  const custom = env['TILE_URL'];
  return {
    vector: key === '' ? '' : tileUrl('vec', key, custom),
    labels: key === '' ? '' : tileUrl('cva', key, custom),
    approval: site.mapApproval,
    isSample: isSampleData(meta),
    credits: creditsOf(coastline),
  };
}

const round = (value: number) => Math.round(value * 1e5) / 1e5;

/** An area with its point, or the middle of its stations where it has none; none where nothing is known. */
function areaRow(
  { name, code, point }: District | Town,
  stations: readonly { readonly point: Point }[] = [],
): AreaRow[] {
  const own = point === null ? stations.map((station) => station.point) : [point];
  if (own.length === 0) return [];
  const mean = (axis: 'lon' | 'lat') => own.reduce((sum, at) => sum + at[axis], 0) / own.length;
  return [[name, code, round(mean('lon')), round(mean('lat'))]];
}

/** The content of /map/stations.json, which the map loads: stations, districts and 街镇, land and waters. */
export const getMapFile = derived(({ towns, districts, coastline }): MapFile => {
  const placed = getListed().flatMap((view) => {
    const shown = shownPoint(view.station, view.town.point);
    return shown === null ? [] : [{ ...view, ...shown }];
  });
  const ofDistrict = grouped(placed, ({ town }) => town.code.slice(0, 6));
  const ofTown = grouped(placed, ({ town }) => town.code);
  return packMap({
    stations: placed.map(({ station, town, mark, exact, point }) => ({
      id: station.id,
      name: station.name,
      type: station.type,
      mark,
      exact,
      ...point,
      phone: station.phones[0]?.display ?? '',
      town: town.code,
      verified: station.verifiedOn,
    })),
    districts: districts.flatMap((district) => areaRow(district, ofDistrict.get(district.code))),
    towns: towns.flatMap((town) => areaRow(town, ofTown.get(town.code))),
    land: coastline.rings,
    rivers: coastline.waters.rivers,
    lakes: coastline.waters.lakes,
    seas: coastline.waters.seas,
    frame: coastline.bbox,
    bounds:
      boundsOf(
        towns.flatMap(({ point }) => point ?? []),
        0.02,
      ) ?? coastline.bbox,
  });
});
