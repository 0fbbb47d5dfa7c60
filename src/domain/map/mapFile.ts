import type { StationType } from '../station/station.ts';

/** Settings of the map: tile addresses, 审图号, and whether the data are a sample. */
export interface MapSettings {
  /** Tile addresses in Leaflet's pattern; empty without a key, and then no tile is requested (docs/norms.md §7). */
  readonly vector: string;
  readonly labels: string;
  readonly approval: string;
  readonly isSample: boolean;
  /** Who made what the sketch is drawn from, to be named on it. */
  readonly credits: string;
}

/** A station on the map; one that is not `exact` is placed at the point of its town. */
export interface MapStation {
  readonly id: string;
  readonly name: string;
  readonly type: StationType;
  readonly mark: string;
  readonly exact: boolean;
  readonly lon: number;
  readonly lat: number;
  readonly phone: string;
  /** The code of its town, whose first six digits are those of the district. */
  readonly town: string;
  /** The day of its last verification; null where there was none. */
  readonly verified: string | null;
}

type Line = readonly (readonly [lon: number, lat: number])[];
/** A district or a town: its point only represents it. */
export type AreaRow = readonly [name: string, code: string, lon: number, lat: number];

/** The file that the map loads. Rows are arrays, so that the names of fields are not sent a thousand times. */
export interface MapFile {
  readonly stations: readonly (readonly [
    id: string,
    name: string,
    type: StationType,
    mark: string,
    exact: 0 | 1,
    lon: number,
    lat: number,
    phone: string,
    /** The place of its town in `towns`. */
    town: number,
    verified: string | null,
  ])[];
  readonly districts: readonly AreaRow[];
  readonly towns: readonly AreaRow[];
  readonly land: readonly Line[];
  readonly rivers: readonly (readonly [name: string, line: Line])[];
  readonly lakes: readonly (readonly [name: string, ring: Line])[];
  readonly seas: readonly (readonly [name: string, lon: number, lat: number])[];
  /** The box that the land was clipped to. */
  readonly frame: readonly [west: number, south: number, east: number, north: number];
  /** The box that all towns lie in. */
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
}

/** The stations of a map file as objects. */
export function readMapStations(file: MapFile): MapStation[] {
  return file.stations.map(([id, name, type, mark, exact, lon, lat, phone, town, verified]) => ({
    id,
    name,
    type,
    mark,
    exact: exact === 1,
    lon,
    lat,
    phone,
    town: file.towns[town]?.[1] ?? '',
    verified,
  }));
}
