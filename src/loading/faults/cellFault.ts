import { columnTitle, type TableName } from '../../domain/dataset/columns.ts';
import type { DataRule } from '../../domain/rules/dataRules.ts';
import { type Fault, ruleFault } from './fault.ts';

/** Makes a fault against a rule of data in one cell of a table; file and column are named as editors know them. */
export function at(
  code: DataRule,
  table: TableName,
  row: number,
  column: string,
  value: string,
  message: string,
  remedy = '',
): Fault {
  return { ...ruleFault(code, `${table}.csv`, value, message, remedy), row, column: columnTitle(table, column) };
}
