import { limitOf } from '../station/hours/promise.ts';
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

/** The plan with every open day as one to call before. */
export const callFirst = (hours: Hours): Hours => ({
  ...hours,
  week: hours.week.map((plan) => (plan.mode === '开' ? { ...plan, mode: '预约' } : plan)),
});

/**
 * The plan as far as it may be promised beside these remarks. Where they take days away every open day is one to call
 * before; where they speak of holidays nothing is said of those.
 */
export function limited(hours: Hours, remarks: readonly string[]): Hours {
  const kinds = remarks.map(limitOf);
  const holidays = kinds.includes('holidays') && hours.holidays === '照常' ? '未说明' : hours.holidays;
  return kinds.includes('days') ? { ...callFirst(hours), holidays } : { ...hours, holidays };
}
