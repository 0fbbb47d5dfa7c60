import type { StationType } from '../../../domain/station/station.ts';
import { isBlankWord } from '../../../domain/language/plainText.ts';
import type { ImportRule } from '../../../domain/rules/importRules.ts';
import { stationName } from '../../../domain/station/naming.ts';
import { importFault, type Fault } from '../../faults/fault.ts';
import type { GridRow, Sheet } from '../../formats/grid.ts';
import { RowReader, type Draft } from './draft.ts';
import type { ImportContext } from './context.ts';
import type { Header } from './header.ts';
import { readBelonging } from './placeCells.ts';
import { readCoordinate, readValues } from './valueCells.ts';

/** What was read of one sheet. */
export interface ReadSheet {
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

/** Columns that say which station a row without a name is. */
const NAMES_STATION = ['town_name', 'town_code', 'id', 'external_id'] as const;

interface Counters {
  types: number;
  phones: number;
}

function readRow(reader: RowReader, context: ImportContext, counters: Counters): Draft | null {
  const belonging = readBelonging(reader, context, () => (counters.types += 1));
  readValues(reader, context, (count) => (counters.phones += count));
  const { point, crs } = readCoordinate(reader);
  if (belonging === null || reader.blocked) return null;
  const { town, type, typeKnown, field, committeeCode } = belonging;
  reader.values.set('type', type);
  reader.values.set('town_code', town.code);
  reader.set('field', field ?? '');
  reader.set('committee_code', committeeCode ?? '');
  const id = reader.text('id').trim();
  if (id !== '' && !isBlankWord(id)) {
    if (context.known.byId.has(id) || /^(?=.*[a-z-])[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id)) reader.values.set('id', id);
    else reader.tell('id.unknown', 'id', '不是网站上的站点编号，没有用', '新站不用填编号，导入时会编一个');
  }
  if (!reader.values.has('name')) {
    if (!typeKnown && !NAMES_STATION.some((column) => reader.has(column))) {
      reader.tell('name.missing', 'name', '没有名称，也没有街镇，看不出是哪个站', '加一列“站点名称”，或加一列“街镇”');
      return null;
    }
    const fieldName = context.fields.find(({ slug }) => slug === field)?.name ?? null;
    const committeeName = context.committeesOf(town.code).find(({ code }) => code === committeeCode)?.name ?? null;
    reader.values.set('name', stationName({ type, townName: town.name, fieldName, committeeName }));
    reader.tell(
      'name.derived',
      'name',
      `没有写名称，按通知三（一）写成“${reader.values.get('name') ?? ''}”`,
      '看一下对不对',
    );
  }
  return {
    place: reader.place,
    values: reader.values,
    townCode: town.code,
    type,
    typeKnown,
    field,
    committeeCode,
    point,
    crs,
    leftover: reader.leftover.filter((text) => !text.endsWith('：')),
  };
}

/** Reads the rows below the header. */
export function readSheetRows(file: string, sheet: Sheet, header: Header, context: ImportContext): ReadSheet {
  const drafts: Draft[] = [];
  const faults: Fault[] = [];
  const counters: Counters = { types: 0, phones: 0 };
  const homeless: Homeless = new Map();
  let blockedRows = 0;
  const about = (code: ImportRule, message: string, remedy: string): Fault => ({
    ...importFault(code, file, '', message, remedy),
    sheet: sheet.name,
  });
  for (const row of sheet.rows) {
    if (row.row <= header.row) continue;
    const place = { file, sheet: sheet.name, row: row.row };
    const reason = notData(row, header);
    if (reason !== null) {
      if (reason !== '重复的表头') {
        faults.push({
          ...about('row.skipped', `${reason}，没有当作站点`, '如果是一个站，在这一行填上街镇和名称'),
          row: row.row,
          value: row.cells.find((cell) => cell.trim() !== '') ?? '',
        });
      }
      continue;
    }
    const reader = new RowReader(place, row, header);
    const last = row.cells.findLastIndex((cell) => cell.trim() !== '');
    // In a text an unquoted comma moves all that follows it; in a workbook every cell stays where it is.
    if (sheet.name === null && last >= header.titles.length) {
      faults.push({
        ...about('row.long', `有 ${last + 1} 格，表头只有 ${header.titles.length} 列，后面的格可能错了位`, LONG_ROW),
        row: row.row,
        value: row.cells.filter((cell) => cell.trim() !== '').join('，'),
      });
      blockedRows += 1;
      continue;
    }
    noteHomeless(row, header, homeless);
    if ([...header.columns.keys()].every((column) => column === 'row_number' || isBlankWord(reader.text(column))))
      continue;
    const draft = readRow(reader, context, counters);
    faults.push(...reader.faults);
    if (draft === null) blockedRows += 1;
    else drafts.push(draft);
  }
  for (const [at, { count, first, row }] of homeless) {
    faults.push({
      ...about(
        'header.none',
        `第 ${at + 1} 列没有表头，有 ${count} 格没有导入`,
        '在表头里写上列名；不要的，删掉这一列',
      ),
      row,
      value: first,
    });
  }
  const assumed: StationType = '综合';
  if (counters.types > 0)
    faults.push(
      about(
        'type.assumed',
        `${counters.types} 行没有写类型，按“${assumed}”导入`,
        '不对的话，加一列“类型”，填综合、专项或居村',
      ),
    );
  if (counters.phones > 0)
    faults.push(
      about(
        'phone.area',
        `${counters.phones} 个号码没有区号，补上了 ${context.net.areaCode}`,
        '不对的话，在表里写上区号',
      ),
    );
  return { drafts, faults, blockedRows };
}
