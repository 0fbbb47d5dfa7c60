import fc from 'fast-check';
import type { StationColumn } from '../../../src/loading/import/read/draft.ts';
import { encoded, workbook, type Encoding } from './files.ts';

/** What a table says of one station, by column. */
export type Station = Readonly<Partial<Record<StationColumn | 'town_name' | 'committee_name', string>>>;

const TOWNS = {
  荷桥街道: '990101001',
  柳渡街道: '990101002',
  苇湾镇: '990101101',
  松岭街道: '990102001',
  石泉镇: '990102101',
  竹坪乡: '990102201',
} as const;
const FIELDS = { 未保: 'wei-bao', 禁毒: 'jin-du', 养老: 'yang-lao' } as const;

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const phone = fc
  .tuple(fc.constantFrom('2', '5', '8'), digits(6), fc.option(digits(3)))
  .map(([first, rest, extension]) => `0389-${first}${rest}${extension === null ? '' : `转${extension}`}`);
const hours = fc.constantFrom(
  '周一至周五 9:00-11:30、13:00-17:00；国定假日休息',
  '周一至周六 8:30-16:30',
  '每天 8:00-20:00；国定假日照常',
  '周一、周三、周五 9:00-11:00',
  '周一至周五 9:00-17:00；周六 预约',
  '',
);
const day = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2026-10-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const words = fc.string({
  unit: fc.constantFrom(...'荷花渡口听松石板云泽路弄号楼室东西南北中门'),
  minLength: 2,
  maxLength: 10,
});

const station = fc.record({
  key: fc.tuple(fc.constantFrom(...Object.keys(TOWNS)), fc.constantFrom('综合', ...Object.keys(FIELDS))),
  address: fc.tuple(words, fc.integer({ min: 1, max: 999 })).map(([road, number]) => `${road}${number}号`),
  phone: fc.uniqueArray(phone, { maxLength: 3 }).map((all) => all.join('、')),
  hours,
  host: fc.oneof(words, fc.constant('')),
  opened_on: fc.oneof(day, fc.constant('')),
  verified_on: fc.oneof(day, fc.constant('')),
  staff_count: fc.oneof(fc.integer({ min: 3, max: 30 }).map(String), fc.constant('')),
  status: fc.constantFrom('运行', '筹建', '暂停'),
  publish_level: fc.constantFrom('全部', '仅电话', '仅街镇'),
  external: fc.option(digits(8)),
  lonLat: fc.option(
    fc.tuple(
      fc.integer({ min: -9000, max: 9000 }),
      fc.integer({ min: -9000, max: 9000 }),
      fc.constantFrom('GCJ02', 'BD09', 'WGS84'),
    ),
  ),
});

/** Makes tables of stations, one for each 街镇 and type or field, as the dataset would hold them. */
export const table = fc
  .uniqueArray(station, { minLength: 1, maxLength: 8, selector: ({ key }) => key.join() })
  .chain((all) =>
    fc
      .uniqueArray(digits(9), { minLength: all.length, maxLength: all.length })
      .map((numbers) =>
        all.map((one, at) => ({ ...one, external: one.external === null ? '' : `X${numbers[at] ?? ''}` })),
      ),
  )
  .map((all) =>
    all.map(({ key: [town, kind], external, lonLat, ...rest }): Station => ({
      ...rest,
      town_name: town,
      town_code: TOWNS[town as keyof typeof TOWNS],
      type: kind === '综合' ? '综合' : '专项',
      field: kind === '综合' ? '' : FIELDS[kind as keyof typeof FIELDS],
      name: `${town}${kind === '综合' ? '' : kind}社工站`,
      external_id: external,
      lon: lonLat === null ? '' : (112.55 + lonLat[0] / 100_000).toFixed(5),
      lat: lonLat === null ? '' : (28.03 + lonLat[1] / 100_000).toFixed(5),
      crs: lonLat === null ? '' : lonLat[2],
    })),
  );

const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  town_name: ['街镇', '所属街镇', '所属街镇（必填）', '街道（镇）', ' 街 镇 '],
  type: ['类型', '站点类型', '类型*', 'type'],
  field: ['领域', '服务领域', '领域代号'],
  name: ['站点名称', '社工站名称', '名称', '社工站\n名称', 'name'],
  address: ['地址', '办公地址', '详细地址（精确到门牌号）'],
  lon: ['经度', 'lon', '经度（东经）'],
  lat: ['纬度', 'lat', '维度'],
  crs: ['坐标系', '坐标类型'],
  phone: ['电话', '联系电话', '联系电话：', '办公电话（座机）'],
  hours: ['开放时间', '服务时间', '工作 时间'],
  host: ['依托单位', '设立单位'],
  opened_on: ['设立日期', '成立时间'],
  verified_on: ['核实日期', '填报日期'],
  staff_count: ['工作人员数', '社工人数', '人员数'],
  status: ['状态', '运行状态'],
  publish_level: ['公开范围', '是否公开'],
  external_id: ['外部编号', '系统编号'],
};
const COLUMNS = Object.keys(HEADINGS);

const wide = (text: string) => text.replace(/[0-9:-]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const dateForms: readonly ((iso: string) => string)[] = [
  (iso) => iso,
  (iso) => iso.replaceAll('-', '/'),
  (iso) => iso.split('-').map(Number).join('.'),
  (iso) => {
    const [year, month, date] = iso.split('-').map(Number);
    return `${year}年${month}月${date}日`;
  },
  (iso) => iso.replaceAll('-', ''),
  wide,
];

/** One way to write a value as clerks do; always one that means the same. */
function messy(column: string, value: string, dice: number): string {
  if (value === '') return ['', ' ', '/', '无', '—'][dice % 5] ?? '';
  const padded = dice % 7 === 0 ? ` ${value}　` : value;
  switch (column) {
    case 'phone':
      return (
        [
          value,
          wide(value),
          value.replaceAll('、', '\n'),
          value.replaceAll('、', '/'),
          value.replaceAll('转', '-'),
          value.replaceAll('-', '—'),
          `电话：${value}`,
          value.replaceAll('、', '；'),
        ][dice % 8] ?? value
      );
    case 'hours':
      return (
        [
          value,
          wide(value),
          value.replaceAll('至', '~'),
          value.replaceAll('、', '，'),
          value.replaceAll('；', '\n'),
          value.replaceAll('周', '星期'),
        ][dice % 6] ?? value
      );
    case 'opened_on':
    case 'verified_on':
      return (dateForms[dice % dateForms.length] ?? ((iso: string) => iso))(value);
    case 'town_name':
      return [value, padded, `云泽市${value}`, value.replace(/街道$/u, '街道办事处')][dice % 4] ?? value;
    case 'staff_count':
      return [value, `${value}人`, wide(value), `${value}.0`][dice % 4] ?? value;
    case 'lon':
    case 'lat':
      return [value, wide(value), `${value}°`][dice % 3] ?? value;
    case 'type':
      return [value, `${value}站`, `${value}社工站`][dice % 3] ?? value;
    case 'field':
      return value;
    case 'status':
      return value === '运行' ? (['运行', '正常运行'][dice % 2] ?? value) : value;
    default:
      return padded;
  }
}

const ENCODINGS: readonly Encoding[] = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'];

/** Makes ways in which a table may be written down: headings, order, titles, encodings. */
export const mess = fc.record({
  order: fc.shuffledSubarray([...COLUMNS], { minLength: COLUMNS.length, maxLength: COLUMNS.length }),
  dice: fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 }),
  titles: fc.array(fc.constantFrom('社工站情况表', '填报单位：某区民政局', ''), { maxLength: 3 }),
  blank: fc.boolean(),
  extra: fc.boolean(),
  footer: fc.boolean(),
  merge: fc.boolean(),
  form: fc.constantFrom('xlsx', 'csv', 'tsv', 'csv;'),
  encoding: fc.constantFrom(...ENCODINGS),
});

type Mess = typeof mess extends fc.Arbitrary<infer T> ? T : never;

function cellsOf(
  stations: readonly Station[],
  { order, dice, titles, blank, extra, footer }: Mess,
): { rows: string[][]; first: number } {
  const roll = (at: number) => dice[at % dice.length] ?? 0;
  const header = order.map((column, at) => HEADINGS[column]?.[roll(at) % (HEADINGS[column]?.length ?? 1)] ?? column);
  const data = stations.map((one, row) =>
    order.map((column, at) => messy(column, one[column as keyof Station] ?? '', roll(row * 17 + at))),
  );
  const rows = [
    ...titles.map((title) => [title]),
    [...(extra ? ['序号'] : []), ...header, ...(extra ? ['满意度'] : [])],
    ...data.flatMap((cells, at) => [
      [...(extra ? [String(at + 1)] : []), ...cells, ...(extra ? ['很好'] : [])],
      ...(blank && at === 0 ? [[]] : []),
    ]),
    ...(footer ? [['合计', `${stations.length}个`]] : []),
  ];
  return { rows, first: titles.length + 1 };
}

/** The bytes of a file that holds these stations, written in this way. */
export async function fileOf(stations: readonly Station[], how: Mess) {
  const { rows, first } = cellsOf(stations, how);
  if (how.form === 'xlsx') {
    const content = await workbook(rows, (sheet) => {
      if (how.titles.length > 0 && how.merge) sheet.mergeCells(1, 1, 1, how.order.length);
      const at = how.order.indexOf('town_name') + (how.extra ? 2 : 1);
      if (!how.merge || how.blank) return;
      // As Excel shows a group: one 街镇 over the rows that share it.
      for (let row = first + 1; row < first + stations.length; row += 1) {
        const [upper, lower] = [stations[row - first - 1], stations[row - first]];
        if (upper?.town_name === lower?.town_name && !sheet.getCell(row, at).isMerged)
          sheet.mergeCells(row, at, row + 1, at);
      }
    });
    return { name: '表.xlsx', bytes: content };
  }
  const delimiter = how.form === 'tsv' ? '\t' : how.form === 'csv;' ? ';' : ',';
  const quote = (cell: string) => (/[",;\t\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const text = rows.map((row) => row.map(quote).join(delimiter)).join('\r\n');
  return { name: how.form === 'tsv' ? '表.tsv' : '表.csv', bytes: encoded(text, how.encoding) };
}
