import type { StationType } from '../station/station.ts';

/** Settings of the map: tile addresses, 审图号, and whether the data are a sample. */
export interface MapSettings {
  /** Tile addresses in Leaflet's pattern; empty without a key, and then no tile is requested (docs/norms.md §7). */
  readonly vector: string;
  readonly labels: string;
  readonly approval: string;
  readonly isSample: boolean;
}

/** A station on the map; one that is not `exact` is placed near the point of its town. */
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

/** A name on the sketch map: of a district (`level` 0) or a town (1). */
export interface MapPlace {
  readonly name: string;
  readonly level: 0 | 1;
  readonly lon: number;
  readonly lat: number;
}

/** The file that the map loads. Rows are arrays, so that the names of fields are not sent a thousand times. */
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
  /** The box that the land was clipped to. */
  readonly frame: readonly [west: number, south: number, east: number, north: number];
  /** The box that all towns lie in. */
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
}

/** The stations of a map file as objects. */
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
