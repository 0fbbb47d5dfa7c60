import type { Extent } from '../../../domain/place/extent.ts';
import { isBlankWord } from '../../../domain/language/plainText.ts';
import type { Committee, Town } from '../../../domain/place/region.ts';
import { tidyDate } from '../../../domain/tidy/date.ts';
import { isSpoilt } from '../../../domain/tidy/spoiltDate.ts';
import { readExtent } from '../../../domain/tidy/extent/grammar.ts';
import { importFault, isBlocking } from '../../faults/fault.ts';
import { SHARED } from '../../../domain/place/place.ts';
import type { ImportContext } from '../read/context.ts';
import type { Place, RowReader } from '../read/draft.ts';
import { type ReadRows, readRows } from '../read/dataRows.ts';
import { headerFaults, type HeadedSheet } from '../read/headerFaults.ts';
import { filled, safeText } from '../read/textCells.ts';
import { committeeOfRow, townOfSheet } from './committee.ts';
import { tellRemarks } from './remarks.ts';

/** What one row of a clerk's table says of a 居委会. */
export interface ExtentDraft {
  readonly place: Place;
  readonly committee: Committee;
  readonly townName: string;
  readonly extents: readonly Extent[];
  /** Words that could not be read, for the internal note. */
  readonly unread: readonly string[];
  /** Whether the row says that two 居委会 have these places. */
  readonly shared: boolean;
  readonly source: string;
  readonly asAt: string;
}

/** The village that groups without a name belong to. */
const homeOf = ({ kind, name }: Committee): string =>
  kind === '村委会' ? name.replace(/(?:村民委员会|村委会)$/u, '').replace(/(?<!村)$/u, '村') : '';

/** A cell without the names of its city, district and 街镇, blanks in their place, so that every place in it stays. */
function withoutRegion(text: string, town: Town | undefined, context: ImportContext): string {
  const district = context.districts.find(({ code }) => code === town?.districtCode);
  return [district?.name, town?.name].reduce<string>(
    (rest, name) => (name === undefined ? rest : rest.replaceAll(name, ' '.repeat(name.length))),
    text.replace(/[\p{Script=Han}]{2,3}市(?=\p{Script=Han}{2,5}区)/gu, (city) => ' '.repeat(city.length)),
  );
}

/** The cells that say places, with the number of their column: each by itself, a road with its doors as one. */
function cellsOf(row: RowReader): readonly { readonly at: number; readonly text: string }[] {
  const [road, doors] = [row.cells('road')[0], row.cells('doors')[0]];
  const pair =
    road === undefined || doors === undefined
      ? [road, doors].filter((one) => one !== undefined)
      : [{ at: doors.at, text: `${road.text.trim()}：${doors.text.trim()}` }];
  return [...row.cells('extent'), ...pair].filter(({ text }) => !isBlankWord(text));
}

const SPOILT = '是日期，或是 Excel 把写的号变成了日期，没有导入';

function readRow(row: RowReader, ofSheet: Town | null, context: ImportContext): ExtentDraft | null {
  const committee = committeeOfRow(row, ofSheet, context);
  if (committee === null || row.blocked) return null;
  const town = context.towns.find(({ code }) => code === committee.townCode);
  const read = cellsOf(row).flatMap(({ at, text }) => {
    if (isSpoilt(text)) {
      row.tell('cell.date', 'extent', SPOILT, '把这一列设成“文本”，重新填；写成“1号-7号”', text.trim(), at);
      return [];
    }
    const { extents, remarks } = readExtent(withoutRegion(text, town, context), homeOf(committee));
    const words = remarks.map((one) => (one.text === '' ? one : { ...one, text: text.slice(one.from, one.to).trim() }));
    return [{ at, extents, remarks: words }];
  });
  for (const { at, remarks } of read) tellRemarks(row, at, remarks);
  const day = filled(row, 'as_at') || filled(row, 'verified_on');
  const { date } = tidyDate(day);
  const column = row.has('as_at') ? 'as_at' : 'verified_on';
  if (day !== '' && date === null)
    row.tell('date.unread', column, '不是完整的日期，没有导入', '按 2026-11-23 的样子写，年月日都要有');
  const extents = read.flatMap((one) => one.extents);
  if (extents.length === 0)
    row.tell('extent.empty', row.has('extent') ? 'extent' : 'doors', `${committee.name}这一行一处也没读出来`, '', '');
  return {
    place: row.place,
    committee,
    townName: town?.name ?? '',
    extents,
    unread: read.flatMap(({ remarks }) => remarks.map(({ text }) => text)).filter((text) => text !== ''),
    shared: row.text('note').includes(SHARED),
    source: safeText(row, 'source'),
    asAt: date ?? '',
  };
}

/** Reads one sheet with 管辖范围. A sheet whose headings must be mended first is not read. */
export function readExtentSheet(file: string, one: HeadedSheet, context: ImportContext): ReadRows<ExtentDraft> {
  const { sheet, header } = one;
  const wrong = headerFaults(file, one, []);
  if (wrong.some(isBlocking)) return { drafts: [], faults: wrong, blockedRows: 0 };
  const ofSheet = townOfSheet(file, sheet, header, context);
  const noData = { message: '没有导入', remedy: '如果是一个居委会，在这一行写上它的名称' };
  const { drafts, faults, blockedRows } = readRows(file, sheet, header, noData, (row) =>
    readRow(row, ofSheet, context),
  );
  const undated =
    drafts.length > 0 && drafts.every(({ asAt }) => asAt === '')
      ? [{ ...importFault('extent.undated', file, '', '没有写是哪一天的管辖范围'), sheet: sheet.name }]
      : [];
  return { drafts, faults: [...wrong, ...faults, ...undated], blockedRows };
}
