import type { StationType } from '../../../domain/station/station.ts';
import { isBlankWord } from '../../../domain/language/plainText.ts';
import type { ImportRule } from '../../../domain/rules/importRules.ts';
import { stationName } from '../../../domain/station/naming.ts';
import { importFault, type Fault } from '../../faults/fault.ts';
import type { Sheet } from '../../formats/grid.ts';
import { type ReadRows, readRows } from './dataRows.ts';
import type { Draft, RowReader } from './draft.ts';
import type { ImportContext } from './context.ts';
import type { Header } from './header.ts';
import { readBelonging } from './placeCells.ts';
import { readCoordinate, readValues } from './valueCells.ts';

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
export function readSheetRows(file: string, sheet: Sheet, header: Header, context: ImportContext): ReadRows<Draft> {
  const counters: Counters = { types: 0, phones: 0 };
  const noData = { message: '没有当作站点', remedy: '如果是一个站，在这一行填上街镇和名称' };
  const { drafts, faults, blockedRows } = readRows(file, sheet, header, noData, (row) =>
    readRow(row, context, counters),
  );
  const told = (code: ImportRule, message: string, remedy: string): Fault => ({
    ...importFault(code, file, '', message, remedy),
    sheet: sheet.name,
  });
  const assumed: StationType = '综合';
  const assumedTypes =
    counters.types > 0
      ? [
          told(
            'type.assumed',
            `${counters.types} 行没有写类型，按“${assumed}”导入`,
            '不对的话，加一列“类型”，填综合、专项或居村',
          ),
        ]
      : [];
  const addedCodes =
    counters.phones > 0
      ? [
          told(
            'phone.area',
            `${counters.phones} 个号码没有区号，补上了 ${context.net.areaCode}`,
            '不对的话，在表里写上区号',
          ),
        ]
      : [];
  return { drafts, faults: [...faults, ...assumedTypes, ...addedCodes], blockedRows };
}
