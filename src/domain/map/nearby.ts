import { directionWord, distanceMetres, formatDistance, isWithin } from '../place/coordinates.ts';
import { readMapStations, type MapFile, type MapStation } from './mapFile.ts';
import type { Point } from '../place/region.ts';

/** A station and how far it is as the crow flies; nearest is not responsible (docs/norms.md §10). */
export interface NearStation {
  readonly station: MapStation;
  readonly metres: number;
  /** 东北面 800 米, with （约略） where the station's own point is not known. */
  readonly words: string;
}

/** Degrees around the city's towns that still count as being in it. */
const MARGIN = 0.3;

/** Stations from the nearest on; null where `here` is outside the city. */
export function nearestStations(file: MapFile, here: Point): readonly NearStation[] | null {
  const [west, south, east, north] = file.bounds;
  const box = { west: west - MARGIN, south: south - MARGIN, east: east + MARGIN, north: north + MARGIN };
  if (!isWithin(here, box)) return null;
  return readMapStations(file)
    .map((station): NearStation => {
      const metres = distanceMetres(here, station);
      const words = `${directionWord(here, station)}面 ${formatDistance(metres)}${station.exact ? '' : '（约略）'}`;
      return { station, metres, words };
    })
    .sort((a, b) => a.metres - b.metres);
}
