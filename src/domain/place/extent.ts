import { DOOR_UNITS, type DoorUnit, type Place } from './place.ts';

/** What a row of places.csv says of a place itself, without whose it is and who said so. */
export type Extent = Pick<Place, 'kind' | 'name' | 'unit' | 'from' | 'to' | 'parity' | 'inside' | 'aliases'>;

const PARITY_WORDS = { 单: '单号', 双: '双号', 全: '' } as const;

/** The run of numbers as people read it: 656–790号双号, 93号以后, 700弄; empty where the place is meant as a whole. */
export function writeRun({
  unit,
  from,
  to,
  parity,
  inside,
}: Pick<Extent, 'unit' | 'from' | 'to' | 'parity' | 'inside'>): string {
  const which = PARITY_WORDS[parity];
  if (unit === null) return inside;
  if (from === null && to === null) return inside + which;
  if (from === null) return `${inside}${to ?? ''}${unit}以下${which}`;
  if (to === null) return `${inside}${from}${unit}以后${which}`;
  return from === to ? `${inside}${from}${unit}` : `${inside}${from}–${to}${unit}${which}`;
}

const PART = new RegExp(`(\\d+)(${DOOR_UNITS.join('|')})`, 'gu');

/** The numbered parts of `inside`, the outermost first: 555弄33支弄 is 555弄 and 33支弄; null where it is something else. */
export function insideParts(inside: string): readonly { readonly number: number; readonly unit: DoorUnit }[] | null {
  const parts = [...inside.matchAll(PART)].map(({ 1: number, 2: unit }) => ({
    number: Number(number),
    unit: unit as DoorUnit,
  }));
  return parts.map(({ number, unit }) => `${number}${unit}`).join('') === inside ? parts : null;
}

/** A place as people read it: 甲路656–790号双号, 丙新村, 戊路全部. */
export function writeExtent(extent: Omit<Extent, 'aliases'>): string {
  const run = writeRun(extent);
  return extent.name + (run === '' && extent.kind === '路段' ? '全部' : run);
}

/** The places of a 居委会 as a page lists them: whole estates and hamlets, and under each name what belongs to it. */
export interface GatheredExtents {
  readonly estates: readonly string[];
  readonly numbered: readonly { readonly name: string; readonly runs: readonly string[] }[];
}

/** Puts the places of a 居委会 together by name, in the order in which they stand. */
export function gatherExtents(extents: readonly Omit<Extent, 'aliases'>[]): GatheredExtents {
  const estates = new Set<string>();
  const numbered = new Map<string, Set<string>>();
  for (const extent of extents) {
    const run = writeRun(extent);
    if (run === '' && extent.kind !== '路段') estates.add(extent.name);
    else numbered.set(extent.name, (numbered.get(extent.name) ?? new Set()).add(run || '全部'));
  }
  return { estates: [...estates], numbered: [...numbered].map(([name, runs]) => ({ name, runs: [...runs] })) };
}
