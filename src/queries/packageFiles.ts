import type { Dataset } from '../domain/dataset/dataset.ts';
import { plainCsv } from '../domain/openData/csv.ts';
import { csvwMetadata } from '../domain/openData/csvw.ts';
import { dataPackage, type Resource } from '../domain/openData/dataPackage.ts';
import { hsdsSchema } from '../domain/openData/hsds/table.ts';
import { hsdsTables } from '../domain/openData/hsds/tables.ts';
import { tableSchema } from '../domain/openData/tableSchema.ts';
import { OPEN_TABLE_NAMES, openTable } from '../domain/openData/tables.ts';
import { routes } from '../domain/site/routes.ts';
import { formatDate } from '../domain/time/dates.ts';
import { byteLength, sha256, uuidOf } from '../loading/formats/digest.ts';
import { packFiles } from '../loading/formats/writeZip.ts';
import { type Download, type Entry, getTableDownloads, measured, prefixOf, publishedTables } from './tableFiles.ts';

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

/**
 * The files that describe or repackage all tables: Frictionless descriptor, HSDS and ZIP. `site` is the address that
 * they name.
 */
export async function packagesOf(dataset: Dataset, site: URL): Promise<readonly Download[]> {
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
          files: publishedTables().map((name) => ({ table: openTable(name), url: `${prefix}${name}.csv` })),
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
