import { formatHours, parseHours } from './hours.ts';
import { HAN_NUMBER, isBlankWord, readHanNumber } from './han.ts';

/** Opening hours read from a cell as clerks write it. */
export interface TidyHours {
  /** As `stations.csv` holds them; empty where nothing could be read. */
  readonly text: string;
  /** What was guessed, in Chinese. */
  readonly guesses: readonly string[];
  /** Why it could not be read, in Chinese; empty where it could, or where the cell says nothing. */
  readonly faults: readonly string[];
}

interface Repair {
  readonly pattern: RegExp;
  readonly to: string | ((...args: string[]) => string);
  /** What to tell; empty for what only changes the writing. */
  readonly guess: string;
}

const asciiForms = (cell: string) =>
  cell
    .replace(/[！-～]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[‐-―−─~〜∼]/gu, '-')
    .replace(/[︰﹕∶：]/gu, ':')
    .replace(/[\u00a0\u3000\t]/gu, ' ');

const WEEKDAYS: Readonly<Record<string, string>> = {
  mon: '周一',
  tue: '周二',
  wed: '周三',
  thu: '周四',
  fri: '周五',
  sat: '周六',
  sun: '周日',
};

const han = (text: string) => String(readHanNumber(text) ?? text);
const isMinute = (text: string) => Number(text) < 60;

/** Writings that mean one thing only, and slips that leave no doubt what was meant. */
const REPAIRS: readonly Repair[] = [
  {
    pattern: /(?<=\d[:.]?)[oO〇]+|(?<![a-z])[oO〇](?=\d?[:.]?\d)/gu,
    to: (all) => '0'.repeat(all.length),
    guess: '字母 O 当作数字 0',
  },
  {
    pattern: /\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b\.?/giu,
    to: (_, day: string) => WEEKDAYS[day.toLowerCase()] ?? day,
    guess: '',
  },
  { pattern: new RegExp(`(${HAN_NUMBER})(?=[点时])`, 'gu'), to: (_, hour: string) => han(hour), guess: '' },
  {
    pattern: new RegExp(`(?<=[点时])(${HAN_NUMBER})分`, 'gu'),
    to: (_, minute: string) => `${han(minute).padStart(2, '0')}分`,
    guess: '',
  },
  { pattern: /(\d{1,2}(?:[:.]\d{2})?)\s*am\b/giu, to: '上午$1', guess: '' },
  { pattern: /(\d{1,2}(?:[:.]\d{2})?)\s*pm\b/giu, to: '下午$1', guess: '' },
  { pattern: /早晨|清晨|早(?=\s*\d)/gu, to: '早上', guess: '' },
  { pattern: /傍晚|夜间|晚(?=\s*\d)/gu, to: '晚上', guess: '' },
  { pattern: /(?<=\d:\d{2})\s*[点时](?!\d)/gu, to: '', guess: '' },
  { pattern: /(\d{1,2}:\d{2}):00(?!\d)/gu, to: '$1', guess: '' },
  { pattern: /(\d{1,2})\s*[;;；]\s*(\d{2})(?=\s*(?:-|至|到|$|[^\d:点时.]))/gu, to: '$1:$2', guess: '分号当作冒号' },
  { pattern: /(\d{1,2})::+(\d{2})/gu, to: '$1:$2', guess: '' },
  { pattern: /(\d)\s*一\s*(?=\d{1,2}\s*[:点时])/gu, to: '$1-', guess: '汉字“一”当作横线' },
  { pattern: /(\d{1,2}:\d{2})(?=\d{1,2}:\d{2})/gu, to: '$1、', guess: '两段时间连在一起，拆开了' },
  // 0830-1630
  {
    pattern: /(?<![\d:.])([01]?\d|2[0-4])(\d{2})\s*(-+|至|到)\s*([01]?\d|2[0-4])(\d{2})(?![\d:.点时年月号日])/gu,
    to: (all, h1: string, m1: string, _, h2: string, m2: string) =>
      isMinute(m1) && isMinute(m2) ? `${h1}:${m1}-${h2}:${m2}` : all,
    guess: '时间里补了冒号',
  },
  { pattern: /(?:法定|正常)(?=工作日)/gu, to: '', guess: '' },
  { pattern: /国?家?法定(?:节日|假日)/gu, to: '国定假日', guess: '' },
  {
    pattern: /(?:周|星期|礼拜)([一二三四五六日天])\s*[,、]?\s*至\s*(?=[一二三四五六日天周星礼])/gu,
    to: '周$1至',
    guess: '',
  },
];

const CLOCK = '(\\d{1,2})(?:[:.](\\d{2})|[点时](?:(半)|整|(\\d{2})分?)?)?';
const SPAN = new RegExp(
  `(上午|早上|中午|下午|晚上|晚)?\\s*${CLOCK}(\\s*(?:-+|至|到)\\s*)(上午|早上|中午|下午|晚上|晚|次日|第二天|隔天|翌日|凌晨)?\\s*${CLOCK}`,
  'gu',
);

const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
const NEXT_DAY = /次日|第二天|隔天|翌日/u;

/** 8点半至5点 and 1:30-5:00 in the afternoon; 8:00-次日8:00 over midnight. Returns the text and what was guessed. */
function mendSpans(text: string): { text: string; guesses: readonly string[] } {
  const guesses = new Set<string>();
  const mended = text.replace(SPAN, (all, ...groups: (string | undefined)[]) => {
    const [half, hour, colon, semi, word, , half2, hour2, colon2, semi2, word2] = groups;
    const known = [colon, semi, word, colon2, semi2, word2].some((part) => part !== undefined) || /[点时]/u.test(all);
    if (!known) return all;
    const minute = (a?: string, b?: string, c?: string) => (b === undefined ? Number(a ?? c ?? 0) : 30);
    const lead = /^\s*/u.exec(all)?.[0] ?? '';
    const from = Number(hour) * 60 + minute(colon, semi, word);
    const to = Number(hour2) * 60 + minute(colon2, semi2, word2);
    if (from > 1440 || to > 1440) return all;
    if (NEXT_DAY.test(half2 ?? '')) {
      guesses.add('开到第二天，拆成当天和凌晨两段');
      if (to === from) return `${lead}0:00-24:00`;
      return to < from ? `${lead}0:00-${clock(to)}、${clock(from)}-24:00` : all;
    }
    if (half !== undefined || half2 !== undefined) return all;
    if (from > 0 && from < 300 && to > from && to <= 720) {
      guesses.add(`“${all.trim()}”当作下午`);
      return `${lead}${clock(from + 720)}-${clock(to + 720)}`;
    }
    if (from >= 300 && to <= from && to >= 60 && to + 720 > from && to <= 720) {
      guesses.add(`“${clock(to)}”当作下午`);
      return `${lead}${clock(from)}-${clock(to + 720)}`;
    }
    return all;
  });
  return { text: mended, guesses: [...guesses] };
}

const withoutExample = (fault: string) => fault.replace(/：写成“.*$/u, '');

const NAMES_DAY = /[周期拜][一二三四五六日天末1-7]|双休日|工作日|平日|每[天日周]|天天|全周/u;
const CLOSED_DAYS =
  /(?:(?:周|星期|礼拜)[一二三四五六日天末](?:[、,和及至-]*(?:周|星期|礼拜)?[一二三四五六日天])*|双休日|周末)(?:[、,和及]*(?:国定|法定|国家)*(?:节假日|假日|节日))?(?:全天)?(?:休息|除外|闭馆|不开放|公休|休)/gu;
const ROUND_THE_CLOCK = /^(?:全天候?|24\s*小时|全天\s*24\s*小时|24\s*h)(?:服务|开放|值班|接待|营业|热线|制)*$/iu;

/** Days that are only said by what is left out: 9:00-17:00，周六、周日休息 is Monday to Friday. */
function withDays(text: string): { text: string; guess: string } | null {
  const bare = text.trim();
  if (ROUND_THE_CLOCK.test(bare.replace(/[()]/gu, '')))
    return { text: '每天 0:00-24:00', guess: '没有写星期几，全天按每天读' };
  const open = bare.replace(CLOSED_DAYS, '');
  return open !== bare && !NAMES_DAY.test(open) && /\d/u.test(open)
    ? { text: `每天 ${bare}`, guess: '没有写开放的日子，按休息日以外的每天读' }
    : null;
}

const DAY_WORD =
  '(?:每?(?:周|星期|礼拜)[一二三四五六日天末](?:\\s*(?:-+|至|到)\\s*(?:周|星期|礼拜)?[一二三四五六日天])?|每[天日]|工作日|双休日)';
const DAYS_LAST = new RegExp(
  `^([^周星礼每工双]*\\d[^周星礼每工双]*?)[\\s(,;、]+(${DAY_WORD}(?:\\s*[、,和及]\\s*${DAY_WORD})*)[\\s,;、)]*(.*?)\\)?$`,
  'u',
);

/** 8:30-16:30（周一至周日，国定假日除外） with the days put first; null for another order. */
function daysFirst(text: string): string | null {
  const match = DAYS_LAST.exec(text.trim());
  return match === null ? null : `${match[2]} ${match[1]}；${match[3]}`;
}

/**
 * The opening hours of a cell that a clerk filled in by hand. What stays in doubt (夏令时, 隔周, a span without days)
 * is not guessed: it comes back as faults, and the caller keeps the words.
 */
export function tidyHours(cell: string): TidyHours {
  if (isBlankWord(cell)) return { text: '', guesses: [], faults: [] };
  const first = parseHours(cell);
  if (first.hours !== null) return { text: formatHours(first.hours), guesses: [], faults: [] };
  const guesses = new Set<string>();
  let text = asciiForms(cell);
  for (const { pattern, to, guess } of REPAIRS) {
    const next = typeof to === 'string' ? text.replace(pattern, to) : text.replace(pattern, to);
    if (next !== text && guess !== '') guesses.add(guess);
    text = next;
  }
  const mended = mendSpans(text);
  // A night that ends on the next morning can only be said of every day alike.
  const everyDay = /每[天日]|天天|全年|全周|[周期拜]一\s*(?:-+|至|到)\s*(?:周|星期|礼拜)?[日天]/u.test(text);
  if (mended.guesses.some((guess) => guess.startsWith('开到第二天')) && !everyDay) {
    return { text: '', guesses: [], faults: ['开到第二天，又不是每天，表里写不下'] };
  }
  mended.guesses.forEach((guess) => guesses.add(guess));
  text = mended.text;
  let reading = parseHours(text);
  if (reading.hours === null) {
    const dated = withDays(text);
    const second = dated === null ? null : parseHours(dated.text);
    if (dated !== null && second?.hours) {
      guesses.add(dated.guess);
      reading = second;
    }
  }
  if (reading.hours === null) {
    const turned = daysFirst(text);
    const third = turned === null ? null : parseHours(turned);
    if (third?.hours) reading = third;
  }
  return reading.hours === null
    ? { text: '', guesses: [], faults: reading.faults.map(withoutExample) }
    : { text: formatHours(reading.hours), guesses: [...guesses], faults: [] };
}
