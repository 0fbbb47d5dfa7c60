import { LOOSE_GAP, type Reading, readingsOf } from './digitRuns.ts';
import { withoutFigures, withoutMadeIds } from './harmless.ts';
import { isCardNumber, isIdNumber, maybeId } from './idNumber.ts';
import { DIGIT_SIGN, plainText, spelledDigits } from './plainText.ts';

/** A piece of text that may identify a person, and what it looks like. */
export interface PersonalData {
  readonly kind: '身份证号' | '手机号' | '银行卡号' | '车牌号' | '邮箱';
  readonly text: string;
}

interface Found extends PersonalData {
  readonly from: number;
  readonly to: number;
}

/** The groups in which a mobile is told or hidden; other groups count only where nothing stands beside them. */
const SHAPES = new Set([
  '11',
  '3-4-4',
  '3-8',
  '7-4',
  '3-3-5',
  '4-4-3',
  '4-3-4',
  '5-6',
  '3-4-2-2',
  Array(11).fill(1).join('-'),
]);
const MOBILE = /^(?:0{0,2}86)?0?(?<own>1[3-9]\d{9})$/u;

/** Whether the groups are those of a mobile, behind the number of the country or a 0 of long distance. */
function isMobile({ digits, shape, whole }: Reading): boolean {
  const own = MOBILE.exec(digits)?.groups?.['own'];
  if (own === undefined) return false;
  if (whole || SHAPES.has(shape)) return true;
  // What the prefix takes of the first group, or of several.
  let prefix = digits.length - own.length;
  const groups = shape.split('-').map(Number);
  while (prefix > 0 && (groups[0] ?? 0) <= prefix) prefix -= groups.shift() ?? prefix;
  groups[0] = (groups[0] ?? 0) - prefix;
  return SHAPES.has(groups.join('-'));
}

/** Whether the groups are those of a bank card: fours, six and the rest, or whatever stands alone there. */
function isCard({ digits, shape, whole, plain }: Reading): boolean {
  if (!/^\d{16,19}$/u.test(digits) || !isCardNumber(digits)) return false;
  if (!shape.includes('-') || (whole && plain)) return true;
  return /^(?:4-4-4-4(?:-[1-3])?|6-1[0-3])$/u.test(shape) && /^[3-69]/u.test(digits);
}

/** Region, birthday and the rest; the birthday as year, month and day. */
const ID_SHAPE = /^(?:1[58]|6-8-4|6-6-3|6-12|14-4|3-3-4-4-4|6-4-2-2-4|6-2-2-2-3|4-4-4-[36](?:-3)?)$/u;

const isId = ({ digits, shape, plain, whole }: Reading): boolean =>
  (whole || ID_SHAPE.test(shape)) && isIdNumber(digits, shape.includes('-'), !plain);

/** Those that share no place of a text with one before them; `length` is that of the text. */
function apart(all: readonly Found[], length: number): Found[] {
  const taken = new Uint8Array(length);
  return all.filter(({ from, to }) => {
    if (taken.subarray(from, to).includes(1)) return false;
    taken.fill(1, from, to);
    return true;
  });
}

/** The longest first, so that a prefix stays with its number. */
const told = (shown: string, kind: PersonalData['kind'], readings: readonly Reading[]): Found[] =>
  readings
    .map(({ from, to }) => ({ kind, text: shown.slice(from, to), from, to }))
    .sort((one, other) => other.text.length - one.text.length);

const isMaybe = (digits: string): boolean => maybeId(digits) || (/^\d{16,19}$/u.test(digits) && isCardNumber(digits));

const isMobileNumber = (digits: string): boolean => MOBILE.test(digits);

/** The numbers of persons in a plain text without ids of programs; `shown` is the text whose words are told. */
function numbersOf(made: string, shown: string): Found[] {
  const readings = readingsOf(made, isMaybe);
  const mobiles = readingsOf(withoutFigures(made), isMobileNumber);
  return [
    ...told(shown, '身份证号', readings.filter(isId)),
    ...told(shown, '手机号', mobiles.filter(isMobile)),
    ...told(shown, '银行卡号', readings.filter(isCard)),
  ];
}

/** Mobiles as people group them, with commas or colons in between. */
function commaMobiles(made: string, shown: string): Found[] {
  const readings = readingsOf(withoutFigures(made), isMobileNumber, true);
  return told(
    shown,
    '手机号',
    readings.filter(({ shape, whole }) => shape === '3-4-4' && whole),
  );
}

/** 京A·12345, 沪AD12345, 粤Z1234港. */
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] {0,2}[A-Z][ ·•.・-]{0,2}(?=(?:[A-Z]{0,3}\d){3})(?:[A-HJ-NP-Z\d]{5,6}|[A-HJ-NP-Z\d]{4}[挂学警港澳领])(?![\dA-Z])/giu;

const AT = '\\s?(?:@|[([{<]\\s?at\\s?[)\\]}>])\\s?';
const DOT = '(?:[.。]|\\s?[([{<]\\s?dot\\s?[)\\]}>]\\s?)';
const MAYBE_MAIL = new RegExp(AT, 'iu');
const MAIL = new RegExp(
  `(?:(?<![\\w.+-])[\\w.+-]+|\\p{Script=Han}{2,8})${AT}(?:[\\w-]+|\\p{Script=Han}{2,8})(?:${DOT}(?:[\\w-]+|\\p{Script=Han}{2,8}))+`,
  'giu',
);

/** Markup and code with every sign between digits made a line end, and fractions parted from what they are of. */
const parted = (plain: string): string =>
  plain.replace(/\d[\d.]*\.\d+|(?<=\d)[^\w\n](?=\d)/gu, (cut) => '\n'.repeat(cut.length));

/** A text where as many digits stand together as a number of a person has. */
const DENSE = new RegExp(`(?:${DIGIT_SIGN}${LOOSE_GAP}{0,5}){11}`, 'u');

function numbersIn(plain: string, codes: boolean): Found[] {
  if (!DENSE.test(plain)) return [];
  const made = withoutMadeIds(plain);
  if (codes) return apart(numbersOf(parted(made), plain), plain.length);
  const spelled = spelledDigits(made);
  const all = [
    ...numbersOf(made, plain),
    ...commaMobiles(made, plain),
    ...(spelled === made ? [] : numbersOf(spelled, plain)),
  ];
  return apart(all, plain.length);
}

/**
 * Everything in a text that must never be published (docs/norms.md §5), in the order of the text, read as
 * `plainText` gives it: no gap, sign or prefix hides a number. `codes` for markup and programs, where digits that
 * stand apart are no number and words are no digits.
 */
export function personalDataIn(text: string, codes = false): PersonalData[] {
  const plain = plainText(text);
  const wordsOf = (pattern: RegExp, kind: PersonalData['kind']): Found[] =>
    [...plain.matchAll(pattern)].map(({ 0: match, index }) => ({
      kind,
      text: match,
      from: index,
      to: index + match.length,
    }));
  return [
    ...numbersIn(plain, codes),
    ...wordsOf(PLATE, '车牌号'),
    ...(MAYBE_MAIL.test(plain) ? wordsOf(MAIL, '邮箱') : []),
  ]
    .sort((one, other) => one.from - other.from)
    .map(({ kind, text: match }) => ({ kind, text: match }));
}
