import type { DoorUnit } from '../../domain/place/place.ts';
import { arabicNumbers } from '../../domain/language/numerals.ts';
import type { DoorStep } from '../types/places.ts';

/** The units as people write them, in pinyin too; those with an empty list name a room or floor and are left out. */
const WRITTEN: readonly (readonly [RegExp, readonly DoorUnit[] | null])[] = [
  [/^(?:支弄|zhinong)/u, ['支弄']],
  [/^(?:弄堂?|nong|long|n(?![a-z])|l(?![a-z]))/u, ['弄']],
  [/^(?:号楼|haolou|hl(?![a-z]))/u, ['号', '幢', '栋', '座']],
  [/^(?:号门?|hao|h(?![a-z]))/u, ['号']],
  [/^(?:幢|zhuang|zh?(?![a-z]))/u, ['幢', '栋']],
  [/^(?:栋|dong|d(?![a-z]))/u, ['栋', '幢']],
  [/^座/u, ['座']],
  [/^(?:门|men)/u, ['门']],
  [/^(?:组|zu)/u, ['组']],
  [/^(?:生产)?队/u, ['队']],
  [/^期/u, ['期']],
  [/^区(?![^\d]*[路街])/u, ['区']],
  [/^(?:单元|室|楼|层|户|shi|s(?![a-z])|f(?![a-z]))/u, null],
];

/** Units in traditional characters, which are known before any file of places is there. */
export const SIMPLE_UNITS: ReadonlyMap<string, string> = new Map(
  ['號号', '樓楼', '棟栋', '門门', '區区', '組组', '隊队', '層层', '單单', '戶户'].map(([from = '', to = '']) => [
    from,
    to,
  ]),
);

/** A number: its digits, and 甲, 乙 or a letter after them, which tells apart doors that have the same number. */
const NUMBER = /^(\d{1,5})(?:[甲乙丙丁戊临]|[a-z](?=[号弄幢栋室\d-]|$))?/u;
/** What may stand between two parts of an address: dashes, 附 (a door beside another), or an estate's name after a lane. */
const BETWEEN = /^(?:[-, ]|[附之])*/u;
const ESTATE_BETWEEN = /^[\p{Script=Han}]{2,12}?(?=\d+(?:号|幢|栋|支弄))/u;

/** Han numerals that stand before a unit as digits: 四九九弄 is 499弄. Others belong to names (三村). */
export const withDigits = (text: string): string =>
  text.replace(
    /[〇零一二两三四五六七八九十百千]+(?=支?弄|号(?![文线令召称外])|幢|栋|室|单元|[组队期门](?!\p{Script=Han}))/gu,
    (run) => arabicNumbers(run.replaceAll('两', '二')),
  );

/** Units inside which a number without a unit is that of a room: 3号502. */
const HOUSE: ReadonlySet<DoorUnit> = new Set(['号', '幢', '栋', '座', '门']);

interface Part {
  readonly step: DoorStep | null;
  readonly units: readonly DoorUnit[] | null;
  readonly length: number;
}

/** Reads a number with its unit at the beginning of a text; null where there is none. */
function partOf(text: string): Part | null {
  const found = NUMBER.exec(text);
  if (found === null) return null;
  const [digits, plain = ''] = found;
  const rest = text.slice(digits.length);
  for (const [pattern, units] of WRITTEN) {
    const unit = pattern.exec(rest)?.[0];
    if (unit === undefined) continue;
    const step = units === null ? null : { number: Number(plain), units };
    return { step, units, length: digits.length + unit.length };
  }
  return { step: { number: Number(plain), units: [] }, units: [], length: digits.length };
}

/** The numbered parts at the end of an address, outermost first and without rooms, and where in the text they begin. */
export interface Doors {
  readonly steps: readonly DoorStep[];
  readonly from: number;
  /** Whether a unit was written, so that the number is certainly that of a door or lane. */
  readonly certain: boolean;
  /** What is written after them. */
  readonly rest: string;
}

function doorsFrom(text: string, from: number): Doors | null {
  const steps: DoorStep[] = [];
  let at = from;
  let certain = false;
  let inHouse = false;
  for (;;) {
    const part = partOf(text.slice(at));
    if (part === null) break;
    const bare = part.units?.length === 0;
    const after = text.slice(at + part.length);
    // A number that only other words follow is part of a name: 示例3村.
    if (bare && steps.length === 0 && !/^(?:$|[-, ])/u.test(after)) return null;
    if (part.step !== null && !(bare && inHouse)) steps.push(part.step);
    if (steps.length === 0) return null;
    certain ||= !bare;
    inHouse ||= bare ? steps.length > 1 : (part.units?.some((unit) => HOUSE.has(unit)) ?? true);
    at += part.length;
    at += BETWEEN.exec(text.slice(at))?.[0].length ?? 0;
    if (!inHouse && part.units?.includes('弄') === true) at += ESTATE_BETWEEN.exec(text.slice(at))?.[0].length ?? 0;
  }
  return steps.length === 0 ? null : { steps, from, certain, rest: text.slice(at) };
}

/** Units that often belong to a name: 示例花园三期, 新村二区. */
const OF_NAMES: ReadonlySet<DoorUnit> = new Set(['期', '区', '组', '队', '门', '座']);

/**
 * The doors in a text, in every way that it may be read, the one with the longest name first: from the first number on
 * that has a unit, or that stands at the end or before another number, and from later ones where the first may belong to
 * the name. Empty where there are none. `text` is as `readAddress` prepares it.
 */
export function findDoors(text: string): readonly Doors[] {
  const found: Doors[] = [];
  for (const { index } of text.matchAll(/\d+/gu)) {
    const doors = doorsFrom(text, index);
    if (doors === null) continue;
    found.unshift(doors);
    if (!doors.steps[0]?.units.some((unit) => OF_NAMES.has(unit))) break;
  }
  return found;
}
