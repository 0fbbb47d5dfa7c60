import { importTitle } from '../../../domain/tidy/headings.ts';
import type { ImportRule } from '../../../domain/rules/importRules.ts';
import { importFault, isBlocking, type Fault } from '../../faults/fault.ts';
import type { Grid, Sheet } from '../../formats/grid.ts';
import { withCoordinates } from './coordinates.ts';
import type { Draft } from './draft.ts';
import type { ImportContext } from './context.ts';
import { findHeader, type Header } from './header.ts';
import { headerFaults, type HeadedSheet } from './headerFaults.ts';
import { readSheetRows } from './sheetRows.ts';

/** What a file says, in the dataset's words. */
export interface FileDrafts {
  readonly drafts: readonly Draft[];
  readonly faults: readonly Fault[];
  readonly blockedRows: number;
  /** What was read and from where, for the summary. */
  readonly notes: readonly string[];
}

/** Sheets that are never data: what the template and the report put beside it. */
export const NOT_DATA = /^(?:示例|说明|填写说明|填表说明|字典|数据字典|问题清单|样例|选项|下拉|代码|参考)/u;

const shown = (sheet: Sheet) => `“${sheet.name ?? ''}”`;

function chooseSheets(
  file: string,
  grid: Grid,
  wanted: string | null,
): { chosen: HeadedSheet[]; faults: Fault[]; notes: string[] } {
  const names = grid.sheets.map(({ name }) => name ?? '').filter((name) => name !== '');
  const named =
    wanted === null
      ? grid.sheets.filter(({ name }) => name === null || !NOT_DATA.test(name.trim()))
      : grid.sheets.filter(({ name }) => name === wanted);
  const problem = (code: ImportRule, message: string, remedy: string) => importFault(code, file, '', message, remedy);
  if (wanted !== null && named.length === 0) {
    return {
      chosen: [],
      faults: [
        problem(
          'sheet.unknown',
          `没有叫“${wanted}”的工作表`,
          names.length === 0 ? '这个文件只有一张表，去掉 --sheet' : `有这些：${names.join('、')}`,
        ),
      ],
      notes: [],
    };
  }
  const chosen = named.flatMap((sheet): HeadedSheet[] => {
    const header = findHeader(sheet);
    return header === null ? [] : [{ sheet, header }];
  });
  if (chosen.length === 0) {
    const first =
      named[0]?.rows[0]?.cells
        .filter((cell) => cell.trim() !== '')
        .slice(0, 6)
        .join('、') ?? '';
    const message = named.every(({ rows }) => rows.length === 0)
      ? grid.sheets.length > named.length
        ? '只有说明、示例一类的工作表'
        : '是空的'
      : `找不到表头${first === '' ? '' : `（开头写的是“${first}”）`}`;
    return {
      chosen,
      faults: [
        problem(
          'header.missing',
          message,
          '表头要有“站点名称”“街镇”“地址”“电话”这样的列名，写在前 30 行里；可以用 npm run template 的模板',
        ),
      ],
      notes: [],
    };
  }
  const skipped = grid.sheets.filter((sheet) => !chosen.some((one) => one.sheet === sheet) && sheet.rows.length > 0);
  return { chosen, faults: [], notes: skipped.length > 0 ? [`没有读的工作表：${skipped.map(shown).join('、')}`] : [] };
}

/** Headings of a table of 管辖范围; in a table of stations they are of no use. */
const ofPlaces = ({ columns, titles }: Header): string[] =>
  (['extent', 'road', 'doors', 'as_at'] as const).flatMap((column) =>
    (columns.get(column) ?? []).map((at) => titles[at] ?? ''),
  );

const understood = ({ header }: HeadedSheet) =>
  [...header.columns]
    .filter(([column]) => !['person', 'row_number', 'extent', 'road', 'doors', 'as_at'].includes(column))
    .map(
      ([column, at]) =>
        `${at.map((place) => header.titles[place]?.replace(/\s+/gu, '') ?? '').join('、')}→${importTitle(column)}`,
    )
    .join('，');

/** Reads every sheet of a file that has a header, or the one that was asked for. */
export function readDrafts(file: string, grid: Grid, wanted: string | null, context: ImportContext): FileDrafts {
  const { chosen, faults, notes } = chooseSheets(file, grid, wanted);
  const all: Fault[] = [...faults];
  const drafts: Draft[] = [];
  let blockedRows = 0;
  const empty: Sheet[] = [];
  for (const one of chosen) {
    const wrong = headerFaults(file, one, ofPlaces(one.header));
    for (const fault of wrong) all.push(fault);
    if (wrong.some(isBlocking)) continue;
    const read = readSheetRows(file, one.sheet, one.header, context);
    for (const draft of read.drafts) drafts.push(draft);
    for (const fault of read.faults) all.push(fault);
    blockedRows += read.blockedRows;
    if (read.drafts.length === 0 && read.blockedRows === 0) empty.push(one.sheet);
  }
  // A sheet that nobody has filled in yet doesn't stand in the way of the others.
  if (drafts.length === 0 && blockedRows === 0) {
    for (const { name } of empty)
      all.push({ ...importFault('table.empty', file, '', '表头下面没有数据'), sheet: name });
  } else notes.push(...empty.map((sheet) => `${shown(sheet)}表表头下面没有数据`));
  const placed = withCoordinates(file, drafts, context);
  return {
    drafts: placed.drafts,
    faults: [...all, ...placed.faults],
    blockedRows,
    notes: [
      ...chosen.map(
        (one) =>
          `${one.sheet.name === null ? '' : `${shown(one.sheet)}表`}第 ${one.header.row} 行是表头：${understood(one)}`,
      ),
      ...notes,
    ],
  };
}
