import { StationClusters } from '../../../src/client/map/clusters.ts';
import { openTowns, sceneOf, type Openness, type Thing } from '../../../src/client/map/scene.ts';
import { areasOf, type DistrictArea } from '../../../src/domain/map/areas.ts';
import type { MapData, MapStation } from '../../../src/domain/map/mapFile.ts';

/** A station of the town with this code. */
export const station = (
  id: string,
  town: string,
  lon: number,
  lat: number,
  more: Partial<MapStation> = {},
): MapStation => ({
  id,
  name: `${id}社工站`,
  type: '综合',
  mark: '综',
  exact: true,
  lon,
  lat,
  phone: '',
  town,
  verified: '2026-11-01',
  ...more,
});

/** Two districts: 东区 with two towns, one of which has a station without an exact place; 西区 with one town. */
export const FILE: Pick<MapData, 'districts' | 'towns'> = {
  districts: [
    ['东区', '990101', 112.5, 28],
    ['西区', '990102', 112.2, 28],
    ['空区', '990103', 112.9, 28],
  ],
  towns: [
    ['甲街道', '990101001', 112.48, 28.02],
    ['乙镇', '990101002', 112.53, 27.98],
    ['丙镇', '990102001', 112.2, 28.01],
    ['丁镇', '990103001', 112.9, 28.01],
  ],
};

export const STATIONS: readonly MapStation[] = [
  station('a1', '990101001', 112.481, 28.021),
  station('a2', '990101001', 112.489, 28.027),
  station('a3', '990101001', 112.48, 28.02, { exact: false }),
  station('b1', '990101002', 112.531, 27.981, { verified: null }),
  station('c1', '990102001', 112.201, 28.011),
  // Two hosts in one building.
  station('c2', '990102001', 112.201, 28.011),
];

export const AREAS: readonly DistrictArea[] = areasOf(FILE, STATIONS);

/** The sizes that plates and markers have on a page. */
export const SIZES = { touch: 44, text: 16 };

/** The scene of all that is open, wherever the window is. */
export function wholeScene(areas: readonly DistrictArea[], open: Openness): Thing[] {
  const stations = openTowns(areas, open).flatMap((town) => town.stations.filter(({ exact }) => exact));
  const found = new StationClusters(stations, SIZES.touch, open.zoom).within([-180, -85, 180, 85], open.zoom);
  if (found instanceof Promise) throw new Error('a few stations need no worker');
  return sceneOf(areas, open, SIZES, found);
}
