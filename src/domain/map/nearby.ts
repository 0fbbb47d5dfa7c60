import { directionWord, distanceMetres, formatDistance, isWithin } from '../place/coordinates.ts';
import { readMapStations, type MapFile, type MapStation } from './mapFile.ts';
import type { Point } from '../place/region.ts';

/**
 * A station with its distance in a straight line. The nearest station is not the responsible one (docs/norms.md §10).
 */
export interface NearStation {
  readonly station: MapStation;
  readonly metres: number;
  /** Direction and distance as text: 东北面 800 米, with （约略） for an approximate place. */
  readonly words: string;
}

/** Visitors up to this many degrees outside the towns of the city still count as being in it. */
const MARGIN = 0.3;

/** All stations, the nearest first; null where `here` is outside the city. */
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
