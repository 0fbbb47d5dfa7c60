import Papa from 'papaparse';
import { type ColumnName, TABLES, type TableName } from '../../domain/dataset/columns.ts';
import { decode } from '../formats/decode.ts';

/** A row of a table as text, by the machine names of its columns. */
export type TextRecord<T extends TableName> = Readonly<Record<ColumnName<T>, string>>;

/** The rows of a table as text, cells as they stand; the table must have passed the strict reader. */
export function textRecords<T extends TableName>(table: T, bytes: Uint8Array): readonly TextRecord<T>[] {
  const text = decode(bytes)?.text ?? '';
  const [header = [], ...lines] = Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: 'greedy' }).data;
  const places = TABLES[table].map(({ name }) => [name, header.findIndex((title) => title.trim() === name)] as const);
  return lines.map(
    (cells) => Object.fromEntries(places.map(([column, at]) => [column, (cells[at] ?? '').trim()])) as TextRecord<T>,
  );
}

/**
 * A table as CSV text, as every file in `data/` is: without byte order mark, with LF, columns in the order of the
 * dictionary; a cell that a row doesn't have is empty.
 */
export function textTable<T extends TableName>(table: T, records: readonly Partial<TextRecord<T>>[]): string {
  const fields = TABLES[table].map(({ name }) => name as ColumnName<T>);
  const data = records.map((record) => fields.map((column) => record[column] ?? ''));
  return `${Papa.unparse({ fields, data }, { delimiter: ',', newline: '\n' })}\n`;
}
