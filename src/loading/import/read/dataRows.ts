import { isBlankWord } from '../../../domain/language/plainText.ts';
import type { ImportRule } from '../../../domain/rules/importRules.ts';
import { importFault, type Fault } from '../../faults/fault.ts';
import type { GridRow, Sheet } from '../../formats/grid.ts';
import { RowReader } from './draft.ts';
import type { Header } from './header.ts';

/** What was read of the rows of one sheet. */
export interface ReadRows<Draft> {
  readonly drafts: readonly Draft[];
  readonly faults: readonly Fault[];
  /** Rows that hold a fault that must be mended, left out of the drafts. */
  readonly blockedRows: number;
}

const LONG_ROW = '内容里有逗号的（如地址），两边加英文双引号，或存成 .xlsx 再导入';

const FOOTER =
  /^(?:合计|总计|小计|共计|总数|注|备注|说明|填表说明|填表人|填报人|填表单位|制表|审核|复核|联系人|单位负责人|\*)\s*[:：(（]?/u;

const SUM = /(?:小计|合计|总计|共计|汇总|总数|累计)\s*[:：]?\s*(?:\(?\d+\s*[个家处站点]*\)?)?$/u;

/** Why a row is no station: a title across the table, a sum or a remark below it, the header once more; null for data. */
export function notData({ cells }: GridRow, header: Header): string | null {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const [first = ''] = filled;
  if (cells.every((cell, at) => cell.trim() === '' || cell.trim() === header.titles[at])) return '重复的表头';
  const across = cells.length > 2 && header.columns.size > 2 && new Set(filled).size === 1;
  if (across && (filled.length > 2 || filled.length === 1)) {
    const at = cells.findIndex((cell) => cell.trim() !== '');
    const inName = header.columns.get('name')?.includes(at) === true && filled.length === 1;
    if (!inName || FOOTER.test(first.trim())) return '横贯整行的标题或说明';
  }
  if (FOOTER.test(first.trim()) && filled.length <= Math.max(3, header.columns.size / 2)) return '合计或说明';
  // 徐汇区小计 stands where a 街镇, a name or a number would.
  const leading = ['row_number', 'district_name', 'town_name', 'name'] as const;
  const sum = leading.some((column) => header.columns.get(column)?.some((at) => SUM.test((cells[at] ?? '').trim())));
  if (sum || SUM.test(first.trim())) return '合计或说明';
  return null;
}

/** Cells under no heading, by column: how many, and the first of them. */
type Homeless = Map<number, { count: number; readonly first: string; readonly row: number }>;

/** Notes the cells of a row that no heading stands over; a cell that is merged with the one before it is not counted. */
function noteHomeless({ row, cells }: GridRow, { titles }: Header, homeless: Homeless): void {
  cells.forEach((cell, at) => {
    if ((titles[at] ?? '') !== '' || isBlankWord(cell) || cell === cells[at - 1]) return;
    const known = homeless.get(at);
    if (known === undefined) homeless.set(at, { count: 1, first: cell.trim(), row });
    else known.count += 1;
  });
}

/** What is said of a row that is no data, and how it becomes some. */
interface NoData {
  readonly message: string;
  readonly remedy: string;
}

/**
 * Reads the rows below the header, each by `read`, which gives null for one that must be mended. Titles, sums and remarks
 * among the rows are told, cells under no heading too; a row of a text with more cells than the header is not read.
 */
export function readRows<Draft>(
  file: string,
  sheet: Sheet,
  header: Header,
  noData: NoData,
  read: (row: RowReader) => Draft | null,
): ReadRows<Draft> {
  const drafts: Draft[] = [];
  const faults: Fault[] = [];
  const homeless: Homeless = new Map();
  let blockedRows = 0;
  const about = (code: ImportRule, row: number, value: string, message: string, remedy: string): Fault => ({
    ...importFault(code, file, value, message, remedy),
    sheet: sheet.name,
    row,
  });
  for (const row of sheet.rows) {
    if (row.row <= header.row) continue;
    const reason = notData(row, header);
    if (reason !== null) {
      const first = row.cells.find((cell) => cell.trim() !== '') ?? '';
      if (reason !== '重复的表头')
        faults.push(about('row.skipped', row.row, first, `${reason}，${noData.message}`, noData.remedy));
      continue;
    }
    const reader = new RowReader({ file, sheet: sheet.name, row: row.row }, row, header);
    const last = row.cells.findLastIndex((cell) => cell.trim() !== '');
    // In a text an unquoted comma moves all that follows it; in a workbook every cell stays where it is.
    if (sheet.name === null && last >= header.titles.length) {
      const cells = row.cells.filter((cell) => cell.trim() !== '').join('，');
      const message = `有 ${last + 1} 格，表头只有 ${header.titles.length} 列，后面的格可能错了位`;
      faults.push(about('row.long', row.row, cells, message, LONG_ROW));
      blockedRows += 1;
      continue;
    }
    noteHomeless(row, header, homeless);
    if ([...header.columns.keys()].every((column) => column === 'row_number' || isBlankWord(reader.text(column))))
      continue;
    const draft = read(reader);
    for (const fault of reader.faults) faults.push(fault);
    if (draft === null) blockedRows += 1;
    else drafts.push(draft);
  }
  for (const [at, { count, first, row }] of homeless) {
    const message = `第 ${at + 1} 列没有表头，有 ${count} 格没有导入`;
    faults.push(about('header.none', row, first, message, '在表头里写上列名；不要的，删掉这一列'));
  }
  return { drafts, faults, blockedRows };
}
