import type { Hours } from '../station/hours/week.ts';

const AWAY =
  '(?:除外|休息|不(?:对外)?开放?|闭馆|休馆|关闭|不上班|不办公|不接待|停止(?:开放|服务|办公)?|暂停(?:开放|服务|办公)?|停办|停业)';
const SCHOOL = '(?:寒、?暑假|寒假|暑假|寒期|暑期|学校放假|学校假期)';
const ORDER = '(?:第[一二三四五1-5]|最后一|[首末])';

/** Phrases outside brackets that take days out of a plan and leave it readable: 逢单周, 每月第一个, 寒暑假除外. */
export const LIMITS: readonly RegExp[] = [
  /(?:每?逢|每个?)?[单双][周号日数月](?:开放|上班|办公|值班|接待|服务)?/gu,
  /(?:每)?隔(?:一)?周(?:开放|上班|办公|值班)?(?!日)/gu,
  new RegExp(`每个?月的?${ORDER}(?:、${ORDER})*个?(?=周|星期|礼拜)(?:(?:周|星期)(?![一二三四五六日天]))?`, 'gu'),
  new RegExp(`每个?月的?\\d{1,2}[日号](?:[、,和及至-]\\d{1,2}[日号])*${AWAY}`, 'gu'),
  new RegExp(`(?:除|不含|不包括)${SCHOOL}(?:以外|之外|外)?`, 'gu'),
  new RegExp(`${SCHOOL}(?:期间|里|中)?(?:及节假日)?${AWAY}`, 'gu'),
  new RegExp(`(?:高温|恶劣天气|台风天?|雨雪天?|雨天|汛期)(?:期间)?${AWAY}`, 'gu'),
];

const OF_DAYS =
  /除外|以外|之外|除了|^除|[逢遇]|[单双][周日号月数]|隔[周天日]|每[月季年]|第[一二三四五\d]个?(?:周|星期|礼拜|工作日)|[首末]周|月[初底末]|寒、?暑|[寒暑][假期]|学期|学校|开学|放学|上课|高温|雨|雪|恶劣|台风|汛|农历|[夏冬春秋][季令天]|轮休|轮流|不定期|不固定|视情况|暂停|停[开诊办业电水]|停止(?:开放|服务)|可能|有时|有事|外出|下[村户居社]|例会|学习|临时|节后|节前/u;
const OF_HOLIDAYS =
  /节假日|节日|假日|假期|法定|国定|公休|除夕|春节|年?初[一二三四五六七八]|国庆|元旦|清明|端午|中秋|劳动节|五一|十一/u;
const SURELY_OF_DAYS = /[单双][周日号月数]|隔周|每[月季]|寒、?暑|[寒暑][假期]|学期/u;

/** Whether a remark takes days out of a plan, or says something of public holidays alone; null where it does neither. */
export function limitOf(remark: string): 'days' | 'holidays' | null {
  if (SURELY_OF_DAYS.test(remark)) return 'days';
  if (OF_HOLIDAYS.test(remark)) return 'holidays';
  return OF_DAYS.test(remark) ? 'days' : null;
}

/**
 * The plan as far as it may be promised beside these remarks. Where they take days away every open day is one to call
 * before; where they speak of holidays nothing is said of those.
 */
export function limited(hours: Hours, remarks: readonly string[]): Hours {
  const kinds = remarks.map(limitOf);
  const holidays = kinds.includes('holidays') && hours.holidays === '照常' ? '未说明' : hours.holidays;
  if (!kinds.includes('days')) return { ...hours, holidays };
  const week = hours.week.map((plan) => (plan.mode === '开' ? { ...plan, mode: '预约' as const } : plan));
  return { ...hours, week, holidays };
}
