import { readCrs } from './closedLists.ts';
import { type ImportColumn, SYNONYMS } from './headingWords.ts';
import { TABLES } from '../dataset/columns.ts';
import type { Crs } from '../place/coordinates.ts';
import { plainText } from '../language/plainText.ts';

/** Traditional characters that stand in headings, each before its simplified form. */
const TRADITIONAL =
  '稱称電电話话號号碼码點点時时間间開开辦办務务區区鎮镇鄉乡縣县經经緯纬類类領领狀状態态範范圍围備备註注聯联絡络繫系機机構构單单營营業业員员數数負负責责設设運运標标體体實实詳详細细櫃柜簡简編编屬属層层級级總总際际館馆醫医療疗場场證证專专項项綜综說说內内門门牌牌聞闻現现';
const SIMPLIFIED = new Map(Array.from(TRADITIONAL.matchAll(/(.)(.)/gu), ([, from = '', to = '']) => [from, to]));

/** A heading as it is compared: simplified, half-width, without spaces, line breaks, stars and 必填, brackets kept. */
function plainHeading(heading: string): string {
  return plainText(heading)
    .toLowerCase()
    .replace(/\p{Script=Han}/gu, (char) => SIMPLIFIED.get(char) ?? char)
    .replace(/[\s*:：、，,。.·"'“”‘’_-]/gu, '')
    .replace(
      /\((?:必填|选填|必须|非必填|可选|必选|下拉选择|单选|多选)[^()]*\)|【[^】]*】|\[[^\]]*\]|必填项?|选填$/gu,
      '',
    );
}

const withoutBrackets = (heading: string) => heading.replace(/\([^()]*\)/gu, '').replace(/[()/\\]/gu, '');

const BY_HEADING: ReadonlyMap<string, { readonly column: ImportColumn; readonly rank: number }> = (() => {
  const found = new Map<string, { column: ImportColumn; rank: number }>();
  const add = (heading: string, column: ImportColumn, rank: number) => {
    for (const key of [plainHeading(heading), withoutBrackets(plainHeading(heading))]) {
      if (key !== '' && !found.has(key)) found.set(key, { column, rank });
    }
  };
  for (const { name } of TABLES.stations) add(name, name, 0);
  for (const { name, title } of TABLES.stations) add(title, name, 0);
  for (const [column, headings] of Object.entries(SYNONYMS)) {
    (headings ?? []).forEach((heading, index) => add(heading, column as ImportColumn, index + 1));
  }
  return found;
})();

/** Words for the station itself, as a heading may begin: 服务网点, 社区卫生服务中心, 本站. */
const PLACE = '(?:[一-龥]{0,6}(?:站点?|服务点|网点|点位|中心|馆|院|场所|设施|阵地|基地|驿站)|机构|单位)的?';
const MANNER = '(?:联系|办公|详细|具体|对外|服务|咨询|值班|固定|公开|所在|通讯|现|日常)*';
const TIMES = '(?:开放|服务|办公|营业|工作|接待|受理|开馆|门诊|值班)+时[间段]';
/** Headings that no list holds are known by their ends where a word for the place stands before: 博物馆名称, 网点地址. */
const BY_END: readonly (readonly [RegExp, ImportColumn])[] = [
  [new RegExp(`^${PLACE}(?:全|详细)?名称?$`, 'u'), 'name'],
  [new RegExp(`^${PLACE}${MANNER}地[址点]$`, 'u'), 'address'],
  [new RegExp(`^${PLACE}${MANNER}(?:电话|热线|座机)(?:号码)?$`, 'u'), 'phone'],
  [new RegExp(`^(?:${PLACE})?(?:对外|日常|平时|每[周天日]|正常|常规)*${TIMES}$`, 'u'), 'hours'],
  [new RegExp(`^(?:${PLACE})?(?:所在|所属|属地|行政)+(?:区域?|区县|县区)$`, 'u'), 'district_name'],
  [new RegExp(`^(?:${PLACE})?(?:所在|所属|属地|归属)+地?的?(?:街镇|街道|镇街|乡镇)$`, 'u'), 'town_name'],
];
/** Of a person: such a column is left alone as 联系人 is. */
const OF_PERSON =
  /(?:站长|社工|负责人|联系人|联络人|法人|法定代表人|主任|书记|家庭|个人|本人)的?(?:联系|办公|个人|手机|固定)*(?:电话|号码|手机|姓名|名字|微信|邮箱|住址|地址|方式)+号?码?$/u;
/** Of somebody or something else, or of a part of the year: no column of a station, whatever the end. */
const NO_STATIONS_OWN =
  /人(?!员数|数)|承接|主管|上级|部门|责任|站长|主任|法定|家庭|户籍|注册|登记|传真|监督|投诉|举报|网站|网址|公众号|项目|活动|课程|运营|委托|管理|合作|共建|依托|设立|主办|公司|社会组织|社工机构|社会工作机构|企业|银行|物业|派出所|志愿|督导|原(?!则)|旧|曾用|备用|紧急|应急|[寒暑]假|[夏冬春秋][季令]|[暑寒]期|周末|双休|节[假日]|假日|春节|国庆|夜间|开始|结束|截止|覆盖|辐射|上门|公交|地铁|轨交|车站|加油|附近|最近|周边|停车|接续|合并|下属|分[站中]/u;
/** Columns that others have as well: what stands in brackets behind them may say whose they are. */
const OWN: readonly ImportColumn[] = ['name', 'address', 'phone', 'hours', 'town_name', 'district_name'];
/** The rank of what is known by its end alone. */
export const BY_END_RANK = 1000;

/** What a heading means: the column, how sure that is (0: the dictionary's own title), the system of a coordinate. */
export interface HeadingReading {
  readonly column: ImportColumn;
  readonly rank: number;
  readonly crs?: Crs;
}

const SYSTEM = /百度|bd(?:09)?|高德|腾讯|火星|gcj(?:02)?|wgs(?:84)?|gps|天地图|cgcs(?:2000)?|国家2000/u;
const COORDINATES: readonly ImportColumn[] = ['lon', 'lat', 'lon_lat'];

/** 百度经度, lng_gcj02, 经度（高德）: a coordinate whose heading also names its system. */
function readCoordinateHeading(plain: string): HeadingReading | null {
  const named = SYSTEM.exec(plain)?.[0];
  if (named === undefined) return null;
  const base = withoutBrackets(plain.replace(named, '').replace(/地图|坐标系|\(\)/gu, '')) || '坐标';
  const found = BY_HEADING.get(base);
  const crs = readCrs(named);
  return found === undefined || crs === null || !COORDINATES.includes(found.column) ? null : { ...found, crs };
}

/** 电话1, 联系电话（二）: the numbers of one station. Of other columns only the first counts. */
function readNumbered(plain: string): HeadingReading | null {
  const [, base = '', number = ''] = /^(.+?)\(?([1-9①-⑨一二三四五])\)?$/u.exec(plain) ?? [];
  const found = BY_HEADING.get(base);
  return found !== undefined && (found.column === 'phone' || /[1①一]/u.test(number)) ? found : null;
}

function readEnding(plain: string): HeadingReading | null {
  if (OF_PERSON.test(plain)) return { column: 'person', rank: BY_END_RANK };
  const column = NO_STATIONS_OWN.test(plain) ? undefined : BY_END.find(([end]) => end.test(plain))?.[1];
  return column === undefined ? null : { column, rank: BY_END_RANK };
}

/** What a heading means; null for a heading nobody knows, and where its brackets speak of something else: 电话（站长）. */
export function readHeading(heading: string): HeadingReading | null {
  const plain = plainHeading(heading);
  const own = BY_HEADING.get(plain) ?? readCoordinateHeading(plain);
  if (own !== null && own !== undefined) return own;
  const bare = withoutBrackets(plain);
  const found = BY_HEADING.get(bare) ?? readNumbered(plain) ?? readNumbered(bare) ?? readEnding(bare);
  const inBrackets = (plain.match(/\([^()]*\)/gu) ?? []).join('');
  return found !== null && OWN.includes(found.column) && NO_STATIONS_OWN.test(inBrackets) ? null : found;
}

/** The title of an import column for messages. */
export function importTitle(column: ImportColumn): string {
  const own = TABLES.stations.find(({ name }) => name === column)?.title;
  return own ?? SYNONYMS[column]?.[0] ?? column;
}
