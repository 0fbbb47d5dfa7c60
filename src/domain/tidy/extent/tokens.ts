import { arabicNumbers } from '../../language/numerals.ts';
import type { DoorUnit, Parity } from '../../place/place.ts';
import { BOUND_END, BOUND_START, EXCEPT, PERSON, UNIT, unitOf } from './words.ts';

/** What stands between a word and the one before it, the weakest first: nothing, a blank, a comma, an end. */
export const GAPS = ['none', 'blank', 'soft', 'hard'] as const;
export type Gap = (typeof GAPS)[number];

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly gap: Gap;
}

/** A number as it is written, with its unit where one stands behind it. */
export interface NumberWord extends Word {
  readonly kind: 'number';
  readonly value: number;
  readonly unit: DoorUnit | null;
  /** Whether 甲, 乙, A or the like stands behind it: a door of its own that no whole number names. */
  readonly tail: boolean;
  /** Whether 附 or 之 stands before it: a number within the one before. */
  readonly attached: boolean;
}

/** A word of the cell with its place in the clean text. */
export type Token =
  | NumberWord
  | (Word & { readonly kind: 'parity'; readonly parity: Parity })
  | (Word & { readonly kind: 'open'; readonly side: 'from' | 'to' })
  | (Word & {
      readonly kind:
        | 'name'
        | 'dash'
        | 'all'
        | 'except'
        | 'part'
        | 'etc'
        | 'bound'
        | 'person'
        | 'alias'
        | 'colon'
        | 'count'
        | 'doubtful'
        | '('
        | ')'
        | 'odd';
    });

const placeOf = ({ 0: text, index }: RegExpExecArray, gap: Gap): Word => ({
  text,
  from: index,
  to: index + text.length,
  gap,
});

type Read = (match: RegExpExecArray, gap: Gap) => Token | null;

const word =
  (kind: Exclude<Token['kind'], 'number' | 'parity' | 'open'>): Read =>
  (match, gap) => ({ kind, ...placeOf(match, gap) });

const HAN_NUMBER = '(?<!\\d)[〇零一二三四五六七八九十百千]{1,8}';
/** A digit run of a phone, alone or parted by blanks and dashes. */
const PHONE =
  '(?:\\(?0\\d{2,3}\\)?[ -]?\\d{4}[ -]?\\d{3,4}(?!\\d)|1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?!\\d)|[48]00[ -]\\d{3,4}[ -]\\d{3,4}(?!\\d)|\\d{7,}|\\d{4} \\d{4}(?!\\s?[\\d号弄幢栋组门单双(-]))[\\dxX]*';
/** Eight digits with a dash: numbers from one to another, or a phone where those would be too far apart. */
const EIGHT_DIGITS = '(\\d{4})-(\\d{4})(?!\\d)';
const FARTHEST = 2000;
const TAIL = '[甲乙丙丁戊己庚辛A-Ha-h]';
/** What may follow a unit behind a Han number, so that 三门路 and 五号桥 stay names. */
const AFTER_HAN = '(?=$|[^\\p{Script=Han}]|[至到和与及等单双全以起止附]|[〇零一二三四五六七八九十百千]+(?:弄|号|幢))';

const HAN_UNIT = `(?:支?弄|(?:号|幢|栋|座|门|室|(?:村民|居民)?小?组|(?:生产)?队|区|期)${AFTER_HAN})`;
/** A pattern for a number in Han signs with its unit. */
export const HAN_DOOR = `${HAN_NUMBER}${HAN_UNIT}`;

const parityOf = (text: string): Parity => (/单.*双|双.*单/u.test(text) ? '全' : /[双偶]/u.test(text) ? '双' : '单');

const numberWord = (value: number, unit: string, tail: boolean, attached: boolean, place: Word): NumberWord => ({
  kind: 'number',
  value,
  unit: unit === '' ? null : unitOf(unit),
  tail,
  attached,
  ...place,
});

const readNumber: Read = (match, gap) => {
  const [, attached, digits = '', before, close, apart, after] = match;
  const value = Number(digits);
  if (digits.length > 5 || value === 0) return word('odd')(match, gap);
  return numberWord(
    value,
    close ?? apart ?? '',
    (before ?? after) !== undefined,
    attached !== undefined,
    placeOf(match, gap),
  );
};

const readHanNumber: Read = (match, gap) => {
  const [, attached, digits = '', unit = ''] = match;
  const value = Number(arabicNumbers(digits));
  if (!(value > 0 && value < 100_000)) return null;
  return numberWord(value, unit, false, attached !== undefined, placeOf(match, gap));
};

/** Tried in this order at each place; longer wordings come before those that they contain. */
const WORDS: readonly (readonly [string, Read])[] = [
  [PHONE, word('person')],
  [
    EIGHT_DIGITS,
    (match, gap) => {
      const far = Number(match[2]) - Number(match[1]);
      return far > 0 && far <= FARTHEST ? null : word('person')(match, gap);
    },
  ],
  [PERSON, word('person')],
  [
    `(附|之)?第?(\\d+)(${TAIL}(?=[号弄幢栋]))?(?:(${UNIT})|[^\\S\\n](支?弄|号(?![线桥码店])|幢|栋))?(${TAIL}(?![\\p{Script=Han}A-Za-z]))?`,
    readNumber,
  ],
  [`(附|之)?第?(${HAN_NUMBER})(${HAN_UNIT})`, readHanNumber],
  [
    '(?:共计|共有|合计|总计|共|约|计)\\s?\\d+\\s?(?:余)?(?:幢楼?|栋楼?|户|个|人|号|弄|处|条|门|组|家|间)*',
    word('count'),
  ],
  ['-+', word('dash')],
  ['[:：]', word('colon')],
  ['\\(', word('(')],
  ['\\)', word(')')],
  [
    '(?:单双|双单|奇偶)(?:号|数)?|[单双奇偶](?:号|数)(?:门牌)?(?:一?[侧边])?',
    (match, gap) => ({ kind: 'parity', parity: parityOf(match[0]), ...placeOf(match, gap) }),
  ],
  [
    '(?:全部|整条|整个|全路段|全路|全段|全线|全小区|全村|全组|所有|全体|全(?!\\p{Script=Han}))(?:路|门牌|号码|住户|居民|楼栋)?',
    word('all'),
  ],
  [
    '(?:号)?(?:以后|以上|往后|起至今|开始|起(?!至))',
    (match, gap) => ({ kind: 'open', side: 'from', ...placeOf(match, gap) }),
  ],
  ['(?:号)?(?:以下|以前|以内|之前|为止|止)', (match, gap) => ({ kind: 'open', side: 'to', ...placeOf(match, gap) })],
  ['(?:一|局|大)?部分(?:楼栋|门牌|区域|地区|路段)?', word('part')],
  [
    '等(?:等)?(?:\\s?[\\d一二三四五六七八九十]+\\s?[个处条幢])?(?:小区|路段|道路|居民区|门牌号?|楼栋|地|处|区域|范围|住宅|住宅小区|自然村)*',
    word('etc'),
  ],
  ['除[^;。\\n()]{0,120}?外', word('except')],
  [EXCEPT, word('except')],
  [BOUND_START, word('bound')],
  [BOUND_END, word('bound')],
  ['(?:又名|又称|亦称|也称|俗称|别名|别称|简称|原名|原称|曾用名)', word('alias')],
  ['(?<=\\()[原即]', word('alias')],
];
const RULES = WORDS.map(([pattern, read]) => [new RegExp(pattern, 'uy'), read] as const);

/** The match of a sticky pattern at a place. */
export const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** The word that begins at a place of a clean text, by the rules of the grammar; null where a name may begin. */
export function wordAt(text: string, at: number, gap: Gap): Token | null {
  for (const [pattern, read] of RULES) {
    const match = matchAt(pattern, text, at);
    const token = match === null ? null : read(match, gap);
    if (token !== null) return token;
  }
  return null;
}
