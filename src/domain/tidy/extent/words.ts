import { DOOR_UNITS, type DoorUnit } from '../../place/place.ts';

/** Ends of the names of roads. */
export const ROAD_END = /(?:路|街|大道|道|巷|胡同|弄)$/u;

/** Ends of the names of hamlets and groups of villagers. */
export const HAMLET_END = /(?:宅|埭|圩|浜|组|队|自然村)$/u;

/** Ends of the names of estates. A name without one of them stands for an estate only where numbers follow it. */
const ESTATE_END =
  /(?:[村苑园里坊庭邸城府湾墅郡庄轩阁居院楼厦寓区宅第庐舍筑岸岛洲都馆堡峰谷港汇廊榭埭圩浜塘]|公馆|广场|国际|世家|天地|绿洲|名门|宿舍|住宅|工房|家园|街坊|组|队)$/u;

/** Whether a name ends like that of a road, an estate or a hamlet. */
export const hasPlaceEnd = (name: string): boolean => ROAD_END.test(name) || ESTATE_END.test(name);

/** Kinds of houses. They name no place, and in a bracket say nothing of where one lies. */
export const HOUSING =
  '商品房|售后公房|售后房|老公房|新公房|公房|动迁房|动迁小区|安置房|经适房|公租房|廉租房|私房|别墅|洋房|平房|商住楼|住宅|老小区|小区';

/** Words for kinds of places and for the cell itself; alone they name nothing. */
export const LABEL = new RegExp(
  `^(?:${HOUSING}|居民小区|住宅小区|所辖小区|路段|道路|马路|门牌|门牌号|门牌号码|地址|范围|管辖范围|责任区域|管辖区域|辖区|辖区范围|区域|路名|自然村|村宅|村民小组|居民小组|小组|楼栋|楼组|楼宇|商务楼|楼盘|大院|宿舍|公寓|商铺|门面房|居民楼|大楼|新村|花园|家园|老式里弄|新式里弄|里弄|石库门|沿街商铺|商业网点|企事业单位|单位|机关|学校|具体|主要|如下|有|为|是|号|弄|其他|其它)+$`,
  'u',
);

/** Words of sentences; a name that holds one of them is none. */
export const SENTENCE =
  /管辖|负责|代管|托管|其中|居委|村委|居民委员会|村民委员会|街道办|派出所|区域|范围|以及|均属|属于|归|由|为界|围合|交界|交叉|沿线|沿街|沿路|两侧|周边|附近|之间|其余|剩余|剩下|另有|共计|合计|总计|约有|内有|设有|户数|人口|上述|以上|以下|同上|待定|不详|拆迁|动迁|已拆|[路村苑园区]和[平睦谐]|空置|无人|原址|的|[路街道弄]靠?近|^(?:沿|近|位于|毗邻|靠近|紧邻)|(?:新村|花园|小区|公寓|家园|名邸|[苑邸])(?![东南西北中一二三四五六七八九十]?[路街道]$).{1,8}[路街道]$/u;

/** Words behind numbers that give them to somebody else: 5号归乙居委. */
export const GIVEN_AWAY = /^(?:已|现)?(?:划?归|属于?|由|移交)给?.*(?:[居村]委|[居村]民|社区|管)/u;

/** 二村 without its own name, and the name that one before it begins with: 甲一村、二村 is 甲一村 and 甲二村. */
export const BARE_VILLAGE = /^[一二三四五六七八九十]{1,3}村$/u;
export const villageStem = (name: string): string => /^(.+?)[一二三四五六七八九十]{1,3}村$/u.exec(name)?.[1] ?? '';

/** A part of an estate, as one behind its name is called: 东区, A区. Alone it names nothing. */
export const QUARTER = /^(?:[东南西北中]|[A-Z])区$/u;

/** What stands inside a name where only a stretch of a road, or a part of an estate, is meant. */
export const STRETCH = /(?:[东南西北中](?:段|侧|面|半|边|部)|段|沿线|[一两]侧|[路街道弄巷]起至?)$/u;

/** The units as they are written behind a number, the longest first, and what each is. */
const WRITTEN: readonly (readonly [string, DoorUnit])[] = [
  ['支弄', '支弄'],
  ['弄', '弄'],
  ['号楼', '号'],
  ['号门', '号'],
  ['号(?![线桥码店])', '号'],
  ['#楼?', '号'],
  ['幢', '幢'],
  ['栋', '栋'],
  ['座(?!落)', '座'],
  ['门(?![面店诊口牌])', '门'],
  ['室(?!内)', '室'],
  ['(?:村民|居民)?小?组(?!团|长)', '组'],
  ['(?:生产|村民)?小?队(?!伍|长)', '队'],
  ['区(?![域间块段])', '区'],
  ['期(?!间)', '期'],
];

/** A pattern for a unit behind a number. */
export const UNIT = WRITTEN.map(([pattern]) => pattern).join('|');

/** The unit that a match of `UNIT` stands for. */
export function unitOf(text: string): DoorUnit {
  if (text.endsWith('支弄')) return '支弄';
  if (/^[号#]/u.test(text)) return '号';
  return DOOR_UNITS.find((unit) => unit !== '支弄' && text.endsWith(unit)) ?? '号';
}

const RANK: Readonly<Record<DoorUnit, number>> = {
  区: 0,
  期: 0,
  组: 1,
  队: 1,
  弄: 2,
  支弄: 3,
  号: 4,
  幢: 4,
  栋: 4,
  座: 4,
  门: 5,
  室: 6,
};

/** Whether numbers of a unit lie in a number of another: 号 in 弄, 号 in 幢, never 弄 in 号. */
export const isDeeper = (inner: DoorUnit, outer: DoorUnit): boolean =>
  RANK[inner] > RANK[outer] || (RANK[inner] === RANK[outer] && inner !== outer);

/** Words that tell of persons: what follows them is never kept. */
export const PERSON =
  '联系(?:人|电话|方式)?|负责人|电话(?:号码)?|手机(?:号码?)?|座机|传真|微信|邮箱|姓名|书记|主任|(?:楼|小)?组长|块长|队长|网格[长员]|社工(?!站)|民警|志愿者|身份证|[Tt][Ee][Ll]';

/** Words for bounds: 东至…, 以东, 四至. */
export const BOUND_START = '四至(?:范围)?|[东南西北]{1,2}(?:面|侧|边)?(?:以|到|至|起|临|靠|接|邻|抵)(?!善|诚)';
export const BOUND_END = '以[东南西北]{1,2}|为界|围合|之间|交界|交叉口?|路口';

/** Words that take something out of what stands beside them. */
export const EXCEPT = '除|不含|不包括|不包含|不在内|不属于|剔除|扣除|另有归属|除外';

/** After 和, the beginning of names like 和平路; then nobody knows whether it joins two names or begins one. */
export const AND_NAME = /^[平睦谐美顺丰兴泰合风煦润畅乐田龙衷祥诚家鸣韵]/u;
