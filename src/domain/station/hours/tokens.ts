import type { Span } from './week.ts';
import { halfWidth } from '../../language/plainText.ts';

/** A set of weekdays as bits; Monday is the lowest. */
export type Days = number;

/** A word of the cell with its meaning; 不懂 (unknown) and 错 (wrong) carry the text for the fault. */
export type Token =
  | { readonly kind: '日'; readonly days: Days; readonly text: string }
  | { readonly kind: '段' | '午休' | '半天'; readonly span: Span; readonly text: string }
  | { readonly kind: '除外'; readonly days: Days; readonly holidays: boolean }
  | { readonly kind: '含假日' | '假日' | '预约' | '休息' | '照常' | '全年' }
  | { readonly kind: '注' | '不懂' | '错'; readonly text: string };

/** All seven days. */
export const EVERY_DAY: Days = 0b1111111;
const WORK_DAYS: Days = 0b0011111;
const WEEKEND: Days = 0b1100000;

// Parts of the patterns below. Digits only count as days where they cannot be a time.
const WEEK = '(?:每逢|[每逢])?(?:周|星期|礼拜)';
// 每周五天 counts days and names none.
const HAN_DAY = '(?:[一二三四五六](?!天)|[日天])(?![点时])';
const DAY = `(?:${HAN_DAY}|[1-7](?!\\d|\\s*[:.点时天日]))`;
const TO = '\\s*(?:-+|至|到)\\s*';
/** A pattern for words for public holidays. */
export const HOLIDAY = '(?:逢|遇)?(?:国家)?(?:法定|国定)?(?:节假日|节日|假日|假期|公休日)';
const TIME =
  '(?:(上午|早上|中午|下午|晚上|晚)\\s*:?)?\\s*(\\d{1,2})(?:\\s*[:.]\\s*(\\d{2})|([点时])(?:(\\d{2})分?|(半)|整)?)?';
const RANGE = `${TIME}${TO}${TIME}(?!\\d)`;

/** A pattern for words that mean closed. */
export const CLOSED =
  '休息|不对外(?:开放|服务|营业|接待|办公)?|不开放?|不上班|不营业|不接待|闭馆|休馆|馆休|闭园|闭站|关闭|关门|停止(?:开放|服务)|公休|休';

/** The characters of the weekdays after 周, Monday first. */
export const DAY_ORDER = '一二三四五六日';
const dayIndex = (char: string): number =>
  /\d/.test(char) ? Number(char) - 1 : DAY_ORDER.indexOf(char.replace('天', '日'));

/** Reads a list of days like 一至三、五 (words for week already removed). */
function readDays(text: string): Days {
  let days = 0;
  for (const [, first = '', last = first] of text.matchAll(
    /([一二三四五六日天1-7])(?:\s*(?:-+|至|到)\s*([一二三四五六日天1-7]))?/g,
  )) {
    // A range like 周六至周二 continues past Sunday.
    for (let day = dayIndex(first); ; day = (day + 1) % 7) {
      days |= 1 << day;
      if (day === dayIndex(last)) break;
    }
  }
  return days;
}

function minutesOf(
  half: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
  thirty: string | undefined,
): number {
  const clock = Number(hour);
  const later = (/下午|晚/.test(half ?? '') && clock < 12) || (half === '中午' && clock < 4);
  return (later ? clock + 12 : clock) * 60 + (thirty === undefined ? Number(minute ?? 0) : 30);
}

/** The span of a match of RANGE, or a token that says what is wrong with it; null where it cannot be a time. */
function readRange(match: RegExpExecArray, kind: '段' | '午休'): Token | null {
  const [text, half, hour, colon, word, after, thirty, half2, hour2, colon2, word2, after2, thirty2] = match;
  if ((colon ?? word ?? colon2 ?? word2) === undefined) return null;
  const from = minutesOf(half, hour, colon ?? after, thirty);
  const plain = minutesOf(half2, hour2, colon2 ?? after2, thirty2);
  const to = half2 === undefined && plain <= from ? minutesOf(half, hour2, colon2 ?? after2, thirty2) : plain;
  const minutes = [colon ?? after, colon2 ?? after2].some((value) => Number(value ?? 0) > 59);
  if (minutes || to > 1440) return { kind: '错', text: `“${text}”不是一天里的时间：写成 13:00-17:00` };
  if (to <= from) return { kind: '错', text: `“${text}”结束不晚于开始：下午的时间写成 13:00-17:00` };
  if (from > 0 && from < 300) return { kind: '错', text: `“${text}”从凌晨开始：下午的时间写成 13:00-17:00` };
  return { kind, span: { from, to }, text };
}

const HALVES: Readonly<Record<string, Span>> = {
  上午: { from: 0, to: 720 },
  早上: { from: 0, to: 720 },
  下午: { from: 720, to: 1440 },
  晚上: { from: 1080, to: 1440 },
};

type Rule = readonly [pattern: RegExp, read: (match: RegExpExecArray) => Token | null];

// Built on first use: pages that only read finished plans never need it.
let rules: readonly Rule[] | undefined;

const makeRules = (): readonly Rule[] => [
  // Tried in this order: longer wordings come before those that they contain.
  [/(?:中午|午间)(?:照常开放|不休息?|无休)/y, ([text]) => ({ kind: '注', text })],
  [new RegExp(`(?:不含|不包括)${HOLIDAY}`, 'y'), () => ({ kind: '除外', days: 0, holidays: true })],
  [new RegExp(`(?:含|包括)${HOLIDAY}`, 'y'), () => ({ kind: '含假日' })],
  [/除([^除外]{1,30}?)(?:以外|之外|外)/y, ([text, inner = '']) => readExcept(text, inner)],
  [/全年无休|365天无休/y, () => ({ kind: '全年' })],
  [new RegExp(`午休(?:时间)?[:为]?\\s*${RANGE}`, 'y'), (match) => readRange(match, '午休')],
  [new RegExp(RANGE, 'y'), (match) => readRange(match, '段')],
  [new RegExp(`全天(?:${CLOSED})`, 'y'), () => ({ kind: '休息' })],
  [/(?:全天)?24\s*(?:小时|h)|全天候?/iy, ([text]) => ({ kind: '段', span: { from: 0, to: 1440 }, text })],
  [
    new RegExp(
      `${WEEK}(${DAY}(?:${TO}(?:${WEEK})?${DAY})?(?:\\s*[、,和及与/]?\\s*${HAN_DAY}(?:${TO}${HAN_DAY})?)*)`,
      'y',
    ),
    ([text, list = '']) => ({ kind: '日', days: readDays(list.replace(/每?(?:周|星期|礼拜)/g, '')), text }),
  ],
  [/每?(?:个)?(?:周末|双休日)/y, ([text]) => ({ kind: '日', days: WEEKEND, text })],
  [/工作日|平日/y, ([text]) => ({ kind: '日', days: WORK_DAYS, text })],
  [/每天|每日|天天|全周|[每一]周[七7]\s*天/y, ([text]) => ({ kind: '日', days: EVERY_DAY, text })],
  // This may mean holidays on that weekday, or all holidays and that weekday: it is a fault.
  [new RegExp(`[逢遇]${HOLIDAY}的?(?=周|星期|礼拜)`, 'y'), ([text]) => ({ kind: '不懂', text })],
  [new RegExp(HOLIDAY, 'y'), () => ({ kind: '假日' })],
  [/照常(?:开放|上班|服务|营业|接待)?|正常(?:开放|上班|服务|营业|接待)|不休息?|无休/y, () => ({ kind: '照常' })],
  [
    /(?:需要?|须|请|凭|仅|可|限)?(?:提前|事先|电话|现场|网上)*预约(?:制|开放|接待|服务|办理|咨询)?/y,
    () => ({ kind: '预约' }),
  ],
  [new RegExp(`${CLOSED}|除外`, 'y'), () => ({ kind: '休息' })],
  [/(上午|早上|下午|晚上)/y, ([text]) => ({ kind: '半天', span: HALVES[text] ?? { from: 0, to: 0 }, text })],
];

const PASSED_OVER =
  /[\s,、;。:/|]+|以及|[及和与为均都的]|之间|(?:对外)?(?:开放|服务|工作|办公|接待|营业|值班|上班)(?:时间|时段)?|时间/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function readExcept(text: string, inner: string): Token {
  const tokens = tokenise(inner);
  const days = tokens.reduce((sum, token) => (token.kind === '日' ? sum | token.days : sum), 0);
  const known = tokens.length > 0 && tokens.every(({ kind }) => kind === '日' || kind === '假日');
  return known ? { kind: '除外', days, holidays: tokens.some(({ kind }) => kind === '假日') } : { kind: '不懂', text };
}

/** Splits a normalised text into tokens; text that no rule matches becomes a 不懂. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let unread = '';
  const flush = () => {
    if (unread !== '') tokens.push({ kind: '不懂', text: unread });
    unread = '';
  };
  for (let at = 0; at < text.length;) {
    const found = (rules ??= makeRules()).reduce<{ token: Token; length: number } | null>(
      (earlier, [pattern, read]) => {
        const match = earlier === null ? matchAt(pattern, text, at) : null;
        const token = match === null ? null : read(match);
        return match === null || token === null ? earlier : { token, length: match[0].length };
      },
      null,
    );
    const passed = found === null ? matchAt(PASSED_OVER, text, at) : null;
    if (found === null && passed === null) {
      unread += text[at];
      at += 1;
      continue;
    }
    flush();
    if (found !== null) tokens.push(found.token);
    at += found?.length ?? passed?.[0].length ?? 1;
  }
  flush();
  return tokens;
}

/** Half-width characters, one for one, so that positions in the cell stay the same. */
function normalise(cell: string): string {
  return halfWidth(cell).replace(/[‐-―−─~〜∼]/g, '-');
}

// A remark in brackets that mentions times is read like the rest of the cell.
const OF_TIMES =
  /\d\s*[:.点时]|周[一二三四五六日天末]|星期|礼拜|双休|工作日|平日|每[天日周]|[上下]午|晚上|节日|假日|假期|公休|休息|不休|无休|午休|不开|预约|[夏冬]|暂停|小时|全天|\d\s*月/;

// A remark on holidays, as in 周一至周五（国定假日除外）9:00-17:00, applies to the whole plan.
const OF_ALL = /^(?:除|不含|不包括|含|包括|逢|遇|国家|法定|国定|节假日|节日|假日|假期|公休日)/;

/** A remark that only says once more that it is closed, as in 周日：休息（不营业）, and is dropped. */
const CLOSED_AGAIN = new RegExp(`(?:${CLOSED})\\s*\\((?:全天)?(?:${CLOSED})\\)$`, 'u');

/**
 * Separates the remarks in brackets from a cell and normalises the rest; remarks that mention times stay in the text.
 */
export function takeNotes(cell: string): { readonly text: string; readonly notes: readonly string[] } {
  const notes: string[] = [];
  const last: string[] = [];
  let original = cell;
  for (let found = true; found;) {
    const match = /\(([^()]*)\)/.exec(normalise(original));
    found = match !== null;
    if (match === null) continue;
    const inside = original.slice(match.index + 1, match.index + match[0].length - 1);
    const stay: string[] = [];
    const again = CLOSED_AGAIN.test(normalise(original).slice(0, match.index + match[0].length));
    const parts = again ? [] : inside.split(/[；;]/);
    for (const part of parts.map((piece) => piece.trim().replace(/\s+/g, ' '))) {
      if (OF_TIMES.test(normalise(part))) (OF_ALL.test(normalise(part)) ? last : stay).push(part);
      else if (part !== '') notes.push(part);
    }
    original = `${original.slice(0, match.index)} ${stay.join('；')} ${original.slice(match.index + match[0].length)}`;
  }
  return { text: normalise([original, ...last].join('；')), notes };
}
