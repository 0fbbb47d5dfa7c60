import Papa from 'papaparse';

/** A field of a Table Schema (specs.frictionlessdata.io/table-schema, v1), as far as our tables use them. */
interface Field {
  readonly name: string;
  readonly type: string;
  readonly format?: string;
  readonly trueValues?: readonly string[];
  readonly falseValues?: readonly string[];
  readonly constraints?: {
    readonly required?: boolean;
    readonly unique?: boolean;
    readonly enum?: readonly string[];
    readonly pattern?: string;
    readonly minimum?: number;
    readonly maximum?: number;
  };
}

interface Schema {
  readonly fields: readonly Field[];
  readonly missingValues?: readonly string[];
  readonly primaryKey?: string | readonly string[];
  readonly foreignKeys?: readonly {
    readonly fields: string | readonly string[];
    readonly reference: { readonly resource: string; readonly fields: string | readonly string[] };
  }[];
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly schema?: Schema;
}

interface Table {
  readonly resource: Resource;
  readonly schema: Schema;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const isDate = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

/** Whether a text is a value of a type; types that our tables don't use are refused. */
function isOfType({ type, format = 'default', trueValues, falseValues }: Field, text: string): boolean {
  if (type !== 'string' && format !== 'default') return false;
  if (type === 'string') return format === 'default' || (format === 'uri' && URL.canParse(text));
  if (type === 'integer') return /^[+-]?\d+$/u.test(text);
  if (type === 'number') return /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu.test(text);
  if (type === 'date') return isDate(text);
  const words = [
    ...(trueValues ?? ['true', 'True', 'TRUE', '1']),
    ...(falseValues ?? ['false', 'False', 'FALSE', '0']),
  ];
  return type === 'boolean' && words.includes(text);
}

function cellFault(field: Field, text: string, missing: readonly string[]): string | null {
  const { required, enum: words, pattern, minimum, maximum } = field.constraints ?? {};
  if (missing.includes(text)) return required === true ? 'required' : null;
  if (!isOfType(field, text)) return `type ${field.type}`;
  if (words !== undefined && !words.includes(text)) return 'enum';
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(text)) return 'pattern';
  if (minimum !== undefined && Number(text) < minimum) return 'minimum';
  return maximum !== undefined && Number(text) > maximum ? 'maximum' : null;
}

const listOf = (names: string | readonly string[] | undefined): readonly string[] =>
  typeof names === 'string' ? [names] : (names ?? []);

/** The values of some columns in each row, joined; null where all of them are missing. */
function keysOf({ schema, header, rows }: Table, names: readonly string[]): (string | null)[] {
  const places = names.map((name) => header.indexOf(name));
  if (places.includes(-1)) throw new Error(`no column ${names.join()}`);
  const missing = schema.missingValues ?? [''];
  return rows.map((row) => {
    const values = places.map((at) => row[at] ?? '');
    return values.every((value) => missing.includes(value)) ? null : JSON.stringify(values);
  });
}

function tableFaults(table: Table, others: ReadonlyMap<string, Table>): string[] {
  const { resource, schema, header, rows } = table;
  const faults: string[] = [];
  if (JSON.stringify(header) !== JSON.stringify(schema.fields.map(({ name }) => name))) faults.push('header');
  rows.forEach((row, index) => {
    if (row.length !== header.length) faults.push(`row ${index + 2}: ${row.length} cells`);
    schema.fields.forEach((field, at) => {
      const fault = cellFault(field, row[at] ?? '', schema.missingValues ?? ['']);
      if (fault !== null) faults.push(`row ${index + 2} ${field.name}: ${row[at] ?? ''} ${fault}`);
    });
  });
  const primary = listOf(schema.primaryKey);
  const keys = primary.length === 0 ? [] : keysOf(table, primary);
  if (keys.includes(null) || new Set(keys).size !== keys.length) faults.push('primary key');
  for (const { name } of schema.fields.filter(({ constraints }) => constraints?.unique === true)) {
    const own = keysOf(table, [name]).filter((key) => key !== null);
    if (new Set(own).size !== own.length) faults.push(`${name}: unique`);
  }
  for (const { fields, reference } of schema.foreignKeys ?? []) {
    const other = reference.resource === '' ? table : others.get(reference.resource);
    const there = new Set(other === undefined ? [] : keysOf(other, listOf(reference.fields)));
    const lost = keysOf(table, listOf(fields)).filter((key) => key !== null && !there.has(key));
    if (lost.length > 0) faults.push(`${listOf(fields).join()}: ${String(lost[0])} is not in ${reference.resource}`);
  }
  return faults.map((fault) => `${resource.name} ${fault}`);
}

/** What the tables of a data package hold: the number of rows by resource, and everything that breaks its schema. */
export function readTables(files: ReadonlyMap<string, string>): {
  readonly counts: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
} {
  const name = [...files.keys()].find((one) => one.endsWith('datapackage.json')) ?? '';
  const { resources } = JSON.parse(files.get(name) ?? '') as { resources: readonly Resource[] };
  const tables = resources.flatMap((resource): Table[] => {
    if (resource.schema === undefined) return [];
    const text = (files.get(resource.path) ?? '').replace(/^\uFEFF/u, '');
    const [header = [], ...rows] = Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: true }).data;
    return [{ resource, schema: resource.schema, header, rows }];
  });
  const byName = new Map(tables.map((table) => [table.resource.name, table]));
  return {
    counts: Object.fromEntries(tables.map(({ resource, rows }) => [resource.name, rows.length])),
    faults: tables.flatMap((table) => tableFaults(table, byName)),
  };
}
