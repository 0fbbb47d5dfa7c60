/** A table from traditional characters to the simplified ones that the texts of the site use. */
export type Simplified = ReadonlyMap<string, string>;

/** Splits the pairs of characters that the search files hold: traditional, simplified. */
export const characterPairs = (text: string): readonly (readonly [string, string])[] =>
  Array.from({ length: Math.floor(text.length / 2) }, (_, at) => [text.charAt(at * 2), text.charAt(at * 2 + 1)]);

/** Queries are cut to this many characters. */
const MOST = 60;

const MARKS = /\p{M}/gu;
const NOISE = /[\s\p{P}\p{S}\p{C}]+/gu;

const plainForm = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(NOISE, '')
    .replace(/([ln])v/gu, '$1u');

/**
 * Matches texts of plain Han characters, as most names are: they need no other normalisation than the traditional
 * characters.
 */
const ALL_HAN = /^[\u4e00-\u9fff]*$/u;

/**
 * The search key of a text, the form in which texts are compared: NFKC, lower case, ü as u, simplified, no spaces or
 * marks, at most `most` characters.
 */
export function searchKey(text: string, simplified: Simplified, most = MOST): string {
  const cut = text.slice(0, most * 4);
  const plain = (ALL_HAN.test(cut) ? cut : plainForm(cut)).slice(0, most);
  if (simplified.size === 0) return plain;
  let result = '';
  for (const char of plain) result += simplified.get(char) ?? char;
  return result;
}

/** The parts of a query that were set apart with spaces or punctuation, each as a search key. */
export function searchParts(text: string, simplified: Simplified): readonly string[] {
  return text
    .slice(0, MOST * 4)
    .split(/[\s，,、；;。/|·]+/u)
    .map((part) => searchKey(part, simplified))
    .filter((part) => part !== '');
}
