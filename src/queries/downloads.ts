import { plainCsv, toCsv } from '../domain/openData/csv.ts';
import { csvwMetadata } from '../domain/openData/csvw.ts';
import { dataPackage, type Resource } from '../domain/openData/dataPackage.ts';
import { formatDate } from '../domain/time/dates.ts';
import { featureCollection, type About, type Placed } from '../domain/openData/geojson.ts';
import { hsdsSchema } from '../domain/openData/hsdsSchema.ts';
import { hsdsTables } from '../domain/openData/hsds.ts';
import { cellOf, OPEN_TABLE_NAMES, openTable, type Facts, type OpenTable } from '../domain/openData/tables.ts';
import type { Dataset } from '../domain/dataset/dataset.ts';
import { routes } from '../domain/site/routes.ts';
import { tableSchema } from '../domain/openData/tableSchema.ts';
import { byteLength, sha256, uuidOf } from '../loading/formats/digest.ts';
import { packFiles } from '../loading/formats/writeZip.ts';
import { derived } from './dataset.ts';
import { getOpenRows, getPlacedStations, getPlacedTowns } from './openRows.ts';

/** One file of /data/ with its size in bytes and its checksum. */
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

/** One table of /data/ in all its formats. */
export interface DownloadGroup {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly rows: number;
  readonly files: readonly Download[];
}

/** Everything that /data/ offers: tables, and files that describe or repackage all of them. */
export interface Downloads {
  readonly tables: readonly DownloadGroup[];
  readonly packages: readonly Download[];
}

const TYPES = {
  CSV: 'text/csv',
  JSON: 'application/json',
  GeoJSON: 'application/geo+json',
  ZIP: 'application/zip',
} as const;

type Entry = Omit<Download, 'type' | 'bytes' | 'sha256'>;

const measured = (entry: Entry): Download => ({
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

/** The columns that the public gets, in the dictionary's order, and nothing else of a row. */
const published = ({ columns }: OpenTable, row: Facts): Facts =>
  Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]));

const PLACED: Readonly<Record<string, () => readonly Placed[]>> = {
  stations: getPlacedStations,
  towns: getPlacedTowns,
};

const prefixOf = ({ meta }: Dataset) => (meta.kind === 'sample' ? 'sample-' : '');

/** The published tables, each in all its formats. */
export const getTableDownloads = derived((dataset): readonly DownloadGroup[] => {
  const { meta, site } = dataset;
  const all = getOpenRows();
  return OPEN_TABLE_NAMES.map((name) => {
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

const resourceName = ({ format }: Download, group: string) =>
  format === 'CSV' ? group : `${group}-${format.toLowerCase()}`;

function resources({ meta }: Dataset): readonly Resource[] {
  const sources = new Map(meta.sources.map((source) => [source.path, source]));
  return getTableDownloads().flatMap(({ name, title, about, files }) =>
    files.map((download): Resource => ({
      name: resourceName(download, name),
      path: download.file,
      title,
      description: `${about}。${download.about}。`,
      format: download.format.toLowerCase(),
      mediatype: download.type,
      bytes: download.bytes,
      sha256: download.sha256,
      source: sources.get(`${name}.csv`) ?? null,
      schema:
        download.format === 'CSV'
          ? tableSchema(openTable(OPEN_TABLE_NAMES.find((own) => own === name) ?? 'stations'))
          : null,
    })),
  );
}

async function hsdsPackage(dataset: Dataset, homepage: string): Promise<Uint8Array<ArrayBuffer>> {
  const { meta, site } = dataset;
  const tables = hsdsTables(dataset, (table, id) => uuidOf(`${site.city}/${table}/${id}`)).map((table) => ({
    table,
    body: plainCsv(
      table.columns,
      table.rows.map((row) => table.columns.map((column) => row[column] ?? null)),
    ),
  }));
  const descriptor = dataPackage({
    name: `${prefixOf(dataset)}${meta.name}-hsds`,
    title: `${meta.title}（HSDS 3）`,
    description:
      'Human Services Data Specification 3，表格形式。站点是 location。不知道的（如邮政编码）留空。撤并的站不在里面。',
    asAt: meta.asAt,
    homepage,
    publisher: site.organiser || site.siteName,
    licence: site.dataLicence,
    sources: meta.sources,
    resources: tables.map(({ table, body }) => ({
      name: table.name,
      path: table.path,
      title: table.name,
      description: `HSDS 3：${table.name}`,
      format: 'csv',
      mediatype: 'text/csv',
      bytes: byteLength(body),
      sha256: sha256(body),
      source: null,
      schema: hsdsSchema(table),
    })),
  });
  const files = Object.fromEntries(tables.map(({ table, body }) => [table.path, body]));
  return packFiles({ ...files, 'datapackage.json': pretty(descriptor) });
}

const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

async function packagesOf(dataset: Dataset, site: URL): Promise<readonly Download[]> {
  const { meta, site: identity } = dataset;
  const prefix = prefixOf(dataset);
  const homepage = new URL(routes.data(), site).href;
  const publisher = identity.organiser || identity.siteName;
  const entries: readonly Entry[] = [
    {
      file: `${prefix}datapackage.json`,
      format: 'JSON',
      title: '数据包说明（Frictionless）',
      about: '每个文件的列、类型、主键外键、来源、许可、大小和校验',
      body: pretty(
        dataPackage({
          name: `${prefix}${meta.name}`,
          title: meta.title,
          description: `${identity.siteName}的开放数据，截至${formatDate(meta.asAt)}。`,
          asAt: meta.asAt,
          homepage,
          publisher,
          licence: identity.dataLicence,
          sources: meta.sources,
          resources: resources(dataset),
        }),
      ),
    },
    {
      file: `${prefix}csvw-metadata.json`,
      format: 'JSON',
      title: '表格说明（CSVW）',
      about: '同样的内容，按万维网联盟的写法',
      body: pretty(
        csvwMetadata({
          title: meta.title,
          publisher,
          licence: identity.dataLicence,
          asAt: meta.asAt,
          files: OPEN_TABLE_NAMES.map((name) => ({ table: openTable(name), url: `${prefix}${name}.csv` })),
        }),
      ),
    },
    {
      file: `${prefix}hsds.zip`,
      format: 'ZIP',
      title: '服务目录交换包（HSDS 3）',
      about: '英文表头，给用这个国际标准的程序',
      body: await hsdsPackage(dataset, homepage),
    },
  ];
  return entries.map(measured);
}

const packages = derived((dataset) => {
  const made = new Map<string, Promise<readonly Download[]>>();
  return (site: URL) => {
    const key = site.href;
    const known = made.get(key) ?? packagesOf(dataset, site);
    made.set(key, known);
    return known;
  };
});

/** All that /data/ offers; files of a sample carry it in their names. `site` is the address that descriptors name. */
export async function getDownloads(site: URL): Promise<Downloads> {
  return { tables: getTableDownloads(), packages: await packages()(site) };
}

/** All files of /data/, one after the other. */
export async function getDownloadFiles(site: URL): Promise<readonly Download[]> {
  const { tables, packages: rest } = await getDownloads(site);
  return [...tables.flatMap(({ files }) => files), ...rest];
}
