/** Traditional characters → the simplified ones that our texts use. */
export type Simplified = ReadonlyMap<string, string>;

/** Longest piece of a query that is looked at. */
const MOST = 60;

const MARKS = /\p{M}/gu;
const NOISE = /[\s\p{P}\p{S}\p{C}]+/gu;
const HAN_DIGITS = '零一二三四五六七八九';

/** `二` → `2`; empty for what is no digit between 零 and 九. */
export function digitOf(char: string): string {
  const value = char === '〇' ? 0 : HAN_DIGITS.indexOf(char);
  return value < 0 || char === '' ? '' : String(value);
}

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

const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Numbers in Han numerals as Arabic ones: 四九九弄 → 499弄, 一千一百弄 → 1100弄. Lone 百 and 千 stay, they are names. */
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
