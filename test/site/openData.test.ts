import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv';
import JSZip from 'jszip';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentOf, few, mainSite, read, type BuiltSite } from './builtSite.ts';
import { builtCity } from './cityBuild.ts';
import { readTables } from './frictionless.ts';

const require = createRequire(import.meta.url);

/** The official schemas, as the packages of the specifications' authors carry them. */
const schema = (file: string) => JSON.parse(readFileSync(require.resolve(file), 'utf8')) as object;
/** The schemas of the Frictionless specifications, v1 (specs.frictionlessdata.io/schemas). */
const PROFILES = join(import.meta.dirname, '../fixtures/frictionless');

/** What an object breaks of a JSON schema. */
function broken(rules: object, value: unknown): string[] {
  const ajv = new Ajv({ schemaId: 'auto', allErrors: true, meta: true, unknownFormats: 'ignore', logger: false });
  ajv.addMetaSchema(schema('ajv/lib/refs/json-schema-draft-04.json'));
  ajv.validate(rules, value);
  return (ajv.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${String(message)}`);
}

const profile = (name: string) => schema(join(PROFILES, `${name}.json`));
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly profile: string;
}

/** What GDAL says of a file, the reader behind QGIS; null on a machine without it (Debian: gdal-bin). */
const gdal = (path: string): string | null => {
  const { status, stdout } = spawnSync('ogrinfo', ['-so', '-al', path], { encoding: 'utf8' });
  return status === 0 ? stdout : null;
};
const hasGdal = spawnSync('ogrinfo', ['--version']).status === 0;

interface CsvwColumn {
  readonly name: string;
  readonly titles: { readonly zh: string };
  readonly datatype: string | { readonly base: string; readonly format?: string };
  readonly required?: boolean;
}

interface CsvwTable {
  readonly url: string;
  readonly tableSchema: {
    readonly columns: readonly CsvwColumn[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys: readonly {
      readonly columnReference: string;
      readonly reference: { readonly resource: string; readonly columnReference: readonly string[] };
    }[];
  };
}

const LEXICAL: Readonly<Record<string, RegExp>> = {
  decimal: /^-?\d+(?:\.\d+)?$/u,
  nonNegativeInteger: /^\d+$/u,
  boolean: /^(?:是|否)$/u,
  date: /^\d{4}-\d{2}-\d{2}$/u,
  string: /^[\s\S]*$/u,
};

// The repo's own data are a sample, the city's are official.
describe.each(['sample', 'official'] as const)('the open data of the %s site', (kind) => {
  let site: BuiltSite;
  const prefix = kind === 'sample' ? 'sample-' : '';
  const file = (name: string) => `data/${prefix}${name}`;
  const json = (name: string) => JSON.parse(read(site, file(name))) as Record<string, unknown>;
  const rowsOf = (path: string) =>
    Papa.parse<string[]>(read(site, path).replace(/^\uFEFF/u, ''), { skipEmptyLines: true }).data;
  const csvFiles = () => [...site.files].filter((path) => /^data\/[^/]+\.csv$/u.test(path));

  beforeAll(async () => {
    site = kind === 'sample' ? mainSite() : await builtCity();
  });

  it('is a Frictionless data package by the official schemas', () => {
    const descriptor = json('datapackage.json');
    expect(broken(profile('data-package'), descriptor)).toEqual([]);
    const resources = descriptor['resources'] as readonly Resource[];
    const tabular = resources.filter((resource) => resource.profile === 'tabular-data-resource');
    expect(tabular.map(({ path }) => `data/${path}`).sort()).toEqual(csvFiles().sort());
    for (const resource of tabular)
      expect(broken(profile('tabular-data-resource'), resource), resource.name).toEqual([]);
  });

  it('tells size and checksum of every file as they are, in the package and on the page', () => {
    const page = documentOf(site, 'data/index.html').body.textContent ?? '';
    const resources = json('datapackage.json')['resources'] as readonly Resource[];
    expect(resources.length).toBeGreaterThan(15);
    for (const { path, bytes, hash } of resources) {
      const own = readFileSync(join(site.dir, 'data', path));
      expect([path, bytes, hash]).toEqual([path, own.length, `sha256:${sha256(own)}`]);
      expect(page).toContain(sha256(own));
    }
    for (const name of ['datapackage.json', 'csvw-metadata.json', 'hsds.zip']) {
      expect(page, name).toContain(sha256(readFileSync(join(site.dir, file(name)))));
    }
  });

  it.skipIf(!hasGdal)('is opened by GDAL, row for row, with the headings as they stand', () => {
    for (const path of csvFiles()) {
      const [header = [], ...rows] = rowsOf(path);
      const told = gdal(join(site.dir, path)) ?? '';
      expect(told, path).toContain(`Feature Count: ${rows.length}\n`);
      for (const title of header) expect(told, path).toContain(`\n${title}: `);
    }
    for (const name of ['stations', 'towns']) {
      const features = json(`${name}.geojson`)['features'] as readonly unknown[];
      const told = gdal(join(site.dir, file(`${name}.geojson`))) ?? '';
      expect(told).toContain('Geometry: Point');
      expect(told).toContain(`Feature Count: ${features.length}\n`);
    }
  });

  it('holds tables that keep their schemas: types, constraints, keys, references', () => {
    const names = ['data/' + `${prefix}datapackage.json`, ...csvFiles()];
    const { counts, faults } = readTables(new Map(names.map((name) => [name.slice('data/'.length), read(site, name)])));
    expect(few([...faults])).toEqual([]);
    for (const path of csvFiles()) {
      const name = path.slice(`data/${prefix}`.length, -'.csv'.length);
      expect(counts[name], name).toBe(rowsOf(path).length - 1);
    }
  });

  it('has GeoJSON by the official schema and RFC 7946', () => {
    for (const name of ['stations.geojson', 'towns.geojson']) {
      const collection = json(name) as unknown as {
        bbox: [number, number, number, number];
        features: { id: string; geometry: { coordinates: [number, number] } | null }[];
      };
      expect(broken(schema('geojson-schema/FeatureCollection.json'), collection)).toEqual([]);
      expect(collection).not.toHaveProperty('crs');
      const [west, south, east, north] = collection.bbox;
      const points = collection.features.flatMap(({ geometry }) => (geometry === null ? [] : [geometry.coordinates]));
      expect(points.length).toBeGreaterThan(0);
      expect(points.filter(([lon, lat]) => lon < west || lon > east || lat < south || lat > north)).toEqual([]);
      // Longitude first: every city of China lies so.
      expect([west > 73, east < 136, south > 3, north < 54]).toEqual([true, true, true, true]);
      expect(new Set(collection.features.map(({ id }) => id)).size).toBe(collection.features.length);
    }
  });

  it('has CSVW metadata that describe the files as they are', () => {
    const group = json('csvw-metadata.json') as unknown as { '@context': unknown[]; tables: readonly CsvwTable[] };
    expect(group['@context'][0]).toBe('http://www.w3.org/ns/csvw');
    expect(group.tables.map(({ url }) => `data/${url}`).sort()).toEqual(csvFiles().sort());
    const keys = new Map<string, Set<string>>();
    for (const { url, tableSchema } of group.tables) {
      const [header, ...rows] = rowsOf(`data/${url}`);
      expect(header).toEqual(tableSchema.columns.map(({ titles }) => titles.zh));
      const at = (name: string) => tableSchema.columns.findIndex((column) => column.name === name);
      const own = rows.map((row) => tableSchema.primaryKey.map((name) => row[at(name)]).join('\n'));
      expect(new Set(own).size, url).toBe(rows.length);
      keys.set(url, new Set(own));
      const wrong = tableSchema.columns.flatMap(({ name, datatype, required }, index) => {
        const { base, format } = typeof datatype === 'string' ? { base: datatype, format: undefined } : datatype;
        const pattern = base === 'string' && format !== undefined ? new RegExp(`^(?:${format})$`, 'u') : LEXICAL[base];
        const cells = rows.map((row) => row[index] ?? '');
        return cells
          .filter((cell) => (cell === '' ? required === true : pattern?.test(cell) !== true))
          .map((cell) => `${url} ${name}: ${cell}`);
      });
      expect(few(wrong)).toEqual([]);
    }
    for (const { url, tableSchema } of group.tables) {
      for (const { columnReference, reference } of tableSchema.foreignKeys) {
        const index = tableSchema.columns.findIndex(({ name }) => name === columnReference);
        const cells = rowsOf(`data/${url}`)
          .slice(1)
          .map((row) => row[index] ?? '');
        const dangling = cells.filter((cell) => cell !== '' && keys.get(reference.resource)?.has(cell) !== true);
        expect(few(dangling), `${url} ${columnReference}`).toEqual([]);
      }
    }
  });

  it('has an HSDS 3 package with the columns that the specification requires', async () => {
    const zip = await JSZip.loadAsync(readFileSync(join(site.dir, file('hsds.zip'))));
    const files = new Map(
      await Promise.all(
        Object.values(zip.files).map(async (entry) => [entry.name, await entry.async('string')] as const),
      ),
    );
    const descriptor = JSON.parse(files.get('datapackage.json') ?? '') as { resources: Resource[] };
    expect(broken(profile('tabular-data-package'), { ...descriptor, profile: 'tabular-data-package' })).toEqual([]);
    // No package carries the schemas of HSDS 3: `required` and `tabular_required` of docs.openreferral.org, written out.
    const required: Readonly<Record<string, readonly string[]>> = {
      organization: ['id', 'name', 'description'],
      service: ['id', 'organization_id', 'name', 'status'],
      location: ['id', 'location_type'],
      address: ['id', 'address_1', 'city', 'country', 'address_type'],
      phone: ['id', 'number'],
      schedule: ['id'],
      service_at_location: ['id', 'service_id', 'location_id'],
      taxonomy: ['id', 'name', 'description'],
      taxonomy_term: ['id', 'name', 'description'],
      attribute: ['id', 'link_id', 'taxonomy_term_id', 'link_type', 'link_entity'],
    };
    const { counts, faults } = readTables(files);
    expect(few([...faults])).toEqual([]);
    for (const [name, columns] of Object.entries(required)) {
      const resource = descriptor.resources.find((entry) => entry.name === name);
      const text = files.get(resource?.path ?? '') ?? '';
      const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
      expect(meta.fields, name).toEqual(expect.arrayContaining([...columns]));
      expect(few(data.filter((row) => columns.some((column) => row[column] === ''))), name).toEqual([]);
      expect(counts[name], name).toBe(data.length);
      expect(
        data.every((row) =>
          /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u.test(row['id'] ?? ''),
        ),
      ).toBe(true);
      expect(resource?.hash).toBe(`sha256:${sha256(text)}`);
    }
    const { data: hours } = Papa.parse<Record<string, string>>(files.get('schedules.csv') ?? '', {
      header: true,
      skipEmptyLines: true,
    });
    // Hours that are told in words have neither days nor times, and say the words.
    const inWords = hours.filter(({ freq }) => freq === '');
    expect(inWords.length).toBeGreaterThan(0);
    expect(inWords.filter((row) => row['byday'] !== '' || row['opens_at'] !== '' || row['description'] === '')).toEqual(
      [],
    );
    const odd = hours.filter(
      ({ freq, byday = '', opens_at: at = '' }) =>
        freq !== '' &&
        (!/^(?:MO|TU|WE|TH|FR|SA|SU)(?:,[A-Z]{2})*$/u.test(byday) || !/^(?:\d{2}:\d{2}\+08:00)?$/u.test(at)),
    );
    expect(few(odd)).toEqual([]);
  });

  it('has a place in the dictionary for every column of every table', () => {
    const page = documentOf(site, 'data/index.html');
    const { tables } = json('csvw-metadata.json') as unknown as { tables: readonly CsvwTable[] };
    const missing = tables.flatMap(({ url, tableSchema }) =>
      tableSchema.columns
        .map(({ name }) => `${url.slice(prefix.length, -'.csv'.length)}.${name}`)
        .filter((id) => page.getElementById(id) === null),
    );
    expect(missing).toEqual([]);
  });
});
