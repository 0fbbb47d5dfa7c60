import { importTitle } from '../../domain/tidy/headings.ts';
import { formatDate, type IsoDate } from '../../domain/time/dates.ts';
import { ageText } from '../../domain/station/freshness.ts';
import { hoursText } from '../../domain/station/hours/format.ts';
import { formatPhones } from '../../domain/station/phone.ts';
import { STATUSES, type Station } from '../../domain/station/station.ts';
import type { Dataset } from '../../domain/dataset/dataset.ts';
import { stationsToCall } from '../../domain/station/callList.ts';
import { writeWorkbook, type NewSheet } from '../formats/workbook/write.ts';

/** The results of a call that a clerk chooses from. */
export const RESULTS = [
  '打通了，都对',
  '打通了，有改动',
  '没人接',
  '空号或停机',
  '不是这个站',
  '已经搬走或关了',
] as const;

interface Line {
  readonly title: string;
  readonly width: number;
  readonly note?: string;
  readonly choices?: readonly string[];
  readonly value: (station: Station) => string;
}

/**
 * The columns of the sheet: first those the clerk fills in, then what is known of the station, then the keys that the
 * import needs.
 */
function linesOf(dataset: Dataset, today: IsoDate): readonly Line[] {
  const towns = new Map(dataset.towns.map(({ code, name }) => [code, name]));
  const fields = new Map(dataset.fields.map(({ slug, name }) => [slug, name]));
  const empty = () => '';
  const known = (title: string, width: number, value: (station: Station) => string): Line => ({ title, width, value });
  return [
    known(importTitle('name'), 28, ({ name }) => name),
    known('登记的电话', 22, ({ phones }) => formatPhones(phones)),
    known('上次核实', 18, ({ verifiedOn }) =>
      verifiedOn === null ? '没有核实过' : `${formatDate(verifiedOn)}，${ageText(verifiedOn, today)}`,
    ),
    { title: '结果', width: 16, choices: RESULTS, note: '打电话的结果。导入时不读这一列，留着您自己看', value: empty },
    {
      title: importTitle('verified_on'),
      width: 14,
      note: `打通了、核对过的才填，写哪一天，如 ${today}。没打通的留空，下次名单里还有`,
      value: empty,
    },
    { title: importTitle('verified_by'), width: 18, note: '单位名称，不写个人姓名', value: empty },
    { title: '新电话', width: 22, note: '换了才填，单位的座机或热线', value: empty },
    { title: '新地址', width: 28, note: '搬了才填', value: empty },
    { title: '新开放时间', width: 34, note: '变了才填，如 周一至周五 9:00-17:00；国定假日休息', value: empty },
    { title: importTitle('status'), width: 9, choices: STATUSES, note: '变了就改', value: ({ status }) => status },
    known('登记的地址', 28, ({ address }) => address),
    known('登记的开放时间', 34, hoursText),
    known(importTitle('id'), 20, ({ id }) => id),
    known(importTitle('type'), 8, ({ type }) => type),
    known(importTitle('field'), 12, ({ field }) => fields.get(field ?? '') ?? ''),
    known(importTitle('town_name'), 14, ({ townCode }) => towns.get(townCode) ?? ''),
    known(importTitle('town_code'), 12, ({ townCode }) => townCode),
    known(importTitle('committee_code'), 15, ({ committeeCode }) => committeeCode ?? ''),
  ];
}

/** The sheet of calls to make in one district, or in the whole city (null), the oldest verification first. */
function callSheet(dataset: Dataset, district: string | null, today: IsoDate): NewSheet {
  const stations = stationsToCall(dataset.stations, today).filter(
    ({ townCode }) => district === null || townCode.startsWith(district),
  );
  const lines = linesOf(dataset, today);
  return {
    name: '回访',
    wrap: true,
    columns: lines.map(({ title, width, note, choices }) => ({
      title,
      width,
      ...(note === undefined ? {} : { note, hint: note }),
      ...(choices === undefined ? {} : { choices }),
    })),
    rows: stations.map((station) => lines.map(({ value }) => value(station))),
    choiceRows: stations.length,
  };
}

/**
 * The workbook of stations to call and verify in one district, or in the whole city where it is null, and their number.
 * The same input and day give the same bytes.
 */
export async function worklist(
  dataset: Dataset,
  district: string | null,
  today: IsoDate,
): Promise<{ readonly count: number; readonly workbook: Uint8Array }> {
  const sheet = callSheet(dataset, district, today);
  const help: NewSheet = {
    name: '说明',
    wrap: true,
    columns: [
      { title: '怎么用', width: 16 },
      { title: '', width: 80 },
    ],
    rows: [
      ['怎么打', '从上往下打。最上面的没有核实过，往下是核实得最早的。'],
      [
        '打通了',
        '问电话、地址、开放时间对不对。填“结果”“核实日期”“核实单位”；有改动的，填“新电话”“新地址”“新开放时间”。',
      ],
      ['没打通', '只填“结果”，核实日期留空，下次名单里还有。'],
      ['关了、并了', '在“状态”里选，再告诉维护网站的人以后找哪个站。'],
      ['填好以后', '交给维护网站的人，用 npm run import 导入。右边的编号和代码不要改。'],
    ],
  };
  return { count: sheet.rows.length, workbook: await writeWorkbook([sheet, help]) };
}
