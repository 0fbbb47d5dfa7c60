import type { Station } from './station.ts';
import { servingCode, type Town } from '../place/region.ts';

/** The stations responsible for a town, by the register and never by distance (docs/norms.md §10). */
export interface Responsibility {
  /** The 街镇 that serves the town: itself, or the one in `served_by`; null where none is registered. */
  readonly servingTown: Town | null;
  /** The 综合 station: one in operation if there is one, else one that is paused or being set up. */
  readonly general: Station | null;
  /** The 专项 stations of the serving town, without closed ones. */
  readonly special: readonly Station[];
}

const RANK = { 运行: 0, 暂停: 1, 筹建: 2, 撤并: 3 } as const;

/** Finds the stations responsible for all who live in a town (notice 二（一）, 二（二）). */
export function responsibilityFor(
  town: Town,
  towns: ReadonlyMap<string, Town>,
  stationsOf: (townCode: string) => readonly Station[],
): Responsibility {
  const code = servingCode(town);
  const servingTown = code === town.code ? town : (towns.get(code ?? '') ?? null);
  if (servingTown === null) return { servingTown, general: null, special: [] };
  const open = stationsOf(servingTown.code)
    .filter((station) => station.status !== '撤并')
    .sort((a, b) => RANK[a.status] - RANK[b.status]);
  return {
    servingTown,
    general: open.find((station) => station.type === '综合') ?? null,
    special: open.filter((station) => station.type === '专项'),
  };
}
