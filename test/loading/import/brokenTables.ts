import type { ImportRule } from '../../../src/domain/rules/importRules.ts';
import type { ReadFile } from '../../../src/loading/tables/readFile.ts';
import { LIMITS, type InputFile } from '../../../src/loading/import/read/limits.ts';
import type { ImportOptions } from '../../../src/loading/import/outcome.ts';
import { bytes } from '../city.ts';
import { workbook, type CellValue } from './files.ts';

/** A small table that breaks one rule of the import, and how it is imported. */
export interface BrokenTable {
  readonly rows?: readonly (readonly string[])[];
  /** Where the fault is one that a CSV can't have. */
  readonly file?: () => Promise<InputFile> | InputFile;
  readonly options?: Partial<ImportOptions>;
  readonly city?: ReadFile;
}

type Cells<T = string> = Readonly<Record<string, T>>;

/** Cells under the headings that any of the rows has. */
function table<T>(...rows: readonly Cells<T>[]): (string | T)[][] {
  const head = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [head, ...rows.map((row) => head.map((title) => row[title] ?? ''))];
}

/** Always one cell that changes: without its fault each of these tables would be written. */
const HEQIAO = { 街镇: '荷桥街道', 站点名称: '荷桥街道社工站', 怎么走: '从北门进' };
const ZHUPING = { 街镇: '竹坪乡', 站点名称: '竹坪乡社工站', 类型: '综合' };

/** A station that the city has, with these cells beside. */
const known = (cells: Cells = {}): BrokenTable => ({ rows: table({ ...HEQIAO, ...cells }) });
/** A station that the city doesn't have yet. */
const fresh = (cells: Cells = {}): BrokenTable => ({ rows: table({ ...ZHUPING, ...cells }) });

type Shape = Parameters<typeof workbook>[1];

/** As `known`, in a workbook: cells that are more than their text. */
const inWorkbook = (cells: Cells<CellValue>, shape?: Shape): BrokenTable => ({
  file: async () => ({ name: '表.xlsx', bytes: await workbook(table<CellValue>({ ...HEQIAO, ...cells }), shape) }),
});

const file = (content: Uint8Array): BrokenTable => ({ file: () => ({ name: '表.csv', bytes: content }) });

/** New stations that all lie where the 街镇 does: read in another system they would all be off to one side. */
const onThePoint = (cells: Cells = {}): BrokenTable => ({
  rows: table(
    ...['甲', '乙', '丙', '丁'].map((name) => ({
      街镇: '荷桥街道',
      站点名称: `荷桥街道${name}站`,
      类型: '综合',
      经度: '112.491',
      纬度: '28.004',
      ...cells,
    })),
  ),
});

/** What a 居委会 looks after. */
const extent = (cells: Cells = {}): BrokenTable => ({
  rows: table({ 街镇: '荷桥街道', 居委会: '荷花居委会', 管辖范围: '莲子新村', 截至日期: '2026-11-01', ...cells }),
});

const UNKNOWN_TOWN = { 街镇: '没有的镇', 站点名称: '某站' };

/** By the code that each of them raises. A rule without its table is an error of types. */
export const BROKEN_TABLES: Readonly<Record<ImportRule, BrokenTable>> = {
  'file.large': file(new Uint8Array(LIMITS.bytes + 1)),
  'file.kind': file(bytes('%PDF-1.7')),
  'file.broken': file(bytes('街镇,名称\n荷桥街道,"荷桥\n')),
  'file.note': inWorkbook({}, (_, book) => {
    book.addWorksheet('旧的', { state: 'hidden' });
  }),
  'sheet.unknown': { ...inWorkbook({}), options: { sheet: '居村' } },
  'header.missing': { rows: [['甲', '乙'], Object.values(HEQIAO)] },
  'header.twice': {
    rows: [
      ['街镇', '名称', '怎么走', '怎么走'],
      ['荷桥街道', '荷桥街道社工站', '从北门进', '从南门进'],
    ],
  },
  'header.rows': {
    rows: [
      ['街镇', '站点名称', '上班时间', ''],
      ['', '', '上午', '下午'],
      ['荷桥街道', '荷桥街道社工站', '周一至周五 8:30-11:30', '周一至周五 13:30-17:00'],
    ],
  },
  'header.none': {
    rows: [
      [...Object.keys(HEQIAO), ''],
      [...Object.values(HEQIAO), '0389-2010099'],
    ],
  },
  'row.long': { rows: [Object.keys(HEQIAO), [...Object.values(HEQIAO), '从南门进']] },
  'header.unknown': known({ 满意度: '很好' }),
  'header.person': known({ 站长: '王某某' }),
  'district.none': { ...known(), options: { district: '999999' } },
  'table.empty': { rows: [Object.keys(HEQIAO)] },
  'row.skipped': { rows: [...table(HEQIAO), ['合计', '1']] },
  'cell.precision': inWorkbook({ 外部编号: Number('3101100190000000123') }),
  'cell.error': inWorkbook({ 备注: { formula: '1/0', result: { error: '#DIV/0!' } } }),
  'cell.date': known({ 地址: '3月4日' }),
  'cell.struck': inWorkbook({ 备注: { richText: [{ text: '旧的', font: { strike: true } }, { text: '新的' }] } }),
  'cell.formula': known({ 备注: '=1+1' }),
  'personal.data': known({ 备注: '11010519491231002X' }),
  'personal.left-out': known({ 备注: '找小王 13900000000' }),
  'district.unknown': { rows: table({ 区: '火星区', 站点名称: '荷桥街道社工站', 怎么走: '从北门进' }) },
  'district.other': { ...known({ 区: '临湖区' }), options: { district: '990102' } },
  'town.missing': { rows: table({ 站点名称: '暖心站', 地址: '某路1号' }) },
  'town.unknown': { rows: table(UNKNOWN_TOWN) },
  'town.contradicts': known({ 街镇代码: '990101002' }),
  'town.guessed': { rows: table({ 站点名称: '暖心站', 地址: '竹坪乡某路1号' }) },
  'type.unknown': known({ 类型: '其他' }),
  'type.assumed': { rows: table({ 街镇: '竹坪乡', 站点名称: '暖心站' }) },
  'field.missing': known({ 站点名称: '暖心站', 类型: '专项' }),
  'field.unknown': known({ 类型: '专项', 领域: '航天' }),
  'field.guessed': fresh({ 站点名称: '竹坪乡养老服务点', 类型: '专项' }),
  'field.unwanted': known({ 类型: '综合', 领域: '养老' }),
  'committee.missing': known({ 站点名称: '暖心站', 类型: '居村' }),
  'committee.unknown': known({ 类型: '居村', 居村委: '火星居委会' }),
  'committee.passed': known({ 居村委: '火星居委会' }),
  'name.missing': { rows: table({ 地址: '荷桥街道荷花路99号', 怎么走: '从北门进' }) },
  'name.derived': fresh({ 站点名称: '' }),
  'id.unknown': known({ 站点编号: '12' }),
  'station.twice': { rows: table(HEQIAO, HEQIAO) },
  'station.several': { rows: table({ 街镇: '荷桥街道', 站点名称: '荷桥医院' }) },
  'station.closed': { rows: table({ 站点名称: '松岭街道未保社工站', 怎么走: '从北门进' }) },
  'address.moved': known({ 地址: '荷花路30号' }),
  'phone.mobile': known({ 电话: '13800000000' }),
  'phone.guessed': known({ 电话: '值班室老张 0389-2010099' }),
  'phone.unread': known({ 电话: '电话坏了35' }),
  'phone.area': known({ 电话: '2201009' }),
  'hours.guessed': known({ 开放时间: '9:00-17:00，周六、周日休息' }),
  'hours.remark': known({ 开放时间: '周一至周五 9:00-17:00，16:30停止取号' }),
  'hours.unread': known({ 开放时间: '夏令时8:30-17:30' }),
  'hours.doubted': known({ 开放时间: '看当周的通知' }),
  'date.guessed': known({ 设立日期: '24/6/2024' }),
  'date.unread': known({ 设立日期: '2024年6月' }),
  'date.future': known({ 核实日期: '2026-11-21' }),
  'date.older': known({ 核实日期: '2026-10-11' }),
  'status.unknown': known({ 状态: '不知道' }),
  'status.guessed': known({ 状态: '正常' }),
  'status.assumed': fresh(),
  'publish_level.unknown': known({ 公开范围: '区里定' }),
  'publish_level.guessed': known({ 公开范围: '可以公开' }),
  'publish_level.assumed': fresh({ 站点名称: '竹坪乡禁毒社工站', 类型: '专项' }),
  'precision.unknown': known({ 位置精度: '不知道' }),
  'precision.guessed': known({ 位置精度: '精确' }),
  'precision.assumed': onThePoint({ 坐标系: 'GPS' }),
  'count.unread': known({ 工作人员数: '若干' }),
  'fact.emptied': known({ 工作人员数: '2' }),
  'address.district': { rows: table({ 站点名称: '暖心站', 地址: '临湖区松岭街道某路1号' }) },
  'service.unknown': known({ 服务: '上门看老人、修电脑' }),
  'operator.unknown': known({ 承接机构: '某某中心' }),
  'successor.unknown': known({ 接续站点: '某某站' }),
  'successor.guessed': known({ 站点名称: '荷桥街道未保社工站', 状态: '撤并' }),
  'point.unread': known({ 经度: '荷花路', 纬度: '28.0008' }),
  'point.swapped': known({ 经度: '28.0010', 纬度: '112.4965', 坐标系: '高德' }),
  'point.far': known({ 经度: '121.47', 纬度: '31.23', 坐标系: '高德' }),
  'point.all-far': known({ 经度: '121.47', 纬度: '31.23', 坐标系: '高德' }),
  'crs.unknown': known({ 坐标系: '某某系' }),
  'crs.untold': known({ 经度: '112.4965', 纬度: '28.0010' }),
  'crs.guessed': onThePoint(),
  'crs.contradicts': onThePoint({ 坐标系: '百度' }),
  'retire.held': { rows: table(HEQIAO, UNKNOWN_TOWN), options: { retire: true, skipFaulty: true } },
  'retire.part': { ...known(), options: { retire: true } },
  'retire.alone': { ...known(), options: { retire: true, district: '990101' } },
  'extent.committee': extent({ 居委会: '没有的居委会' }),
  'extent.unread': extent({ 管辖范围: '莲子新村，由物业管的几处' }),
  'extent.bounds': extent({ 管辖范围: '莲子新村；东至莲子路' }),
  'extent.partial': extent({ 管辖范围: '莲子新村；莲子路1-9号（除5号）' }),
  'extent.nameless': extent({ 管辖范围: '1-9号；莲子新村' }),
  'extent.numbers': extent({ 管辖范围: '莲子新村；莲子路9-1号' }),
  'extent.person': extent({ 管辖范围: '莲子新村；联系人：王建国' }),
  'extent.empty': {
    rows: table(
      { 街镇: '荷桥街道', 居委会: '荷花居委会', 管辖范围: '莲子新村', 截至日期: '2026-11-01' },
      { 街镇: '荷桥街道', 居委会: '南桥居委会', 管辖范围: '东至莲子路', 截至日期: '2026-11-01' },
    ),
  },
  'extent.undated': extent({ 截至日期: '' }),
  'dataset.strict': known({ 工作人员数: '2', 符合条件人数: '5' }),
};
