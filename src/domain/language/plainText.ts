/**
 * Replaces full-width characters by half-width ones and wide spaces by plain ones; the length of the text stays the
 * same.
 */
export const halfWidth = (text: string): string =>
  text
    .replace(/[！-～]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u3000\t]/gu, ' ');

/**
 * Cleans the text of a cell: NFKC (half-width characters), no invisible characters, plain single spaces, ends trimmed.
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/[^\S\n]+/gu, ' ')
    .trim();
}

/** Whether the text of a cell only says that there is nothing: 无, 暂无, /, —, N/A. */
export function isBlankWord(text: string): boolean {
  return /^(?:无|没有|暂无|暂缺|待定|待补|未知|不详|空|null|n\/?a|none|#n\/a|[-—–_/\\*.、。\s]+)?$/iu.test(
    plainText(text).replace(/^(?:暂)?(?:无|没有)(?:电话|座机|固话|网站|资料|数据)$/u, '无'),
  );
}
