import { halfWidth, isBlankWord } from '../language/plainText.ts';
import { formatPhones, parsePhones, type FixedNet, type Phone } from '../station/phone.ts';
import { repairedBy, type Repair } from './repairs.ts';

/** Numbers read from a cell as clerks write it. Nothing is lost in silence: what isn't in `phones` is in the rest. */
export interface TidyPhones {
  /** Landlines and hotlines, as `stations.csv` holds them; empty text where there is none. */
  readonly text: string;
  /** What was guessed or left out, in Chinese. */
  readonly guesses: readonly string[];
  /** Pieces that are no number, in the words of the cell. */
  readonly unread: readonly string[];
  /** Mobile numbers met: they may be somebody's own and are never published. */
  readonly mobiles: readonly string[];
  /** How many numbers got the area code of the city. */
  readonly completed: number;
}

/** No list of numbers is longer; what is must not keep a program busy. */
const LONGEST_CELL = 500;

const NONE: TidyPhones = { text: '', guesses: [], unread: [], mobiles: [], completed: 0 };

const LABEL =
  /(?:24\s*小时)?(?:联系|咨询|办公|服务|值班|办公室|投诉|监督|预约|挂号|急诊|门诊|总机|值班室|对外|固定|座机)*(?:电话|热线|座机|总机|号码|固话|手机)(?:号码|号)?\s*[:：]?|\b(?:tel|phone)\b\.?\s*[:：]?/giu;

const REPAIRS: readonly Repair[] = [
  { pattern: /^(\d{5,12})\.0+$/u, to: '$1', guess: '' },
  { pattern: /^\d(?:\.\d+)?[eE]\+?\d{1,2}$/u, to: (all) => String(Number(all)), guess: '科学记数还原成了号码' },
  { pattern: /(?<![a-z])[oO〇](?=\d)|(?<=\d)[oO〇](?![a-z])/gu, to: '0', guess: '字母 O 当作数字 0' },
  { pattern: /\(\s*(?:00|\+)?86[-\s]*0?(10|2\d|[3-9]\d\d)\s*\)/gu, to: '+86 $1 ', guess: '' },
  { pattern: /24\s*小时(?:服务|值班|开通)*(?!热线|电话)/gu, to: ' ', guess: '' },
  { pattern: /[×✕✱＊]/gu, to: '*', guess: '' },
  { pattern: /(?:转\s*分机号?|内线|转接|转机|分机号码?|ext)\s*[:：.]?\s*(?=\d)/giu, to: '转', guess: '' },
  // 86 before a number; 021-86400123 only begins so, and 转86 is an extension.
  {
    pattern:
      /(?<!\d-?|[转*#]\s*)(?:00|\+)?86[- )]*(?=0?(?:10|2\d)[-\s)]*[2-8]\d{3}[-\s]?\d{4}(?!\d)|0?[3-9]\d\d[-\s]?[2-8]\d{6,7}(?!\d))/gu,
    to: '+86 ',
    guess: '',
  },
  {
    pattern:
      /(?<!\d-?|[转*#]\s*)(?:\(?(?:00|0|\+)?86\)?(?:[- ]+|(?![48]00\d{3}-)))(?=1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?!\d)|[48]00(?:[-\s]?\d){7}(?!\d))/gu,
    to: '',
    guess: '',
  },
  { pattern: /(?<!\d-?|[转*#]\s*)086(?=[- ]+0\d)/gu, to: '', guess: '' },
  // 27-67813010: the area code without its 0.
  {
    pattern: /(?<![\d+(-]\s*)((?:10|2\d)-(?=[2-8]\d{7}(?!\d))|[3-9]\d\d-(?=[2-8]\d{6,7}(?!\d)))/gu,
    to: '0$1',
    guess: '区号前面补了 0',
  },
  { pattern: /[*#](?=\s*[^\s\d])/gu, to: ' ', guess: '' },
  // 电话/传真：… is a phone too; 传真：… is not; 64375678（传真） says it afterwards.
  { pattern: /(电话|号码)\s*[/、,和及(]*\s*(?:传真|fax)\)?/giu, to: '$1', guess: '' },
  { pattern: /(\d[\d\s-]*)\(\s*(?:传真|fax)[^()]*\)/giu, to: '、传真$1、', guess: '' },
  { pattern: /(?=传真|fax)/giu, to: '、', guess: '' },
  // Two lines of a cell that ran into one: 021-64371234021-64375678, 6437123464375678.
  {
    pattern: /([2-8]\d{7}|[2-8]\d{3}-\d{4})(?=0(?:10|2\d|[3-9]\d\d)-)/gu,
    to: '$1、',
    guess: '两个号码连在一起，拆开了',
  },
  { pattern: /(?<!\d)([2-8]\d{7})[-.]?([2-8]\d{7})(?!\d)/gu, to: '$1、$2', guess: '两个号码连在一起，拆开了' },
  {
    pattern: /(?<!\d)([2-8]\d{7})((?:[2-8]\d{7}){2,})(?!\d)/gu,
    to: (_, first: string, rest: string) => [first, ...(rest.match(/\d{8}/gu) ?? [])].join('、'),
    guess: '几个号码连在一起，拆开了',
  },
  // Out of a number with a mobile behind it, and of two mobiles, nothing may be left that looks like no number at all.
  {
    pattern: /(?<!\d)([2-8]\d{6,7}|1[3-9]\d{9})(?=1[3-9]\d{9}(?!\d))/gu,
    to: '$1、',
    guess: '两个号码连在一起，拆开了',
  },
  ...sharedParts(),
];

/** 021-69777888/999 and 0796-6552248、6555625: what the second number leaves out, the first one has. */
function sharedParts(): Repair[] {
  const AREA = '(?<!\\d)\\(?(0(?:10|2\\d|[3-9]\\d\\d))\\)?[-\\s]?';
  return [
    {
      pattern: new RegExp(`${AREA}([2-8]\\d{6,7})((?:\\s*[/、,;\\s]\\s*[2-8]\\d{6,7}(?![\\d*转-]))+)`, 'gu'),
      to: (all, area: string, first: string, rest: string) => {
        const others = rest.match(/\d+/gu) ?? [];
        return others.every(({ length }) => length === first.length)
          ? [first, ...others].map((local) => `${area}-${local}`).join('、')
          : all;
      },
      guess: '',
    },
    {
      pattern: new RegExp(`${AREA}([2-8]\\d{3}\\s?\\d{3,4})/(\\d{2,4})(?![\\d-])`, 'gu'),
      to: (_, area: string, first: string, tail: string) => {
        const local = first.replace(/\s/gu, '');
        return `${area}-${local}、${area}-${local.slice(0, -tail.length)}${tail}`;
      },
      guess: '斜线后面的几位当作另一个号码的末尾',
    },
  ];
}

const asciiForms = (cell: string) => halfWidth(cell).replace(/[‐-―−─﹣ー]/gu, '-');

/** 64371234转801、802 as two numbers: an extension that stands alone belongs to the number before it. */
function spreadExtensions(text: string): string {
  const one = /(\d[\d\s()-]{6,})\s*(?:转|\*|#)\s*(\d{1,6})((?:\s*[、,/或]\s*\d{1,4}(?!\d|[-\s]*\d{3}))+)/gu;
  return text.replace(one, (_, main: string, first: string, rest: string) =>
    [first, ...rest.split(/[、,/或]/u).map((part) => part.trim())]
      .filter((part) => part !== '')
      .map((extension) => `${main.trim()}转${extension}`)
      .join('、'),
  );
}

const FAX = /传真|fax/iu;

/** A piece without the words around its number: labels, and what stands in brackets and holds no digit. */
function withoutWords(piece: string): { text: string; words: string } {
  const bare = piece.replace(/[（(][^（()）\d]*[)）]/gu, ' ');
  const text = bare
    .replace(/转(?!\s*:?\s*\d)/gu, ' ')
    .replace(/[^\d\s()+*#转x.-]+/giu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return { text, words: piece === text ? '' : piece };
}

/**
 * The numbers of a cell that a clerk filled in by hand. `areaCode` (`021`) is the city's, for numbers written without,
 * `length` their digits then.
 */
export function tidyPhones(cell: string, areaCode = '', length = 8): TidyPhones {
  if (isBlankWord(cell)) return NONE;
  if (cell.length > LONGEST_CELL) return { ...NONE, unread: [`${cell.slice(0, 20)}…`] };
  const mended = repairedBy(REPAIRS, asciiForms(cell).trim());
  const guesses = new Set(mended.guesses);
  const text = spreadExtensions(mended.text);

  const phones: Phone[] = [];
  const unread: string[] = [];
  let completed = 0;
  const take = (found: readonly Phone[], alone: readonly Phone[]) => {
    phones.push(...found);
    completed += found.length - alone.length;
  };
  // Brackets keep their commas; 和 and 或 stand between numbers as well.
  for (const raw of text.split(/[、,;；|\n\r。]|\/|或者?|以及|及|和/u)) {
    const piece = raw.trim();
    if (piece === '' || isBlankWord(piece)) continue;
    if (FAX.test(piece)) {
      guesses.add('传真号没有放进电话');
      continue;
    }
    const plain = piece.replace(LABEL, ' ').trim();
    if (plain === '') continue;
    const asIs = parsePhones(plain, areaCode, length);
    if (asIs.faults.length === 0) {
      take(asIs.phones, parsePhones(plain).phones);
      continue;
    }
    const { text: digits } = withoutWords(plain);
    const stripped = parsePhones(digits, areaCode, length);
    if (digits !== '' && stripped.faults.length === 0 && stripped.phones.length > 0) {
      guesses.add('去掉了号码以外的字');
      take(stripped.phones, parsePhones(digits).phones);
    } else unread.push(piece);
  }
  const seen = new Map(phones.map((phone) => [phone.tel, phone]));
  const all = [...seen.values()];
  return {
    text: formatPhones(all.filter(({ kind }) => kind !== '手机')),
    guesses: [...guesses],
    unread,
    mobiles: all.filter(({ kind }) => kind === '手机').map(({ display }) => display),
    completed,
  };
}

/** The thing that most of a list are, the first met of equals; null for an empty one. */
function commonest<T>(all: readonly T[]): T | null {
  const counts = [...Map.groupBy(all, (one) => one)].map(([one, same]) => [one, same.length] as const);
  return counts.sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/**
 * The fixed net that most of these numbers belong to, `areaCode` if one is given: 021 with 8 digits. Without any number
 * of it the code is empty and the length 8, which a shorter number of another city can't be taken for.
 */
export function commonNet(phones: readonly Phone[], areaCode: string | null = null): FixedNet {
  const fixed = phones.flatMap(({ display, kind }) => {
    const [, area = '', local = ''] = kind === '固话' ? (/^(0\d+)-([\d-]+)/u.exec(display) ?? []) : [];
    return area === '' ? [] : [{ area, digits: local.replace(/-/gu, '').length }];
  });
  const area = areaCode ?? commonest(fixed.map((one) => one.area)) ?? '';
  const digits = commonest(fixed.filter((one) => one.area === area).map((one) => one.digits));
  return { areaCode: area, digits: digits ?? 8 };
}
