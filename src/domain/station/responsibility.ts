import type { Station } from './station.ts';
import { servingCode, type Town } from '../place/region.ts';

/** Who answers for a town: an administrative fact, never the nearest point (docs/norms.md §10). */
export interface Responsibility {
  /** The unit that serves the town: itself, or the 街镇 in `served_by`; null where nobody has said. */
  readonly servingTown: Town | null;
  /** The 综合 station in operation, else one that is being set up or paused. */
  readonly general: Station | null;
  /** 专项 stations of the serving town that are not closed for good. */
  readonly special: readonly Station[];
}

const RANK = { 运行: 0, 暂停: 1, 筹建: 2, 撤并: 3 } as const;

/** The stations responsible for everybody who lives in the town (notice 二（一）, 二（二）). */
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
