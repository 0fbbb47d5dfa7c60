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

/** The characters that Chinese numbers up to 99 consist of. */
export const HAN_NUMBER = '[〇零一二两三四五六七八九十]+';

/** 十七 as 17, 二十 as 20, 八 as 8; null for what is no number below 100. */
export function readHanNumber(text: string): number | null {
  const match = /^([一二两三四五六七八九])?(十)?([〇零一二两三四五六七八九])?$/u.exec(text);
  if (match === null || text === '') return null;
  const [, tens, ten, units] = match;
  if (ten === undefined)
    return tens !== undefined && units !== undefined ? null : (DIGITS[tens ?? units ?? ''] ?? null);
  return (tens === undefined ? 1 : (DIGITS[tens] ?? 0)) * 10 + (units === undefined ? 0 : (DIGITS[units] ?? 0));
}

/** Digit by digit: 二〇二六 as 2026; null where a character is no digit. */
export function readHanDigits(text: string): number | null {
  const digits = [...text].map((char) => DIGITS[char]);
  return digits.length === 0 || digits.includes(undefined) ? null : Number(digits.join(''));
}

/** Full-width marks, letters and digits as half-width ones, every wide space as a space; one character for one. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[！-～]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u3000\t]/gu, ' ');

/** Full-width letters, digits and marks as half-width ones, every kind of space as a space, ends trimmed. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/[^\S\n]+/gu, ' ')
    .trim();
}

/** Whether a cell says in words that there is nothing to say: 无, 暂无, /, —, N/A. */
export function isBlankWord(text: string): boolean {
  return /^(?:无|没有|暂无|暂缺|待定|待补|未知|不详|空|null|n\/?a|none|#n\/a|[-—–_/\\*.、。\s]+)?$/iu.test(
    plainText(text).replace(/^(?:暂)?(?:无|没有)(?:电话|座机|固话|网站|资料|数据)$/u, '无'),
  );
}
