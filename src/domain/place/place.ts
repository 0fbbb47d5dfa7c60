/** What a row of places.csv names: an estate (小区), numbers along a road (路段), or a hamlet (村组). */
export const PLACE_KINDS = ['小区', '路段', '村组'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Which numbers of a run belong to it: the odd ones, the even ones, or all. */
export const PARITIES = ['单', '双', '全'] as const;
export type Parity = (typeof PARITIES)[number];

/** The units that a number on a door or at a lane can have. */
export const DOOR_UNITS = ['弄', '号', '支弄', '幢', '栋', '座', '门', '室', '组', '队', '区', '期'] as const;
export type DoorUnit = (typeof DOOR_UNITS)[number];

/** A run of numbers, both ends included; an end that is null is open (93号以后, 20号以下). */
export interface NumberRun {
  readonly from: number | null;
  readonly to: number | null;
  readonly parity: Parity;
}

/**
 * Something that belongs to one 居委会 or 村委会, as places.csv has it: a whole estate, road or hamlet, or one run of
 * numbers in it.
 */
export interface Place extends NumberRun {
  readonly committeeCode: string;
  readonly kind: PlaceKind;
  /** The name of the estate, road or hamlet, as people write it. */
  readonly name: string;
  /** What the numbers count; null where the row is all of the place, and then the run is open at both ends. */
  readonly unit: DoorUnit | null;
  /** The numbered part that the run lies in, as `555弄` or `33幢`; empty where it lies in the place itself. */
  readonly inside: string;
  readonly aliases: readonly string[];
  readonly source: string;
  /** The day (ISO) of which this is true; null where nobody has said. */
  readonly asAt: string | null;
}

/** What the note of a row says where two 居委会 really share a place; both rows must say it. */
export const SHARED = '两个居委会都有';

const hasParity = (number: number, parity: Parity) => parity === '全' || (number % 2 === 1) === (parity === '单');

/** Whether a number belongs to a run. */
export function covers({ from, to, parity }: NumberRun, number: number): boolean {
  return (from === null || number >= from) && (to === null || number <= to) && hasParity(number, parity);
}

/**
 * What is wrong with the ends of a run: the later one is the smaller, or one has the other parity (`end`); null where
 * nothing is.
 */
export function endsFault({
  from,
  to,
  parity,
}: NumberRun): { readonly kind: '先后' | '单双号'; readonly end: number } | null {
  if (from !== null && to !== null && from > to) return { kind: '先后', end: to };
  const end = [from, to].find((one) => one !== null && !hasParity(one, parity));
  return end === undefined || end === null ? null : { kind: '单双号', end };
}

/** Whether two runs have a number in common. */
export function overlap(a: NumberRun, b: NumberRun): boolean {
  const from = Math.max(a.from ?? 1, b.from ?? 1);
  const to = Math.min(a.to ?? Infinity, b.to ?? Infinity);
  if (from > to) return false;
  if (a.parity !== '全' && b.parity !== '全' && a.parity !== b.parity) return false;
  const parity = a.parity === '全' ? b.parity : a.parity;
  return to > from || hasParity(from, parity);
}
