import type { Point } from '../place/region.ts';
import type { AreaRow, MapFile, MapStation } from './mapFile.ts';

/** A 街镇 with the stations that the map shows of it; never without any. */
export interface TownArea extends Point {
  readonly name: string;
  readonly code: string;
  readonly stations: readonly MapStation[];
}

/** A district with those of its 街镇 that have stations. */
export interface DistrictArea extends Point {
  readonly name: string;
  readonly code: string;
  readonly towns: readonly TownArea[];
  readonly stations: readonly MapStation[];
}

const areaOf = ([name, code, lon, lat]: AreaRow) => ({ name, code, lon, lat });

/** The areas that have stations among those given, in the order of the register. */
export function areasOf(
  { districts, towns }: Pick<MapFile, 'districts' | 'towns'>,
  stations: readonly MapStation[],
): DistrictArea[] {
  const byTown = new Map<string, MapStation[]>();
  for (const station of stations) byTown.set(station.town, [...(byTown.get(station.town) ?? []), station]);
  const areas = towns.map((row): TownArea => ({ ...areaOf(row), stations: byTown.get(row[1]) ?? [] }));
  return districts
    .map((row): DistrictArea => {
      const own = areas.filter(({ code, stations: its }) => code.startsWith(row[1]) && its.length > 0);
      return { ...areaOf(row), towns: own, stations: own.flatMap(({ stations: its }) => its) };
    })
    .filter(({ towns: own }) => own.length > 0);
}
