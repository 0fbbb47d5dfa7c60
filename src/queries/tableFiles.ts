import type { Dataset } from '../domain/dataset/dataset.ts';
import { toCsv } from '../domain/openData/csv.ts';
import { type About, featureCollection, type Placed } from '../domain/openData/geojson.ts';
import { cellOf, type Facts, OPEN_TABLE_NAMES, type OpenTable, openTable } from '../domain/openData/tables.ts';
import { byteLength, sha256 } from '../loading/formats/digest.ts';
import { derived } from './dataset.ts';
import { getOpenRows, getPlacedStations, getPlacedTowns } from './openRows.ts';
import { isSampleData } from '../domain/dataset/sample.ts';

/** A file of the page /data/: its words, its content, its size in bytes and its SHA-256. */
export interface Download {
  readonly file: string;
  readonly format: 'CSV' | 'JSON' | 'GeoJSON' | 'ZIP';
  readonly title: string;
  readonly about: string;
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly bytes: number;
  readonly sha256: string;
}

/** A table of the page /data/ with its number of rows and its file in each format. */
export interface DownloadGroup {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly rows: number;
  readonly files: readonly Download[];
}

const TYPES = {
  CSV: 'text/csv',
  JSON: 'application/json',
  GeoJSON: 'application/geo+json',
  ZIP: 'application/zip',
} as const;

/** A file of the page /data/ before it is measured. */
export type Entry = Omit<Download, 'type' | 'bytes' | 'sha256'>;

/** Completes a file with its media type, size and checksum. */
export const measured = (entry: Entry): Download => ({
  ...entry,
  type: TYPES[entry.format],
  bytes: byteLength(entry.body),
  sha256: sha256(entry.body),
});

const csvText = ({ columns }: OpenTable, rows: readonly Facts[]) =>
  toCsv(
    columns.map(({ title }) => title),
    rows.map((row) => columns.map(({ name }) => cellOf(row[name]))),
  );

/** Reduces a row to the columns that are published, in the order of the dictionary. */
const published = ({ columns }: OpenTable, row: Facts): Facts =>
  Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]));

const PLACED: Readonly<Record<string, () => readonly Placed[]>> = {
  stations: getPlacedStations,
  towns: getPlacedTowns,
};

/** What the names of published files begin with: `sample-` in a sample, nothing in official data. */
export const prefixOf = ({ meta }: Dataset) => (isSampleData(meta) ? 'sample-' : '');

/** A city without places publishes no empty table of them. */
export const publishedTables = derived(({ places }) =>
  OPEN_TABLE_NAMES.filter((name) => name !== 'places' || places.length > 0),
);

/** All published tables with their files. */
export const getTableDownloads = derived((dataset): readonly DownloadGroup[] => {
  const { meta, site } = dataset;
  const all = getOpenRows();
  return publishedTables().map((name) => {
    const table = openTable(name);
    const rows = all[name];
    const file = `${prefixOf(dataset)}${name}`;
    const about: About = {
      title: `${meta.title}：${table.title}`,
      kind: meta.kind,
      as_at: meta.asAt,
      licence: site.dataLicence,
    };
    const placed = PLACED[name];
    const files: readonly Entry[] = [
      {
        file: `${file}.csv`,
        format: 'CSV',
        title: `${table.title}（CSV）`,
        about: '用 Excel、WPS 打开',
        body: csvText(table, rows),
      },
      {
        file: `${file}.json`,
        format: 'JSON',
        title: `${table.title}（JSON）`,
        about: '给程序用',
        body: JSON.stringify({ ...about, [name]: rows.map((row) => published(table, row)) }),
      },
      ...(placed === undefined
        ? []
        : [
            {
              file: `${file}.geojson`,
              format: 'GeoJSON' as const,
              title: `${table.title}（GeoJSON）`,
              about: '给地图软件用',
              body: JSON.stringify(featureCollection(about, placed())),
            },
          ]),
    ];
    return { name, title: table.title, about: table.about, rows: rows.length, files: files.map(measured) };
  });
});
