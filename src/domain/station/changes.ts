import { hoursText } from './hours/format.ts';
import { formatPhones } from './phone.ts';
import { hides, type Station } from './station.ts';
import type { IsoDate } from '../time/dates.ts';

/** The kinds of changes of a station, in the order in which they are listed. */
export const CHANGE_KINDS = ['新增', '撤并', '恢复', '暂停', '迁址', '更名', '电话变更', '时间变更', '移除'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A change of a station, as a row of changes.csv. */
export interface StationChange {
  readonly on: IsoDate;
  readonly station: string;
  readonly kind: ChangeKind;
  readonly before: string;
  readonly after: string;
}

/** The fields whose changes are logged, each with its value as people read it. */
const TOLD = [
  { kind: '迁址', field: 'address', of: ({ address }: Station) => address },
  { kind: '更名', field: 'name', of: ({ name }: Station) => name },
  { kind: '电话变更', field: 'phones', of: ({ phones }: Station) => formatPhones(phones) },
  { kind: '时间变更', field: 'hours', of: hoursText },
] as const;

const FIELD_OF: ReadonlyMap<ChangeKind, (typeof TOLD)[number]['field']> = new Map(
  TOLD.map(({ kind, field }) => [kind, field]),
);

/** The kind of a change of status that is logged: becoming 撤并 or 暂停, or returning from either; else null. */
function statusKind(before: Station, after: Station): ChangeKind | null {
  if (before.status === after.status) return null;
  if (after.status === '撤并' || after.status === '暂停') return after.status;
  return before.status === '撤并' || before.status === '暂停' ? '恢复' : null;
}

/** The changes between two rows of a station. A value that either row hides from the public is left blank. */
function changesOf(before: Station, after: Station, on: IsoDate): StationChange[] {
  const change = (kind: ChangeKind, was: string, is: string): StationChange => ({
    on,
    station: after.id,
    kind,
    before: was,
    after: is,
  });
  const status = statusKind(before, after);
  const told = TOLD.flatMap(({ kind, field, of }) => {
    const [was, is] = [of(before), of(after)];
    // A hidden cell is empty in a published list; an address that is filled in or emptied is no move.
    if (was === is || (was === '' && (hides(before, field) || kind === '迁址'))) return [];
    if (is === '' && (hides(after, field) || kind === '迁址')) return [];
    return [hides(before, field) || hides(after, field) ? change(kind, '', '') : change(kind, was, is)];
  });
  return [
    ...(status === null ? [] : [change(status, '', status === '撤并' ? (after.successor ?? '') : after.statusNote)]),
    ...told,
  ];
}

/** The changes between two lists of stations, in the order of the new one; removed rows come last. */
export function changesBetween(
  before: readonly Station[],
  after: readonly Station[],
  on: IsoDate,
): readonly StationChange[] {
  const old = new Map(before.map((station) => [station.id, station]));
  const kept = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((station): StationChange[] => {
      const was = old.get(station.id);
      return was === undefined
        ? [{ on, station: station.id, kind: '新增', before: '', after: station.name }]
        : changesOf(was, station, on);
    }),
    ...before
      .filter(({ id }) => !kept.has(id))
      .map(({ id, name }): StationChange => ({ on, station: id, kind: '移除', before: name, after: '' })),
  ];
}

/**
 * A change as the public may see it today. Where the level of the station hides the field, or the row is gone, the
 * values are left out (docs/norms.md §5).
 */
export function publicChange(change: StationChange, station: Station | null): StationChange {
  const field = FIELD_OF.get(change.kind);
  return field !== undefined && (station === null || hides(station, field))
    ? { ...change, before: '', after: '' }
    : change;
}

/** The number of changes of each kind: `新增 1 · 迁址 2`; empty where there are none. */
export function countChanges(changes: readonly StationChange[]): string {
  return CHANGE_KINDS.map((kind) => [kind, changes.filter((change) => change.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(' · ');
}

const keyOf = ({ on, station, kind }: StationChange) => `${on} ${station} ${kind}`;

/** Adds changes to the log; an entry for the same day, station and kind is replaced. */
export function withChanges(
  log: readonly StationChange[],
  changes: readonly StationChange[],
): readonly StationChange[] {
  const rows = new Map([...log, ...changes].map((change) => [keyOf(change), change]));
  return [...rows.values()].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
