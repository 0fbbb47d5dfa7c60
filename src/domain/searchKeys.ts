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

const COMMITTEE_END = /(?:社区)?(?:居民委员会|居委会|居委|村民委员会|村委会|村委)$/u;

/** How many characters of a committee's name are its own: 江湾|居委会, 冈峰|村村委会, 永安|社区居委会. */
export function committeeStem(name: string): number {
  const bare = name.replace(COMMITTEE_END, '');
  const short = /村委会$/u.test(name) ? bare.replace(/村$/u, '') : bare;
  return short.length >= 2 ? short.length : Math.max(bare.length, 1);
}

/** A query without the words for the kind of committee; the query itself where nothing else is in it. */
export function withoutCommitteeEnd(query: string): string {
  const bare = query.replace(COMMITTEE_END, '');
  return bare === '' ? query : bare;
}

const TOWN_END = /(?:街道|镇|乡|新区|工业园?区|旅游区)$/u;

/** A town's or district's name without the word for its kind: 徐家汇街道 → 徐家汇, 徐汇区 → 徐汇. */
export function placeStem(name: string): string {
  const stem = name.replace(TOWN_END, '').replace(/(..)区$/u, '$1');
  return stem.length >= 2 ? stem : name;
}

/** How people shorten a town's name: 天平路街道 → 天平, 天平街道; 周家桥街道 → 周桥; 南京东路街道 → 南东. */
export function shortTownNames(name: string): readonly string[] {
  const stem = placeStem(name);
  const end = name.slice(stem.length);
  const shorter = [
    stem.replace(/(..)(?:路|新村|新城|镇)$/u, '$1'),
    stem.replace(/^(.)家(.)$/u, '$1$2'),
    stem.replace(/^(.).([东南西北中一二三])路$/u, '$1$2'),
    stem.replace(/^(.{2,})[东南西北中一二三]路$/u, '$1'),
  ].filter((short) => short !== stem && short.length >= 2);
  return [...new Set([stem, ...shorter.flatMap((short) => [short, short + end])])].filter((short) => short !== name);
}
