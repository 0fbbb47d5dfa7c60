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
