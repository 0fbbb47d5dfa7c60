import { beforeAll, describe, expect, it } from 'vitest';
import { documentOf, few } from './builtSite.ts';
import { type CsvwTable, KINDS, type OpenData, openDataOf } from './openDataFiles.ts';

const LEXICAL: Readonly<Record<string, RegExp>> = {
  decimal: /^-?\d+(?:\.\d+)?$/u,
  nonNegativeInteger: /^\d+$/u,
  boolean: /^(?:是|否)$/u,
  date: /^\d{4}-\d{2}-\d{2}$/u,
  string: /^[\s\S]*$/u,
};

describe.each(KINDS)('the open data of the %s site', (kind) => {
  let data: OpenData;
  beforeAll(async () => {
    data = await openDataOf(kind);
  });

  it('has CSVW metadata that describe the files as they are', () => {
    const { json, rowsOf, csvFiles } = data;
    const group = json('csvw-metadata.json') as unknown as { '@context': unknown[]; tables: readonly CsvwTable[] };
    expect(group['@context'][0]).toBe('http://www.w3.org/ns/csvw');
    expect(group.tables.map(({ url }) => `data/${url}`).sort()).toEqual(csvFiles().sort());
    const keys = new Map<string, Set<string>>();
    for (const { url, tableSchema } of group.tables) {
      const [header, ...rows] = rowsOf(`data/${url}`);
      expect(header).toEqual(tableSchema.columns.map(({ titles }) => titles.zh));
      const at = (name: string) => tableSchema.columns.findIndex((column) => column.name === name);
      // A table without a key holds no row twice.
      const key = tableSchema.primaryKey ?? tableSchema.columns.map(({ name }) => name);
      const own = rows.map((row) => key.map((name) => row[at(name)]).join('\n'));
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

  it('has a place in the dictionary for every column of every table', () => {
    const { site, prefix, json } = data;
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
