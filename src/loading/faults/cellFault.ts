import { columnTitle, type TableName } from '../../domain/dataset/columns.ts';
import type { DataRule } from '../../domain/rules/dataRules.ts';
import { type Fault, ruleFault } from './fault.ts';

/** A fault in one cell of a table. */
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
