import { openTable, type Holds, type OpenColumn, type OpenTable } from './tables.ts';

type Json = Readonly<Record<string, unknown>>;

const TYPES = {
  text: { type: 'string' },
  list: { type: 'string' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  'yes-no': { type: 'boolean', trueValues: ['是'], falseValues: ['否'] },
  date: { type: 'date', format: 'default' },
} as const satisfies Record<Holds['type'], Json>;

const left = (value: Json): Json => Object.fromEntries(Object.entries(value).filter(([, own]) => own !== undefined));

function field({ name, title, about, holds }: OpenColumn, only: boolean): Json {
  const constraints = left({
    required: holds.required,
    unique: only ? true : undefined,
    enum: holds.choices,
    pattern: holds.pattern,
    minimum: holds.least,
    maximum: holds.most,
  });
  return {
    // In the schema the name of a field must be the heading of the CSV file.
    name: title,
    ...TYPES[holds.type],
    title,
    description: about,
    column: name,
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}

/** The Table Schema of a published table (specs.frictionlessdata.io/table-schema, v1). */
export function tableSchema({ name, key, columns }: OpenTable): Json {
  const titleOf = (column: string) => columns.find((own) => own.name === column)?.title ?? column;
  const foreignKeys = columns.flatMap(({ title, refers }) => {
    if (refers === null) return [];
    const other = openTable(refers);
    const fields = other.columns.filter((column) => other.key.includes(column.name)).map((column) => column.title);
    return [{ fields: title, reference: { resource: refers === name ? '' : refers, fields: fields.join() } }];
  });
  return {
    fields: columns.map((column) => field(column, key.length === 1 && key[0] === column.name)),
    missingValues: [''],
    ...(key.length === 0 ? {} : { primaryKey: key.length === 1 ? titleOf(key[0] ?? '') : key.map(titleOf) }),
    ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
  };
}
