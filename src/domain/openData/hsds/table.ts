type Cell = string | number | null;

/** A table of the package: its columns in order, which of them must be filled, and which refer to another table. */
export interface HsdsTable {
  readonly name: string;
  readonly path: string;
  readonly columns: readonly string[];
  readonly required: readonly string[];
  readonly refers: Readonly<Record<string, string>>;
  readonly numbers: readonly string[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/** The Table Schema of a table of the package; unknown values are empty cells. */
export function hsdsSchema({ columns, required, refers, numbers }: HsdsTable): Readonly<Record<string, unknown>> {
  return {
    fields: columns.map((name) => ({
      name,
      type: numbers.includes(name) ? 'number' : 'string',
      ...(required.includes(name)
        ? { constraints: { required: true, ...(name === 'id' ? { unique: true } : {}) } }
        : {}),
    })),
    missingValues: [''],
    primaryKey: 'id',
    ...(Object.keys(refers).length === 0
      ? {}
      : {
          foreignKeys: Object.entries(refers).map(([fields, resource]) => ({
            fields,
            reference: { resource, fields: 'id' },
          })),
        }),
  };
}

/**
 * Builds a table. `columns` and `required` are lists of names in one string, separated by spaces; `refers` names the
 * table that a column refers to.
 */
export function table(
  name: string,
  path: string,
  columns: string,
  required: string,
  refers: Readonly<Record<string, string>>,
  rows: HsdsTable['rows'],
  numbers: readonly string[] = [],
): HsdsTable {
  return { name, path, columns: columns.split(' '), required: required.split(' '), refers, numbers, rows };
}
