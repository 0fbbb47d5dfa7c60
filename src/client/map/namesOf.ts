import type { MapData } from '../../domain/map/mapFile.ts';
import type { PointName } from './names.ts';
import { showsTowns, type Openness, type Thing } from './scene.ts';

/** District names stay for so many zoom levels after the plates of their towns have come. */
const DISTRICTS_STAY = 2;

/** The name of a station as it stands beside its marker: without its town, which is named already. */
const besideMarker = (name: string, town: string) => {
  const own = name.startsWith(town) ? name.slice(town.length) : name;
  return own === '社工站' ? name : own;
};

/**
 * The names that the map wants at points, the most important first: districts and towns that have no plate of their own
 * in the scene, and stations by themselves.
 */
export function namesOf(
  { districts, towns }: Pick<MapData, 'districts' | 'towns'>,
  things: readonly Thing[],
  open: Openness,
): PointName[] {
  const onPlates = new Set(
    things.flatMap((thing) =>
      thing.kind !== 'point' && thing.areas.length === 1 ? thing.areas.map(({ code }) => code) : [],
    ),
  );
  const named = new Map(towns.map(([name, code]) => [code, name]));
  const wants = ([, code]: MapData['towns'][number]) => !onPlates.has(code) && showsTowns(code.slice(0, 6), open);
  return [
    ...(open.zoom < open.levels.towns + DISTRICTS_STAY
      ? districts
          .filter(([, code]) => !onPlates.has(code))
          .map(([name, , lon, lat]) => ({ name, lon, lat, kind: 'district' as const }))
      : []),
    ...towns.filter(wants).map(([name, , lon, lat]) => ({ name, lon, lat, kind: 'town' as const })),
    ...things.flatMap((thing): PointName[] => {
      const [station, ...others] = thing.kind === 'point' ? thing.cluster.stations : [];
      if (station === undefined || others.length > 0) return [];
      const name = besideMarker(station.name, named.get(station.town) ?? '');
      return [{ name, lat: station.lat, lon: station.lon, kind: 'station' }];
    }),
  ];
}
