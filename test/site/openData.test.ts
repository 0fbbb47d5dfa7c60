import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentOf, few, read } from './builtSite.ts';
import { readTables } from './frictionless.ts';
import { broken, KINDS, type OpenData, openDataOf, profile, type Resource, schema, sha256 } from './openDataFiles.ts';

/** What GDAL says of a file, the reader behind QGIS; null on a machine without it (Debian: gdal-bin). */
const gdal = (path: string): string | null => {
  const { status, stdout } = spawnSync('ogrinfo', ['-so', '-al', path], { encoding: 'utf8' });
  return status === 0 ? stdout : null;
};
const hasGdal = spawnSync('ogrinfo', ['--version']).status === 0;

describe.each(KINDS)('the open data of the %s site', (kind) => {
  let data: OpenData;
  beforeAll(async () => {
    data = await openDataOf(kind);
  });

  it('is a Frictionless data package by the official schemas', () => {
    const { json, csvFiles } = data;
    const descriptor = json('datapackage.json');
    expect(broken(profile('data-package'), descriptor)).toEqual([]);
    const resources = descriptor['resources'] as readonly Resource[];
    const tabular = resources.filter((resource) => resource.profile === 'tabular-data-resource');
    expect(tabular.map(({ path }) => `data/${path}`).sort()).toEqual(csvFiles().sort());
    for (const resource of tabular)
      expect(broken(profile('tabular-data-resource'), resource), resource.name).toEqual([]);
  });

  it('tells size and checksum of every file as they are, in the package and on the page', () => {
    const { site, file, json } = data;
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
    const { site, file, json, rowsOf, csvFiles } = data;
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
    const { site, prefix, rowsOf, csvFiles } = data;
    const names = ['data/' + `${prefix}datapackage.json`, ...csvFiles()];
    const { counts, faults } = readTables(new Map(names.map((name) => [name.slice('data/'.length), read(site, name)])));
    expect(few([...faults])).toEqual([]);
    for (const path of csvFiles()) {
      const name = path.slice(`data/${prefix}`.length, -'.csv'.length);
      expect(counts[name], name).toBe(rowsOf(path).length - 1);
    }
  });

  it('has GeoJSON by the official schema and RFC 7946', () => {
    const { json } = data;
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
});
