import { STATION_TYPES, type StationType } from '../station/station.ts';

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

/** A line of the sketch, in degrees. */
export type Line = readonly (readonly [lon: number, lat: number])[];

/** A district or a town: its point only represents it. */
export type AreaRow = readonly [name: string, code: string, lon: number, lat: number];

/** What the map shows, as the page works with it; `MapFile` is how it travels. */
export interface MapData {
  readonly stations: readonly MapStation[];
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

/** A line as it travels: each longitude and latitude less the one before it, in units of `GRAIN`, all in one list. */
type Steps = readonly number[];

/**
 * The file that the map loads: a column for each field of the stations, so that each packs well and is read fast. Texts
 * are joined by line breaks, signs of one letter stand in one text, and what a station shares with its town is left out:
 * the beginning of its id and of its name, for which `OWN` stands, and most of its place.
 */
export interface MapFile extends Omit<MapData, 'stations' | 'land' | 'rivers' | 'lakes'> {
  readonly ids: string;
  readonly names: string;
  /** The place of each in `STATION_TYPES`. */
  readonly types: string;
  readonly marks: string;
  /** `1` where the place is exact. */
  readonly exact: string;
  /** How far exact places are from their town, in units of `GRAIN`; the others are those of their town. */
  readonly lons: readonly number[];
  readonly lats: readonly number[];
  readonly phones: string;
  /** How many rows of `towns` the town of each comes after that of the one before it. */
  readonly townSteps: readonly number[];
  /** How many days before `newest` each was verified; -1 for never. */
  readonly verified: readonly number[];
  /** The day of the latest verification. */
  readonly newest: string;
  readonly land: readonly Steps[];
  readonly rivers: readonly (readonly [name: string, line: Steps])[];
  readonly lakes: readonly (readonly [name: string, ring: Steps])[];
}

const NOWHERE: AreaRow = ['', '', 0, 0];
/** A part of a degree, about a metre. */
const GRAIN = 1e-5;
const OWN = '\t';
const BREAK = '\n';
const DAY = 86_400_000;

const grains = (degrees: number) => Math.round(degrees / GRAIN);
/** Back to degrees without the traces of binary fractions. */
const degrees = (count: number) => Math.round(count) / 1e5;

function stepsOf(line: Line): Steps {
  let [lastX, lastY] = [0, 0];
  return line.flatMap(([lon, lat]) => {
    const [x, y] = [grains(lon), grains(lat)];
    const step = [x - lastX, y - lastY];
    [lastX, lastY] = [x, y];
    return step;
  });
}

function lineOf(steps: Steps): Line {
  let [x, y] = [0, 0];
  const line: [number, number][] = [];
  for (let at = 0; at < steps.length; at += 2) {
    x += steps[at] ?? 0;
    y += steps[at + 1] ?? 0;
    line.push([degrees(x), degrees(y)]);
  }
  return line;
}

/** A text without the beginning that it shares with that of its town. */
const without = (beginning: string, text: string) =>
  beginning !== '' && text.startsWith(beginning) ? OWN + text.slice(beginning.length) : text;
const within = (beginning: string, text: string) => (text.startsWith(OWN) ? beginning + text.slice(OWN.length) : text);

/** A text without the signs that hold columns together. */
const plain = (text: string) => text.replace(/[\n\t]/gu, ' ');

/**
 * Writes what the map shows as the file that travels.
 *
 * @throws RangeError where the town of a station is not among `towns`.
 */
export function packMap({ stations, land, rivers, lakes, ...rest }: MapData): MapFile {
  const places = new Map(rest.towns.map(([, code], at) => [code, at]));
  const towns = stations.map(({ id, town }) => {
    const at = places.get(town);
    if (at === undefined) throw new RangeError(`station ${id} lies in a town that the map doesn't have: ${town}`);
    return at;
  });
  const townOf = (index: number) => rest.towns[towns[index] ?? -1] ?? NOWHERE;
  const exact = stations.flatMap((station, index) => (station.exact ? { station, town: townOf(index) } : []));
  const days = stations.map(({ verified }) => (verified === null ? null : Date.parse(verified) / DAY));
  const newest = days.reduce<number>((last, day) => Math.max(last, day ?? last), 0);
  return {
    ...rest,
    ids: stations.map(({ id }, index) => without(townOf(index)[1], plain(id))).join(BREAK),
    names: stations.map(({ name }, index) => without(townOf(index)[0], plain(name))).join(BREAK),
    types: stations.map(({ type }) => STATION_TYPES.indexOf(type)).join(''),
    marks: stations.map(({ mark }) => mark).join(''),
    exact: stations.map((station) => (station.exact ? 1 : 0)).join(''),
    lons: exact.map(({ station, town }) => grains(station.lon) - grains(town[2])),
    lats: exact.map(({ station, town }) => grains(station.lat) - grains(town[3])),
    phones: stations.map(({ phone }) => plain(phone)).join(BREAK),
    townSteps: towns.map((at, index) => at - (towns[index - 1] ?? 0)),
    verified: days.map((day) => (day === null ? -1 : newest - day)),
    newest: new Date(newest * DAY).toISOString().slice(0, 10),
    land: land.map(stepsOf),
    rivers: rivers.map(([name, line]) => [name, stepsOf(line)]),
    lakes: lakes.map(([name, ring]) => [name, stepsOf(ring)]),
  };
}

/** The stations of a map file. */
export function readMapStations(file: MapFile): MapStation[] {
  if (file.townSteps.length === 0) return [];
  const [ids, names, phones] = [file.ids, file.names, file.phones].map((texts) => texts.split(BREAK));
  const marks = [...file.marks];
  const days = new Map<number, string | null>([[-1, null]]);
  const newest = Date.parse(file.newest);
  const dayOf = (age: number) => {
    let day = days.get(age);
    if (day === undefined) {
      day = new Date(newest - age * DAY).toISOString().slice(0, 10);
      days.set(age, day);
    }
    return day;
  };
  let town = 0;
  let placed = 0;
  return file.townSteps.map((step, index) => {
    town += step;
    const [townName, code, lon, lat] = file.towns[town] ?? NOWHERE;
    const exact = file.exact[index] === '1';
    const station = {
      id: within(code, ids?.[index] ?? ''),
      name: within(townName, names?.[index] ?? ''),
      type: STATION_TYPES[Number(file.types[index])] ?? '综合',
      mark: marks[index] ?? '',
      exact,
      lon: exact ? degrees(grains(lon) + (file.lons[placed] ?? 0)) : lon,
      lat: exact ? degrees(grains(lat) + (file.lats[placed] ?? 0)) : lat,
      phone: phones?.[index] ?? '',
      town: code,
      verified: dayOf(file.verified[index] ?? -1),
    };
    if (exact) placed += 1;
    return station;
  });
}

/** What the map shows, read from the file that travelled. */
export const readMap = (file: MapFile): MapData => ({
  stations: readMapStations(file),
  districts: file.districts,
  towns: file.towns,
  land: file.land.map(lineOf),
  rivers: file.rivers.map(([name, line]) => [name, lineOf(line)]),
  lakes: file.lakes.map(([name, ring]) => [name, lineOf(ring)]),
  seas: file.seas,
  frame: file.frame,
  bounds: file.bounds,
});
