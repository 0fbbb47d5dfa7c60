/** Traditional characters → the simplified ones that our texts use. */
export type Simplified = ReadonlyMap<string, string>;

/** Longest piece of a query that is looked at. */
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

/** Most names: nothing in them has another form but the traditional characters. */
const ALL_HAN = /^[\u4e00-\u9fff]*$/u;

/** Text as it is compared: compatibility forms resolved, lower case, lü as lu, simplified, without spaces and marks. */
export function searchKey(text: string, simplified: Simplified, most = MOST): string {
  const cut = text.slice(0, most * 4);
  const plain = (ALL_HAN.test(cut) ? cut : plainForm(cut)).slice(0, most);
  if (simplified.size === 0) return plain;
  let result = '';
  for (const char of plain) result += simplified.get(char) ?? char;
  return result;
}

/** The parts that the writer set apart with spaces or punctuation, as keys. */
export function searchParts(text: string, simplified: Simplified): readonly string[] {
  return text
    .slice(0, MOST * 4)
    .split(/[\s，,、；;。/|·]+/u)
    .map((part) => searchKey(part, simplified))
    .filter((part) => part !== '');
}
