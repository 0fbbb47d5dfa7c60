import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { few } from './builtSite.ts';
import { readTables } from './frictionless.ts';
import { broken, KINDS, type OpenData, openDataOf, profile, type Resource, sha256 } from './openDataFiles.ts';

describe.each(KINDS)('the open data of the %s site', (kind) => {
  let data: OpenData;
  beforeAll(async () => {
    data = await openDataOf(kind);
  });

  it('has an HSDS 3 package with the columns that the specification requires', async () => {
    const { site, file } = data;
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
});
