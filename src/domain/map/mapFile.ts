import type { StationType } from '../station/station.ts';

/** How the map is drawn: with the provider's tiles, or without any. */
export interface MapSettings {
  /** Tile addresses in Leaflet's pattern; empty without a key, and then no tile is ever asked for. */
  readonly vector: string;
  readonly labels: string;
  readonly approval: string;
  readonly isSample: boolean;
}

/** One station on the map; approximate ones stand near their town's point. */
export interface MapStation {
  readonly id: string;
  readonly name: string;
  readonly type: StationType;
  readonly mark: string;
  readonly exact: boolean;
  readonly lon: number;
  readonly lat: number;
  readonly phone: string;
}

/** A name on the sketch map; `level` 0 are districts, 1 towns. */
export interface MapPlace {
  readonly name: string;
  readonly level: 0 | 1;
  readonly lon: number;
  readonly lat: number;
}

/** The file that the map loads: rows instead of objects, so that names of fields aren't sent a thousand times. */
export interface MapFile {
  readonly stations: readonly [
    id: string,
    name: string,
    type: StationType,
    mark: string,
    exact: 0 | 1,
    lon: number,
    lat: number,
    phone: string,
  ][];
  readonly places: readonly [name: string, level: 0 | 1, lon: number, lat: number][];
  readonly land: readonly (readonly (readonly [lon: number, lat: number])[])[];
  /** The frame that the land was cut along. */
  readonly frame: readonly [west: number, south: number, east: number, north: number];
  /** The box that all towns lie in. */
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
}

/** Stations of a map file as objects. */
export function readMapStations(file: MapFile): MapStation[] {
  return file.stations.map(([id, name, type, mark, exact, lon, lat, phone]) => ({
    id,
    name,
    type,
    mark,
    exact: exact === 1,
    lon,
    lat,
    phone,
  }));
}
