import { plainText } from '../language/plainText.ts';
import { readHanNumber } from '../language/numerals.ts';

/** No station has more people: what is more is a day number of Excel, or a telephone. */
const MOST = 5000;
const counted = (count: number): string | null => (count <= MOST ? String(count) : null);

/** 4, 4.0, 4人, 四名 as digits; null for anything else. */
export function readCount(text: string): string | null {
  const plain = plainText(text)
    .replace(/\s/gu, '')
    .replace(/(?:个|位|名|人|余)+$/u, '')
    .replace(/^共/u, '');
  const digits = /^(\d{1,6})(?:\.0+)?$/u.exec(plain)?.[1];
  if (digits !== undefined) return counted(Number(digits));
  const han = readHanNumber(plain);
  return han === null ? null : counted(han);
}

/**
 * Free text of a cell: digits and Latin letters half-width, line breaks and runs of spaces closed, and none between Han
 * characters. A first character that a spreadsheet would take for a formula becomes its full-width form.
 */
export function tidyText(text: string): string {
  const plain = text
    .replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/[\s\u00a0\u3000]+/gu, ' ')
    .replace(/(?<=[\p{Script=Han}，。；：、）]) (?=[\p{Script=Han}（])/gu, '')
    .trim();
  return plain.replace(/^[=+\-@]/u, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}
