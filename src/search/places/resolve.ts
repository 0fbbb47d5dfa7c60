import type { AddressAnswer } from '../types/answer.ts';
import type { DoorStep, PlaceRecord, PlaceRun } from '../types/places.ts';
import { type Claim, claimOf, distanceTo, isWhole } from './claims.ts';
import { stepWords } from './words.ts';

/** A run with the place that it is of. */
export interface Found {
  readonly record: PlaceRecord;
  readonly run: PlaceRun;
}

/** What an address comes to, before it is known who is responsible. */
export interface Resolution extends Pick<AddressAnswer, 'kind' | 'written' | 'exact'> {
  readonly found: readonly Found[];
}

const committeeOf = ({ run }: Found) => `${run.town} ${run.committee}`;
const isOne = (found: readonly Found[]) => new Set(found.map(committeeOf)).size === 1;

const byNumber = (a: Found, b: Found) =>
  a.record.name.localeCompare(b.record.name, 'zh') ||
  a.run.inside.localeCompare(b.run.inside) ||
  (a.run.unit ?? '').localeCompare(b.run.unit ?? '') ||
  (a.run.from ?? 0) - (b.run.from ?? 0);

/** The nearest runs around a number: those that skip it, then the one below and the one above. */
function neighbours(beside: readonly Found[], number: number): readonly Found[] {
  const near = [...beside].sort((a, b) => distanceTo(a.run, number) - distanceTo(b.run, number));
  const around = near.filter(({ run }) => distanceTo(run, number) === 0).slice(0, 2);
  const below = near.find(({ run }) => run.to !== null && run.to < number);
  const above = near.find(({ run }) => run.from !== null && run.from > number);
  return [...new Set([...around, ...(below === undefined ? [] : [below]), ...(above === undefined ? [] : [above])])]
    .slice(0, 3)
    .sort(byNumber);
}

function withoutSteps(found: readonly Found[], exact: boolean): Resolution {
  const written = exact ? (found[0]?.record.name ?? '') : '';
  const whole = found.find(({ run }) => isWhole(run));
  return exact && whole !== undefined && isOne(found)
    ? { kind: '查到', written, exact, found: [whole] }
    : { kind: '要选', written, exact, found: [...found].sort(byNumber) };
}

/**
 * The second number of 450-480号, which is the end of a range or a door beside the first: both numbers may be meant. Null
 * where only one can be.
 */
function otherEnd(steps: readonly DoorStep[]): DoorStep | null {
  const [first, last] = steps;
  if (first === undefined || last === undefined || steps.length > 2) return null;
  return first.units.length === 0 && last.units.length > 0 && last.number > first.number ? last : null;
}

/**
 * Decides what an address comes to: one 居村委 where every row that claims it says the same, a question where rows
 * differ or the name was only nearly written, and 没有登记 where none claims it. Null where nothing can be said.
 */
export function resolve(found: readonly Found[], steps: readonly DoorStep[], exact: boolean): Resolution | null {
  const resolution = resolveSteps(found, steps, exact);
  const other = otherEnd(steps);
  if (resolution?.kind !== '查到' || other === null) return resolution;
  const last = resolveSteps(found, [other], exact);
  const both = [...resolution.found, ...(last === null || last.kind === '没有登记' ? [] : last.found)];
  return isOne(both) ? resolution : { ...resolution, kind: '要选', found: both.sort(byNumber) };
}

/** As `resolve`, with the numbers as they stand: each after the first lies inside the one before it. */
function resolveSteps(found: readonly Found[], steps: readonly DoorStep[], exact: boolean): Resolution | null {
  if (found.length === 0) return null;
  if (steps.length === 0) return withoutSteps(found, exact);
  const claims = found.map(({ run }) => claimOf(run, steps));
  const claiming = (claim: Claim) => found.filter((_, at) => claims[at] === claim);
  const sure = claiming('在');
  const claimed = [...sure, ...claiming('一部分')];
  const written = `${exact ? (found[0]?.record.name ?? '') : ''}${stepWords(steps)}`;
  if (exact && sure.length > 0 && isOne(claimed)) {
    const best = sure.find(({ run }) => !isWhole(run)) ?? sure[0];
    return { kind: '查到', written, exact, found: best === undefined ? [] : [best] };
  }
  if (claimed.length > 0) return { kind: '要选', written, exact, found: claimed.sort(byNumber) };
  if (!exact) return null;
  const number = steps[steps.length - 1]?.number ?? 0;
  const outer = steps[0]?.number ?? number;
  const beside = claiming('旁边');
  const level = beside.filter(({ run }) => run.inside !== '');
  return {
    kind: '没有登记',
    written,
    exact,
    found: level.length > 0 ? neighbours(level, number) : neighbours(beside, outer),
  };
}
