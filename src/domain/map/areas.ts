import type { Point } from '../place/region.ts';
import type { AreaRow, MapData, MapStation } from './mapFile.ts';

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

/** The words that count what a district has. */
export const countsOfDistrict = (towns: number, stations: number): string => `${towns}个街镇，${stations}个站`;

const areaOf = ([name, code, lon, lat]: AreaRow) => ({ name, code, lon, lat });

/** The areas that have stations among those given, in the order of the register. */
export function areasOf(
  { districts, towns }: Pick<MapData, 'districts' | 'towns'>,
  stations: readonly MapStation[],
): DistrictArea[] {
  const byTown = new Map<string, MapStation[]>();
  for (const station of stations) {
    const own = byTown.get(station.town);
    if (own === undefined) byTown.set(station.town, [station]);
    else own.push(station);
  }
  const byDistrict = new Map<string, TownArea[]>(districts.map(([, code]) => [code, []]));
  for (const row of towns) {
    const own = byTown.get(row[1]);
    if (own !== undefined) byDistrict.get(row[1].slice(0, 6))?.push({ ...areaOf(row), stations: own });
  }
  return districts.flatMap((row): DistrictArea[] => {
    const own = byDistrict.get(row[1]) ?? [];
    return own.length === 0 ? [] : [{ ...areaOf(row), towns: own, stations: own.flatMap(({ stations: its }) => its) }];
  });
}
