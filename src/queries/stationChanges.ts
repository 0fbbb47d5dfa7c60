import { publicChange, type StationChange } from '../domain/station/changes.ts';
import { routes } from '../domain/site/routes.ts';
import type { ChangedStation, StationChangeDay } from '../views/openData.ts';
import { derived, keyed } from './dataset.ts';

/** A change in words, from what to what; only that it has changed where the values may not be published. */
function tell(change: StationChange, nameOf: (id: string) => string): string {
  const { kind, before, after } = change;
  if (kind === '新增' || kind === '移除') return '';
  if (kind === '撤并') return after === '' ? '' : `以后找${nameOf(after)}`;
  if (kind === '暂停' || kind === '恢复') return after;
  if (before === '' && after === '') return '内容不公开';
  return `${before || '原来没有'} → ${after || '现在没有'}`;
}

/**
 * The changes of stations by day, newest first, those of a station on one day together. Tells only what its publish
 * level allows.
 */
export const getStationChangeDays = derived(({ changes, stations }): readonly StationChangeDay[] => {
  const byId = keyed(stations, ({ id }) => id);
  const nameOf = (id: string) => byId.get(id)?.name ?? id;
  const changed = ([id, own]: [string, StationChange[]]): ChangedStation => {
    const station = byId.get(id) ?? null;
    return {
      id,
      name: station?.name ?? own.find(({ kind }) => kind === '移除')?.before ?? id,
      href: station === null ? null : routes.station(id),
      changes: own.map((change) => ({
        kind: change.kind,
        text: tell(publicChange(change, station), nameOf),
      })),
    };
  };
  return [...Map.groupBy(changes, ({ on }) => on)]
    .map(([on, own]) => ({ on, stations: [...Map.groupBy(own, ({ station }) => station)].map(changed) }))
    .sort((a, b) => b.on.localeCompare(a.on));
});
