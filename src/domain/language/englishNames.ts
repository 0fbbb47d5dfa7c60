import { arabicNumbers } from './numerals.ts';

/** Gives the syllables of a name, one a character, lower case without tones (ü stays ü); what is not Han stays as it is. */
export type ReadName = (name: string) => readonly string[];

/*
 * How Chinese names of places are written on the English pages. This is the only place that decides it:
 *
 * 1. The kind of place at the end is translated: 街道 Subdistrict, 镇 Town, 居委会 Neighbourhood Committee.
 * 2. The name itself is in pinyin without tone marks, in one word with a capital letter, an apostrophe before a
 *    syllable that begins with a, o or e, and ü kept: Jing'an, Lühua (GB/T 16159). A kind of place that has become part
 *    of the name of another is no kind any more: 枫林路街道 is Fenglinlu Subdistrict.
 * 3. Such a part of two syllables is a word of its own: 彭浦新村街道 is Pengpu Xincun Subdistrict.
 * 4. A name of one syllable keeps its kind: 唐镇 is Tangzhen Town.
 * 5. Numbers of villages, committees and lanes are digits: 长风二村第一居委会 is Changfeng No. 2 Village No. 1.
 *
 * Which syllable a character has is decided by readings.csv and the reader of names.
 */

/** The kinds of places at the end of a name, those that end like another one before it. */
const AREAS = [
  ['高新技术产业开发区', 'High-tech Industrial Development Zone'],
  ['经济技术开发区', 'Economic and Technological Development Zone'],
  ['工业园区', 'Industrial Park'],
  ['工业区', 'Industrial Zone'],
  ['旅游区', 'Tourist Area'],
  ['开发区', 'Development Zone'],
  ['新区', 'New Area'],
  ['街道', 'Subdistrict'],
  ['区', 'District'],
  ['县', 'County'],
  ['镇', 'Town'],
  ['乡', 'Township'],
] as const;

/** Parts of two syllables that are words of their own, and what is written for them; pinyin where nothing stands. */
const PARTS: Readonly<Record<string, string>> = {
  社区: 'Community',
  湾区: 'Bay Area',
  新村: '',
  花园: '',
  花苑: '',
  家园: '',
  小区: '',
  公寓: '',
};

const NUMBER = '[〇零一二三四五六七八九十百千]+';
const NUMBERS = `${NUMBER}(?:、${NUMBER})*`;

/** What breaks a name into words: numbers that count something, parts, and punctuation. */
const BREAKS = new RegExp(
  [
    `第(?<ordinal>${NUMBERS})(?<ordinalVillage>村?)`,
    `(?<!^)(?<village>${NUMBERS})村`,
    `(?<!^)(?<lane>${NUMBER})弄`,
    `(?<=[村路])(?<last>${NUMBER})$`,
    `(?<part>${Object.keys(PARTS).join('|')})`,
    `(?<mark>[^\\p{L}\\p{N}]+)`,
  ].join('|'),
  'gu',
);

/** A Chinese number in digits; null where it is none, like a name that begins with 百. */
function digits(number: string): string | null {
  const read = arabicNumbers(number);
  return /^\d+$/u.test(read) ? read : null;
}

/** `No. 2`, and `No. 2 and 3` for 二、三 and for 二三, which nobody writes for 23. */
function numbered(numbers: string): string | null {
  const each = numbers.split('、').flatMap((one) => (/[十百千]/u.test(one) ? [one] : [...one]));
  const read = each.map(digits);
  return read.includes(null) ? null : `No. ${read.join(', ').replace(/, (?=\d+$)/u, ' and ')}`;
}

/** Joins the syllables of a stretch of a name into one word. */
function word(chars: readonly string[], syllables: readonly string[]): string {
  let joined = '';
  chars.forEach((char, at) => {
    const syllable = /\p{Script=Han}/u.test(char) ? (syllables[at] ?? char) : char;
    joined += joined !== '' && /^[aoe]/u.test(syllable) ? `'${syllable}` : syllable;
  });
  return joined.slice(0, 1).toUpperCase() + joined.slice(1);
}

/** What is written for a break; null where it turns out to be none. */
function broken(groups: Readonly<Record<string, string | undefined>>, syllables: () => string): string | null {
  const { ordinal, ordinalVillage, village, lane, last, part, mark } = groups;
  if (ordinal !== undefined) {
    const number = numbered(ordinal);
    return number !== null && ordinalVillage !== '' ? `${number} Village` : number;
  }
  if (village !== undefined) {
    const number = numbered(village);
    return number === null ? null : `${number} Village`;
  }
  if (last !== undefined) return numbered(last);
  if (lane !== undefined) {
    const number = digits(lane);
    return number === null ? null : `Lane ${number}`;
  }
  if (part !== undefined) return PARTS[part] || syllables();
  return mark === '、' ? 'and' : '';
}

/** A name without its kind in pinyin, by the rules above. `syllables` are those of its characters. */
function properName(name: string, syllables: readonly string[]): string {
  const words: string[] = [];
  let from = 0;
  const take = (to: number) => {
    // Breaks stand at offsets of the string, syllables at characters.
    const before = [...name.slice(0, from)].length;
    const chars = [...name.slice(from, to)];
    if (chars.length > 0) words.push(word(chars, syllables.slice(before, before + chars.length)));
    from = to;
  };
  for (const match of name.matchAll(BREAKS)) {
    const end = match.index + match[0].length;
    const before = [...name.slice(0, match.index)].length;
    const chars = [...match[0]];
    const own = () => word(chars, syllables.slice(before, before + chars.length));
    const text = broken(match.groups ?? {}, own);
    if (text === null) continue;
    take(match.index);
    if (text !== '') words.push(text);
    from = end;
  }
  take(name.length);
  return words.join(' ');
}

/** The name of a city, district, 街镇 or zone in English: 枫林路街道 is Fenglinlu Subdistrict. */
export function areaInEnglish(name: string, read: ReadName): string {
  const syllables = read(name);
  const [end, kind] = AREAS.find(([ending]) => name.endsWith(ending) && name !== ending) ?? ['', ''];
  const stem = end === '' ? name : name.slice(0, -end.length);
  const whole = [...stem].length === 1 ? name : stem;
  return [properName(whole, syllables), kind].filter((part) => part !== '').join(' ');
}

/** What a 居村委 is named after, and what kind of committee it is, for names that go on differently. */
function committeeParts(name: string, read: ReadName): { readonly proper: string; readonly village: boolean } {
  const village = /村(?:民委员|委)会$/u.test(name);
  const stem = name.replace(/(?:村民|居民)委员会$|[居村]委会$/u, '');
  // 冈峰村村委会 and 冈峰村委会 are written for the same one.
  const own = village && [...stem].length > 2 ? stem.replace(/村$/u, '') : stem;
  return { proper: properName(own, read(name)), village };
}

/** The name of a 居委会 or 村委会 in English: 汉口路居委会 is Hankoulu Neighbourhood Committee. */
export function committeeInEnglish(name: string, read: ReadName): string {
  const { proper, village } = committeeParts(name, read);
  return `${proper} ${village ? 'Village' : 'Neighbourhood'} Committee`;
}

/** The same for the name of the station that stands in it: Hankoulu Neighbourhood, Gangfeng Village. */
export function committeePlaceInEnglish(name: string, read: ReadName): string {
  const { proper, village } = committeeParts(name, read);
  return `${proper} ${village ? 'Village' : 'Neighbourhood'}`;
}

/** A Chinese word in pinyin as a name, for what has no English name. */
export const pinyinName = (name: string, read: ReadName): string => properName(name, read(name));
