import { HAN_NUMBER, readHanNumber } from '../language/numerals.ts';
import { halfWidth } from '../language/plainText.ts';
import { formatTime } from '../station/hours/format.ts';
import { repairedBy, type Repair } from './repairs.ts';

/** Slips and other writings of opening hours, put as the grammar wants them. */

const asciiForms = (cell: string) =>
  halfWidth(cell)
    .replace(/[‐-―−─~〜∼]/gu, '-')
    .replace(/[︰﹕∶：]/gu, ':');

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
  { pattern: /(?<![\d:.])(\d{1,2})\s*(?=[ap]m\b)/giu, to: '$1:00', guess: '' },
  { pattern: /(\d{1,2}[:.]\d{2})\s*am\b/giu, to: '上午$1', guess: '' },
  { pattern: /(\d{1,2}[:.]\d{2})\s*pm\b/giu, to: '下午$1', guess: '' },
  { pattern: /週/gu, to: '周', guess: '' },
  { pattern: /國(?=定|家|庆)/gu, to: '国', guess: '' },
  { pattern: /(?<=[周期拜逢])-(?=\s*(?:全天)?[闭休不关])/gu, to: '一', guess: '横线当作汉字“一”' },
  { pattern: /(?:7|七)\s*[x×*天]\s*24\s*小时/giu, to: '每天 24小时', guess: '' },
  {
    pattern: /(?:全年|常年|长年)(?:均|都)?(?=[对免开放])|(?<![一-龥])(?:免费)(?=开放)|实行(?=免费开放)/gu,
    to: '',
    guess: '',
  },
  { pattern: /0?1月0?1日\s*(?:-+|至|到)\s*12月31日/gu, to: '', guess: '' },
  { pattern: /(?:说明|备注|注)\s*[:]/gu, to: ' ', guess: '' },
  { pattern: /(?<=闭馆)(?:检修|维护|整修|休整)/gu, to: '', guess: '' },
  // Till midnight.
  { pattern: /(?<=\d\s*(?:-+|至|到)\s*)0?0:00(?!\d)/gu, to: '24:00', guess: '' },
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
  `(上午|早上|中午|下午|晚上|晚)?\\s*${CLOCK}(\\s*(?:-+|至|到)\\s*)(上午|早上|中午|下午|晚上|晚|(?:次日|第二天|隔天|翌日)(?:凌晨|早上|上午)?|凌晨)?\\s*${CLOCK}`,
  'gu',
);

const NEXT_DAY = /次日|第二天|隔天|翌日/u;

/** The text of a cell with its slips mended, and what was guessed. */
export const repaired = (cell: string) => repairedBy(REPAIRS, asciiForms(cell));

/** 8点半至5点 and 1:30-5:00 in the afternoon; 8:00-次日8:00 over midnight. Returns the text and what was guessed. */
export function mendSpans(text: string): { readonly text: string; readonly guesses: readonly string[] } {
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
      return to < from ? `${lead}0:00-${formatTime(to)}、${formatTime(from)}-24:00` : all;
    }
    if (half !== undefined || half2 !== undefined) return all;
    if (from > 0 && from < 300 && to > from && to <= 720) {
      guesses.add(`“${all.trim()}”当作下午`);
      return `${lead}${formatTime(from + 720)}-${formatTime(to + 720)}`;
    }
    // 9:00-5:00 ends in the afternoon or evening; 13:00-12:00 is a slip that may mean anything.
    if (from >= 300 && to < from && to >= 60 && to + 720 > from && to <= 540) {
      guesses.add(`“${formatTime(to)}”当作下午`);
      return `${lead}${formatTime(from)}-${formatTime(to + 720)}`;
    }
    return all;
  });
  return { text: mended, guesses: [...guesses] };
}
