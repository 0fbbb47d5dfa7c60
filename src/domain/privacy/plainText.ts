/** Characters that are not seen: zero-width ones, soft hyphens, marks of direction, fillers, variants of a glyph. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Strokes, rings and keys drawn over a digit. */
const OVER_DIGIT = /(?<=\p{Nd})\p{M}+/gu;

/** Digits in rings that no Unicode normal form takes out of them, each list from 0 or 1 on. */
const RINGED = ['⓪①②③④⑤⑥⑦⑧⑨', '🄋➀➁➂➃➄➅➆➇➈', '⓿❶❷❸❹❺❻❼❽❾', '🄌➊➋➌➍➎➏➐➑➒', ' ⓵⓶⓷⓸⓹⓺⓻⓼⓽'] as const;
const VALUE_OF_RING = new Map(RINGED.flatMap((row) => [...row].map((sign, value) => [sign, String(value)] as const)));
const RING = /[\u24ea-\u24ff\u2776-\u2793\u{1f10b}\u{1f10c}]/gu;

/** The value of a digit of any script: scripts write theirs in tens, from 0 on. */
function valueOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
}

/**
 * A text as every rule of personal data reads it: without what is not seen, compatible signs in their plain form,
 * digits of all scripts as 0–9. A text without such signs comes back as it is.
 */
export function plainText(text: string): string {
  if (/^[\n\r\t -~]*$/u.test(text)) return text;
  return text
    .replace(RING, (sign) => VALUE_OF_RING.get(sign) ?? sign)
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(OVER_DIGIT, '')
    .replace(/[^\P{Nd}0-9]/gu, valueOf);
}

/** What stands for a digit where somebody spells a number: 〇, 壹, 两 are words for it, O and l look like it. */
const STAND_INS = [
  '〇零OoОоΟο',
  '一壹幺〡lIіІӀı',
  '二贰貳两兩〢',
  '三叁參〣',
  '四肆〤',
  '五伍〥',
  '六陆陸〦',
  '七柒〧',
  '八捌〨',
  '九玖〩',
] as const;
const DIGIT_OF = new Map(STAND_INS.flatMap((row, digit) => [...row].map((sign) => [sign, String(digit)] as const)));
/** One sign that is a digit, or may stand for one. */
export const DIGIT_SIGN = `[\\d${STAND_INS.join('')}]`;
const WORDS = new RegExp(`[${STAND_INS.join('').replace(/[OolI]/gu, '')}]`, 'gu');
/** The Latin letters among them; they count only beside digits, or where no other letter stands beside them. */
const LETTERS = /[OolI\d]+/gu;
const ALONE = /(?<!\p{Script=Latin})[OolI](?!\p{Script=Latin})/gu;

const digitOf = (sign: string): string => DIGIT_OF.get(sign) ?? sign;

/** A plain text with the words and letters that stand for digits made digits; each character keeps its place. */
export function spelledDigits(plain: string): string {
  return plain
    .replace(ALONE, digitOf)
    .replace(LETTERS, (run) => (/\d/u.test(run) ? run.replace(/[OolI]/gu, digitOf) : run))
    .replace(WORDS, digitOf);
}
