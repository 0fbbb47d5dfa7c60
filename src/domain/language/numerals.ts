const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** A pattern for Chinese numbers up to 99. */
export const HAN_NUMBER = '[〇零一二两三四五六七八九十]+';

/** Reads a Chinese number below 100: 十七 is 17, 二十 is 20; null for anything else. */
export function readHanNumber(text: string): number | null {
  const match = /^([一二两三四五六七八九])?(十)?([〇零一二两三四五六七八九])?$/u.exec(text);
  if (match === null || text === '') return null;
  const [, tens, ten, units] = match;
  if (ten === undefined)
    return tens !== undefined && units !== undefined ? null : (DIGITS[tens ?? units ?? ''] ?? null);
  return (tens === undefined ? 1 : (DIGITS[tens] ?? 0)) * 10 + (units === undefined ? 0 : (DIGITS[units] ?? 0));
}

/** Reads a number written digit by digit: 二〇二六 is 2026; null where a character is no digit. */
export function readHanDigits(text: string): number | null {
  const digits = [...text].map((char) => DIGITS[char]);
  return digits.length === 0 || digits.includes(undefined) ? null : Number(digits.join(''));
}

const HAN_DIGITS = '零一二三四五六七八九';

/** The Arabic digit of a Chinese one, `2` for `二`; empty where the character is no digit. */
export function digitOf(char: string): string {
  const value = char === '〇' ? 0 : HAN_DIGITS.indexOf(char);
  return value < 0 || char === '' ? '' : String(value);
}

const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/**
 * Replaces Chinese numbers in a text by Arabic ones: 四九九弄 → 499弄, 一千一百弄 → 1100弄. Numbers that begin with 百 or 千 stay,
 * because they are part of names.
 */
export function arabicNumbers(key: string): string {
  return key.replace(/[〇零一二三四五六七八九十百千]+/gu, (run) => {
    if (!/[十百千]/u.test(run)) return [...run].map(digitOf).join('');
    if (/^[百千]/u.test(run)) return run;
    let total = 0;
    let last = -1;
    for (const char of run) {
      const unit = UNITS[char];
      if (unit === undefined) last = Number(digitOf(char));
      else {
        total += Math.abs(last) * unit;
        last = -1;
      }
    }
    return String(total + Math.max(0, last));
  });
}
