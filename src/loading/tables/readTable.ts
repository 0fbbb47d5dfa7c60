import Papa from 'papaparse';
import { columnTitle, TABLES, type Column, type TableName } from '../../domain/dataset/columns.ts';
import type { DataRule } from '../../domain/rules/dataRules.ts';
import type { TableRecords } from '../../domain/dataset/dataset.ts';
import { rowSchemas } from '../../schemas/tables.ts';
import { toWgs84 } from '../adapters/crs.ts';
import { brokenLine, decode, lineOf } from '../formats/decode.ts';
import { fileFault, ruleFault, type Fault } from '../faults/fault.ts';

/** A checked row: the row number that Excel shows, its record, and its cells as written, by machine name. */
export interface ReadRow<T extends TableName> {
  readonly row: number;
  readonly value: TableRecords[T];
  readonly cells: Readonly<Record<string, string>>;
}

/** The rows of one table that passed the checks, and the faults of all others. */
export interface ReadTable<T extends TableName> {
  readonly rows: readonly ReadRow<T>[];
  readonly faults: readonly Fault[];
}

/** No table has nearly as many columns; more are not compared one by one. */
const MOST_COLUMNS = 500;

const SAVE_AS = '在 Excel 里另存为“CSV UTF-8（逗号分隔）”';

const SCHEMAS = rowSchemas(toWgs84);

const failed = <T extends TableName>(...faults: Fault[]): ReadTable<T> => ({ rows: [], faults });

function headerFaults(table: TableName, file: string, header: readonly string[]): Fault[] {
  const columns: readonly Column[] = TABLES[table];
  const known = columns.map(({ name }) => name);
  const needed = columns.filter(({ late }) => late !== true).map(({ name }) => name);
  const show = (names: readonly string[]) => names.map((name) => `${name}（${columnTitle(table, name)}）`).join('、');
  const missing = needed.filter((name) => !header.includes(name));
  const unknown = header.filter((name) => !known.includes(name));
  const twice = header.filter((name, index) => header.indexOf(name) !== index);
  return [
    ...(missing.length > 0
      ? [fileFault(file, `表头缺少 ${missing.length} 列：${show(missing)}`, '在第一行补上这些列名')]
      : []),
    ...(unknown.length > 0
      ? [fileFault(file, `表头有不认识的列：${unknown.join('、')}`, `删掉或改名，这张表只认：${known.join('、')}`)]
      : []),
    ...(twice.length > 0 ? [fileFault(file, `表头有重复的列：${twice.join('、')}`, '每个列名只留一个')] : []),
  ];
}

/**
 * Reads the bytes of one CSV table and checks every cell against its schema. Empty lines are skipped, but counted in
 * row numbers.
 */
export function readTable<T extends TableName>(table: T, file: string, bytes: Uint8Array): ReadTable<T> {
  const decoded = decode(bytes);
  if (decoded === null) {
    const remedy = `这一行里多半有坏掉的字，重新打一遍；再${SAVE_AS}`;
    return failed({ ...fileFault(file, '读不出文字编码', remedy), row: brokenLine(bytes) });
  }
  const nul = decoded.text.indexOf('\0');
  if (nul >= 0)
    return failed({ ...fileFault(file, '不是文本文件（里面有空字节）', SAVE_AS), row: lineOf(decoded.text, nul) });
  const parsed = Papa.parse<string[]>(decoded.text, { delimiter: ',', skipEmptyLines: false });
  const broken = parsed.errors.map((error): Fault => ({
    ...fileFault(file, `引号没有成对（${error.code}）`, '检查这一行的双引号，内容里的双引号要写成两个'),
    row: error.row === undefined ? null : error.row + 1,
  }));
  if (broken.length > 0) return failed(...broken);
  const [header = [], ...lines] = parsed.data;
  if (header.length > MOST_COLUMNS) {
    return failed(
      fileFault(file, `表头有 ${header.length} 列，太多`, `这张表只有 ${TABLES[table].length} 列，多的删掉`),
    );
  }
  const names = header.map((name) => name.trim());
  const wrongHeader = headerFaults(table, file, names);
  if (wrongHeader.length > 0) return failed(...wrongHeader);

  const absent = Object.fromEntries(TABLES[table].map(({ name }) => [name, '']));
  const rows: ReadRow<T>[] = [];
  const faults: Fault[] = [];
  lines.forEach((cells, index) => {
    const row = index + 2;
    if (cells.every((value) => value.trim() === '')) return;
    if (cells.length !== names.length) {
      faults.push({
        ...fileFault(file, `有 ${cells.length} 格，表头有 ${names.length} 列`, '检查这一行是不是多了或少了逗号'),
        row,
      });
      return;
    }
    const record = { ...absent, ...Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])) };
    const result = SCHEMAS[table].safeParse(record);
    if (result.success) {
      rows.push({ row, value: result.data as TableRecords[T], cells: record });
      return;
    }
    for (const issue of result.error.issues) {
      const name = String(issue.path[0]);
      const params = issue.code === 'custom' ? issue.params : undefined;
      faults.push({
        ...ruleFault(
          (params?.['code'] as DataRule | undefined) ?? 'cell',
          file,
          record[name] ?? '',
          issue.message,
          String(params?.['remedy'] ?? '对照数据说明改正'),
        ),
        row,
        column: columnTitle(table, name),
      });
    }
  });
  return { rows, faults };
}
