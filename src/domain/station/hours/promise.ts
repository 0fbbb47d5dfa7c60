import { halfWidth } from '../../language/plainText.ts';
import { parseHours, type HoursReading } from './grammar.ts';

const ALL_DAY = /全天候?(?!\s*(?:24|[休关闭不停]))/u;
const SURELY_ALL_DAY =
  /24\s*(?:小时|h)|^\s*全天候?\s*$|(?:每[天日]|天天|周一\s*(?:-+|至|到)\s*周?[日天])\s*[:,，]?\s*全天候?\s*$/iu;

/** Whether 全天 may mean from morning to evening as well as round the clock: 周一至周五全天, 全天办公. */
export const allDayIsUnclear = (text: string): boolean => ALL_DAY.test(text) && !SURELY_ALL_DAY.test(text);

const OF_DAYS =
  /除外|以外|之外|除了|^除|[逢遇]|[单双][周日号月数]|隔[周天日]|每[月季年]|第[一二三四五\d]个?(?:周|星期|礼拜|工作日)|[首末]周|月[初底末]|寒、?暑|[寒暑][假期]|学期|学年|学校|开学|放学|上课|高温|雨|雪|恶劣|台风|汛|农历|[夏冬春秋][季令天]|轮休|轮流|不定期|不固定|视情况|暂停|停[开诊办业电水]|停止(?:开放|服务)|可能|有时|有事|外出|下[村户居社]|例会|学习|临时|节后|节前/u;
const OF_HOLIDAYS =
  /节假日|节日|假日|假期|法定|国定|公休|除夕|春节|年?初[一二三四五六七八]|国庆|元旦|清明|端午|中秋|劳动节|五一|十一/u;
const SURELY_OF_DAYS = /[单双][周日号月数]|隔周|每[月季]|寒、?暑|[寒暑][假期]|学[期年]/u;

const CLOSES = /除|以外|之外|[逢遇]|不|停|休|闭|关/u;

/** Whether a remark takes days out of a plan, or says something of public holidays alone; null where it does neither. */
export function limitOf(remark: string): 'days' | 'holidays' | null {
  if (SURELY_OF_DAYS.test(remark)) return 'days';
  if (OF_HOLIDAYS.test(remark)) return 'holidays';
  return OF_DAYS.test(remark) ? 'days' : null;
}

/** The same where it can mean nothing else: 学校东门 says where, 学校放假休息 says when. */
const closesDays = (remark: string) =>
  SURELY_OF_DAYS.test(remark) || (limitOf(remark) === 'days' && CLOSES.test(remark));

/**
 * Reads the opening hours of a cell of `stations.csv` as `parseHours` does, and refuses a plan that promises more than
 * the cell says: 全天 that may end in the evening, and days that are open by the plan and not by its remark （寒暑假除外）.
 */
export function parsePromise(cell: string): HoursReading {
  const reading = parseHours(cell);
  if (reading.hours === null) return reading;
  const faults: string[] = [];
  if (allDayIsUnclear(halfWidth(cell)))
    faults.push('“全天”是白天还是24小时，分不清：写出几点到几点，24小时写成 0:00-24:00');
  const { week, note } = reading.hours;
  const limit = note.split('；').find(closesDays);
  if (limit !== undefined && week.some(({ mode }) => mode === '开'))
    faults.push(`“${limit}”的日子不开，表里写不下：开放的日子写成“预约”，原话写进“开放时间说明”`);
  return faults.length === 0 ? reading : { hours: null, faults };
}
