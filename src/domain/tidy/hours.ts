import { formatHours } from '../station/hours/format.ts';
import { parseHours } from '../station/hours/grammar.ts';
import type { Hours } from '../station/hours/week.ts';
import { EITHER_WAY } from '../station/hours/grammar.ts';
import { allDayIsUnclear, limitOf } from '../station/hours/promise.ts';
import { limited, LIMITS } from './hoursLimits.ts';
import { mendSpans, repaired } from './hoursRepairs.ts';
import { CLOSED, HOLIDAY } from '../station/hours/tokens.ts';
import { isBlankWord } from '../language/plainText.ts';

/** Opening hours read from a cell as clerks write it. */
export interface TidyHours {
  /** As `stations.csv` holds them; empty where nothing could be read. */
  readonly text: string;
  /** Words of the cell that no plan can hold and that don't contradict it: 16:30停止入馆; they belong beside it. */
  readonly note: string;
  /** What was guessed, in Chinese. */
  readonly guesses: readonly string[];
  /** Why it could not be read, in Chinese; empty where it could, or where the cell says nothing. */
  readonly faults: readonly string[];
}

/** What is told of a plan that a remark takes days out of. */
const CALL_FIRST = '有的日子不开，写成“预约”，请居民先打电话';

const withoutExample = (fault: string) => fault.replace(/：写成“.*$/u, '');

const NAMES_DAY = /[周期拜][一二三四五六日天末1-7]|双休日|工作日|平日|每[天日周]|天天|全周/u;
const CLOSED_DAYS = new RegExp(
  `(?<!${HOLIDAY}的?)[(,;、\\s]*(?:(?:每逢|[每逢])?(?:周|星期|礼拜)[一二三四五六日天末](?:[、,和及至-]*(?:周|星期|礼拜)?[一二三四五六日天])*|双休日|周末)(?:[、,和及]*${HOLIDAY})?\\s*(?:全天)?(?:${CLOSED}|除外)[),;。\\s]*`,
  'gu',
);
const ROUND_THE_CLOCK = /^(?:全天候?|(?:全天候?)?\s*24\s*(?:小时|h)(?:服务|开放|值班|接待|营业|热线|制)*)$/iu;

/** Another wording of the same cell, with what was guessed on the way; null where it can't be put so. */
type Wording = (text: string) => { readonly text: string; readonly guess: string } | null;

const allDay: Wording = (text) =>
  ROUND_THE_CLOCK.test(text.replace(/[()\s]/gu, ''))
    ? { text: '每天 0:00-24:00', guess: '没有写星期几，全天按每天读' }
    : null;

/** The closed days said last, wherever they stood; without other days, 9:00-17:00，周六、周日休息 is Monday to Friday. */
const closedDaysLast: Wording = (text) => {
  const closed = text.match(CLOSED_DAYS)?.map((part) => part.replace(/^[(,;、\s]+|[),;。\s]+$/gu, '')) ?? [];
  const open = text.replace(CLOSED_DAYS, '；');
  if (closed.length === 0 || !/\d/u.test(open)) return null;
  const whole = `${open}；${closed.join('；')}`;
  return NAMES_DAY.test(open)
    ? { text: whole, guess: '' }
    : { text: `每天 ${whole.replace(/^[；;\s]+/u, '')}`, guess: '没有写开放的日子，按休息日以外的每天读' };
};

const DAY_WORD =
  '(?:每?(?:周|星期|礼拜)[一二三四五六日天末](?:\\s*(?:-+|至|到)\\s*(?:周|星期|礼拜)?[一二三四五六日天])?|每[天日]|工作日|双休日)';
const DAYS_LAST = new RegExp(
  `^([^周星礼每工双]*\\d[^周星礼每工双]*?)[\\s(,;、]+(${DAY_WORD}(?:\\s*[、,和及]\\s*${DAY_WORD})*)[\\s,;、)]*(.*?)\\)?$`,
  'u',
);

/** 8:30-16:30（周一至周日，国定假日除外） with the days put first. */
const daysFirst: Wording = (text) => {
  const match = DAYS_LAST.exec(text.trim());
  return match === null ? null : { text: `${match[2]} ${match[1]}；${match[3]}`, guess: '' };
};

const WORDINGS: readonly Wording[] = [(text) => ({ text, guess: '' }), allDay, closedDaysLast, daysFirst];

const AT = '\\d{1,2}[:.]\\d{2}';
const REST_OF_PHRASE = '[^,;；。()\\n]*';
const TIMES = `${AT}\\s*(?:-+|至|到)\\s*${AT}(?:\\s*[、,]\\s*${AT}\\s*(?:-+|至|到)\\s*${AT})*`;
/** 双休日及节假日9:00-17:00: the plan of these days, and something of holidays that no plan can hold. */
const DAYS_AND_HOLIDAYS = new RegExp(`(${DAY_WORD}|周六日)\\s*[、,及和]?\\s*${HOLIDAY}(?=\\s*:?\\s*(${TIMES}))`, 'gu');

/** Phrases that no plan can hold and that leave it as it is; what they say of holidays leaves those unsaid. */
const REMARKS: readonly RegExp[] = [
  ...LIMITS,
  // 16:30停止入馆, 停止售票时间:16:30, 闭馆前半小时停止取号
  new RegExp(
    `(?:上午|下午|晚上)?\\s*${AT}(?:分|时)?(?:起|后|以后|之后)?[^\\d,;；。()\\n]{0,4}(?:停止|禁止|截止|不再|谢绝)(?!开放|服务)${REST_OF_PHRASE}`,
    'gu',
  ),
  new RegExp(`(?:停止|截止)[^\\d,;；。()\\n]{1,6}(?:时间)?\\s*:?\\s*${AT}`, 'gu'),
  new RegExp(`(?:闭馆|关门|下班|结束)前[^,;；。()\\n]{1,8}(?:停止|截止)${REST_OF_PHRASE}`, 'gu'),
  new RegExp(`${AT}开始清场`, 'gu'),
  // Holidays that have hours of their own, or that are told at another time.
  new RegExp(`(?:重要)?${HOLIDAY}(?:期间)?(?:开放|服务|办公)?(?:时间)?\\s*(?:为)?\\s*:?\\s*${TIMES}`, 'gu'),
  new RegExp(`(?:逢|遇)${HOLIDAY}的?(?:周|星期|礼拜)[一二三四五六日天]\\s*(?:${CLOSED}|除外)`, 'gu'),
  new RegExp(`${HOLIDAY}${REST_OF_PHRASE}(?:另行|另外|提前)(?:通知|公告|安排)`, 'gu'),
  new RegExp(`(?:逢|遇)${HOLIDAY}${REST_OF_PHRASE}顺延${REST_OF_PHRASE}`, 'gu'),
  new RegExp(
    `(?:除夕|年初一|大年初一|春节)(?:[、,及和至到]*(?:除夕|年?初[一二三四五六七]))*(?:期间)?(?:${CLOSED})`,
    'gu',
  ),
  /(?:如有|若有|特殊|临时)[^,;；。()\n\d]*(?:情况|变动|变化|调整)[^,;；。()\n]*(?:通知|公告|为准)?/gu,
  /[^,;；。()\n\d]{0,20}以[^,;；。()\n\d]{1,20}(?:公告|通知|为准)[^,;；。()\n\d]{0,20}/gu,
];

/** A text without what no plan can hold, and those words as they stood. */
function withoutRemarks(text: string): { readonly text: string; readonly remarks: readonly string[] } {
  const remarks: string[] = [];
  const shared = text.replace(DAYS_AND_HOLIDAYS, (found, days: string, times: string) => {
    remarks.push(`${found} ${times}`);
    return days;
  });
  const rest = REMARKS.reduce(
    (left, pattern) =>
      left.replace(pattern, (found) => {
        remarks.push(found.trim());
        return ' ';
      }),
    shared,
  );
  return { text: rest.replace(/(?<=\()[,、;；\s]+|[,、;；\s]+(?=\))/gu, '').replace(/\(\)/gu, ' '), remarks };
}

interface Reading {
  readonly hours: Hours | null;
  readonly faults: readonly string[];
  readonly guesses: readonly string[];
}

/** The first wording that can be read; else the faults of the cell as it stands. */
function readAny(text: string): Reading {
  const spans = mendSpans(text);
  // A night that ends on the next morning can only be said of every day alike.
  const everyDay = /每[天日]|天天|全年|全周|[周期拜]一\s*(?:-+|至|到)\s*(?:周|星期|礼拜)?[日天]/u.test(text);
  if (spans.guesses.some((guess) => guess.startsWith('开到第二天')) && !everyDay) {
    return { hours: null, faults: ['开到第二天，又不是每天，表里写不下'], guesses: [] };
  }
  for (const wording of WORDINGS) {
    const put = wording(spans.text);
    const { hours } = put === null ? { hours: null } : parseHours(put.text);
    if (put !== null && hours !== null) {
      return { hours, faults: [], guesses: [...spans.guesses, put.guess].filter((guess) => guess !== '') };
    }
  }
  return { hours: null, faults: parseHours(spans.text).faults, guesses: [] };
}

/** A remark that names a part of the year, and takes nothing away by itself. */
const SEASON = /^(?!.*(?:除|不|休|停|闭|关)).*(?:寒假|暑假|暑期|学期|学年|[夏冬春秋][季令]|高温)/u;

/** A plan with its remarks: what limits it stands beside it, and then it promises no more than it can keep. */
function finished(hours: Hours, remarks: readonly string[], guesses: readonly string[]): TidyHours {
  const inside = hours.note.split('；').filter((note) => note !== '');
  const beside = [...remarks, ...inside.filter((note) => limitOf(note) !== null)];
  // 学期中 beside 暑期: each has hours of its own, and one week holds one of them.
  if (new Set(beside.filter((remark) => SEASON.test(remark)).map((remark) => remark.trim())).size > 1)
    return { text: '', note: '', guesses: [], faults: ['不同时期的时间不一样，表里写不下'] };
  const rest = inside.filter((note) => limitOf(note) === null).join('；');
  const plan = limited({ ...hours, note: rest }, beside);
  const told = beside.some((remark) => limitOf(remark) === 'days') ? [CALL_FIRST] : [];
  return { text: formatHours(plan), note: beside.join('；'), guesses: [...guesses, ...told], faults: [] };
}

/** Nobody says when a place is open in more characters; what is longer must not keep a program busy. */
const LONGEST_CELL = 500;

/**
 * The opening hours of a cell that a clerk filled in by hand. What stays in doubt (夏令时, 隔周, a span without days)
 * is not guessed: it comes back as faults, and the caller keeps the words. `beside` is what another column says of them.
 */
export function tidyHours(cell: string, beside = ''): TidyHours {
  const tidy = tidyCell(cell);
  const { hours } = limitOf(beside) === null ? { hours: null } : parseHours(tidy.text);
  if (hours === null) return tidy;
  const text = formatHours(limited(hours, [beside]));
  return text === tidy.text ? tidy : { ...tidy, text, guesses: [...tidy.guesses, CALL_FIRST] };
}

function tidyCell(cell: string): TidyHours {
  if (isBlankWord(cell)) return { text: '', note: '', guesses: [], faults: [] };
  if (cell.length > LONGEST_CELL) return { text: '', note: '', guesses: [], faults: ['太长，不像开放时间'] };
  const mended = repaired(cell);
  if (allDayIsUnclear(mended.text))
    return { text: '', note: '', guesses: [], faults: ['“全天”是白天还是24小时，分不清'] };
  const first = parseHours(cell);
  if (first.hours !== null) return finished(first.hours, [], []);
  const guesses = new Set(mended.guesses);
  let { text } = mended;
  const remarks: string[] = [];
  const either = EITHER_WAY.exec(text);
  if (either !== null) {
    const said = either[0].replace(/[\s,、()]/gu, '');
    guesses.add(`“${said}”分不清假日开不开，当作没有说`);
    remarks.push(`登记写着“${said}”，假日开不开先打电话问`);
    text = text.replace(EITHER_WAY, ' ');
  }
  let reading = readAny(text);
  if (reading.hours === null) {
    const plain = withoutRemarks(text);
    const second = plain.remarks.length === 0 ? null : readAny(plain.text);
    if (second !== null && second.hours !== null) {
      reading = second;
      // 每月第一个 says little without the rest of its sentence.
      const whole = plain.remarks.some((remark) => limitOf(remark) === 'days') ? [cell.trim()] : plain.remarks;
      remarks.unshift(...whole);
    }
  }
  reading.guesses.forEach((guess) => guesses.add(guess));
  return reading.hours === null
    ? { text: '', note: '', guesses: [], faults: reading.faults.map(withoutExample) }
    : finished(reading.hours, remarks, [...guesses]);
}
