import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { TABLES, type Column } from '../../domain/dataset/columns.ts';
import { unguarded } from '../../domain/openData/csv.ts';
import type { Station } from '../../domain/station/station.ts';
import { readTable } from './readTable.ts';
import { decode } from '../formats/decode.ts';
import { DataFaultsError } from '../faults/lines.ts';
import { fileFault, type Fault } from '../faults/fault.ts';

/** Where the list of stations lies in a data folder, in a built site, or in its folder /data/. */
const PLACES = ['stations.csv', 'sample-stations.csv', 'data/stations.csv', 'data/sample-stations.csv'];

const COLUMNS: readonly Column[] = TABLES.stations;
const NAMES = new Map(COLUMNS.map(({ name, title }) => [title, name]));

/** The stations of a list, or the faults that stopped reading it. */
export interface StationReading {
  readonly stations: readonly Station[];
  readonly faults: readonly Fault[];
}

/**
 * Turns a list as /data/ publishes it, under Chinese titles, back into one under machine names; null where it is none.
 */
function fromExport(bytes: Uint8Array): string | null {
  const text = decode(bytes)?.text;
  const { data } = Papa.parse<string[]>(text ?? '', { delimiter: ',', skipEmptyLines: true });
  const [header = [], ...rows] = data;
  if (!header.includes('站点编号')) return null;
  const names = header.map((title) => NAMES.get(title) ?? title);
  const records = rows.map((cells) => {
    const record = Object.fromEntries(names.map((name, at) => [name, unguarded(cells[at] ?? '')]));
    // Published coordinates have been converted to WGS-84.
    return { ...record, crs: record['lon'] ? 'WGS84' : '' };
  });
  const fields = COLUMNS.map(({ name }) => name);
  const known = records.map((record: Record<string, string>) => fields.map((name) => record[name] ?? ''));
  return Papa.unparse({ fields, data: known }, { newline: '\n' });
}

/** Reads a list of stations as editors keep it or as a site publishes it. References to other tables aren't checked. */
export function readStations(file: string, bytes: Uint8Array): StationReading {
  const exported = fromExport(bytes);
  const { rows, faults } = readTable('stations', file, exported === null ? bytes : new TextEncoder().encode(exported));
  return { stations: rows.map(({ value }) => value), faults };
}

/**
 * The stations at a path, which is a CSV file, a data folder or a built site. Throws DataFaultsError where they can't
 * be read.
 */
export function stationsAt(path: string): readonly Station[] {
  const file =
    existsSync(path) && statSync(path).isDirectory()
      ? PLACES.map((place) => join(path, place)).find((place) => existsSync(place))
      : path;
  if (file === undefined || !existsSync(file)) {
    throw new DataFaultsError([
      fileFault(path, '找不到站点名单', '写 stations.csv，或放着它的数据文件夹，或建好的网站的文件夹'),
    ]);
  }
  const { stations, faults } = readStations(file, readFileSync(file));
  if (faults.length > 0) throw new DataFaultsError(faults);
  return stations;
}
