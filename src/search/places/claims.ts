import { insideParts } from '../../domain/place/extent.ts';
import { covers } from '../../domain/place/place.ts';
import type { DoorStep, PlaceRun } from '../types/places.ts';

/** Whether a run is all of its place. */
export const isWhole = ({ inside, from, to, parity }: PlaceRun) =>
  inside === '' && from === null && to === null && parity === '全';

const sameUnit = ({ units }: DoorStep, unit: DoorStep['units'][number] | null) =>
  unit === null || units.length === 0 || units.includes(unit);

/** How a run stands to an address. */
export type Claim =
  /** The address lies in the run. */
  | '在'
  /** The address is a lane or house of which the run is one part: the number inside is missing. */
  | '一部分'
  /** The run counts numbers as the address does, but without this one. */
  | '旁边'
  | '无关';

/** How a run stands to the numbered parts of an address, the outermost first; at least one is given. */
export function claimOf(run: PlaceRun, steps: readonly DoorStep[]): Claim {
  if (isWhole(run)) return '在';
  const inside = insideParts(run.inside);
  if (inside === null) return '无关';
  for (const [at, written] of inside.entries()) {
    const asked = steps[at];
    if (asked === undefined) return '一部分';
    if (asked.number !== written.number || !sameUnit(asked, written.unit)) return '无关';
  }
  const asked = steps[inside.length];
  if (asked === undefined) return '一部分';
  if (!sameUnit(asked, run.unit)) return asked.number === run.from ? '旁边' : '无关';
  return covers(run, asked.number) ? '在' : '旁边';
}

/** How far a number lies from a run; 0 where it lies between its ends (of the other parity). */
export function distanceTo({ from, to }: PlaceRun, number: number): number {
  if (from !== null && number < from) return from - number;
  return to !== null && number > to ? number - to : 0;
}
