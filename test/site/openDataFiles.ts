import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv';
import Papa from 'papaparse';
import { mainSite, read, type BuiltSite } from './builtSite.ts';
import { builtCity } from './cityBuild.ts';

const require = createRequire(import.meta.url);

/** The official schemas, as the packages of the specifications' authors carry them. */
export const schema = (file: string) => JSON.parse(readFileSync(require.resolve(file), 'utf8')) as object;
/** The schemas of the Frictionless specifications, v1 (specs.frictionlessdata.io/schemas). */
const PROFILES = join(import.meta.dirname, '../fixtures/frictionless');

/** What an object breaks of a JSON schema. */
export function broken(rules: object, value: unknown): string[] {
  const ajv = new Ajv({ schemaId: 'auto', allErrors: true, meta: true, unknownFormats: 'ignore', logger: false });
  ajv.addMetaSchema(schema('ajv/lib/refs/json-schema-draft-04.json'));
  ajv.validate(rules, value);
  return (ajv.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${String(message)}`);
}

/** A schema of the Frictionless project by its name. */
export const profile = (name: string) => schema(join(PROFILES, `${name}.json`));
/** The SHA-256 of bytes or of a text, as hexadecimal. */
export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** A file in a data package, as its description has it. */
export interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly profile: string;
}

/** A column in CSVW metadata. */
export interface CsvwColumn {
  readonly name: string;
  readonly titles: { readonly zh: string };
  readonly datatype: string | { readonly base: string; readonly format?: string };
  readonly required?: boolean;
}

/** A table in CSVW metadata. */
export interface CsvwTable {
  readonly url: string;
  readonly tableSchema: {
    readonly columns: readonly CsvwColumn[];
    readonly primaryKey?: readonly string[];
    readonly foreignKeys: readonly {
      readonly columnReference: string;
      readonly reference: { readonly resource: string; readonly columnReference: readonly string[] };
    }[];
  };
}

/** The two kinds of data: the repository's own are a sample, the city's are official. */
export const KINDS = ['sample', 'official'] as const;

/** The open data of a built site, by the names of its files without what a sample puts before them. */
export interface OpenData {
  readonly site: BuiltSite;
  readonly prefix: string;
  readonly file: (name: string) => string;
  readonly json: (name: string) => Record<string, unknown>;
  readonly rowsOf: (path: string) => string[][];
  readonly csvFiles: () => string[];
}

/** The open data of the site of a kind, which is built first where need be. */
export async function openDataOf(kind: (typeof KINDS)[number]): Promise<OpenData> {
  const site = kind === 'sample' ? mainSite() : await builtCity();
  const prefix = kind === 'sample' ? 'sample-' : '';
  const file = (name: string) => `data/${prefix}${name}`;
  return {
    site,
    prefix,
    file,
    json: (name) => JSON.parse(read(site, file(name))) as Record<string, unknown>,
    rowsOf: (path) => Papa.parse<string[]>(read(site, path).replace(/^\uFEFF/u, ''), { skipEmptyLines: true }).data,
    csvFiles: () => [...site.files].filter((path) => /^data\/[^/]+\.csv$/u.test(path)),
  };
}
