import { covers } from '../../domain/place/place.ts';
import type { DoorStep, PlaceRun } from '../types/places.ts';

/** Whether a run is all of its place. */
export const isWhole = ({ inside, from, to, parity }: PlaceRun) =>
  inside === '' && from === null && to === null && parity === '全';

/** The numbered parts that `inside` names: `555弄3支弄` is two; null where it is written in another way. */
function insideOf(inside: string): readonly DoorStep[] | null {
  const parts = [...inside.matchAll(/(\d+)(支弄|[弄号幢栋座门室组队区期])/gu)];
  if (parts.map(([all]) => all).join('') !== inside.replace(/\s/gu, '')) return null;
  return parts.map(([, number = '', unit]) => ({ number: Number(number), units: [unit as DoorStep['units'][number]] }));
}

const sameUnit = ({ units }: DoorStep, unit: DoorStep['units'][number] | null) =>
  unit === null || units.length === 0 || units.includes(unit);

const sameStep = (asked: DoorStep, written: DoorStep) =>
  asked.number === written.number && written.units.every((unit) => sameUnit(asked, unit));

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
  const inside = run.inside === '' ? [] : insideOf(run.inside);
  if (inside === null) return '无关';
  for (const [at, written] of inside.entries()) {
    const asked = steps[at];
    if (asked === undefined) return '一部分';
    if (!sameStep(asked, written)) return '无关';
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
