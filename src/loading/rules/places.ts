import type { DataRule } from '../../domain/rules/dataRules.ts';
import { boundsAround, distanceMetres, isWithin, type Bounds } from '../../domain/place/coordinates.ts';
import type { Point } from '../../domain/place/region.ts';
import type { Row } from '../../schemas/tables.ts';
import { toWgs84 } from '../adapters/crs.ts';
import type { Fault } from '../faults/fault.ts';
import { at } from '../faults/cellFault.ts';
import type { Tables } from '../tables/tables.ts';

/** How far beyond the outermost town points a city may reach, in degrees: about twenty kilometres. */
const MARGIN = 0.2;

/** Metres from a town's point beyond which a station hardly lies in that town; a 街道 is smaller than a 镇. */
const FAR = { 街道: 6_000, 镇: 15_000, 乡: 15_000, 其他: 20_000 } as const;

/** So many stations on one point to the last digit were never surveyed. */
const SAME = 3;

/** Decimals that a point at a door needs: four are ten metres. */
const DOOR_DECIMALS = 4;

const HOUSE_NUMBER = /[\d０-９一二三四五六七八九十百]\s*(?:号|弄|幢|栋|室|座|组)|[\d０-９]+[-–—]\d/u;

type Station = { readonly row: number; readonly value: Row<'stations'> };

const rowPoint = ({ lon, lat }: { lon: number | null; lat: number | null }): Point | null =>
  lon === null || lat === null ? null : { lon, lat };

const stationPoint = ({ value }: Station): Point | null => {
  const point = rowPoint(value);
  return point === null || value.crs === null ? null : toWgs84(point, value.crs);
};

/** The box around all town points, widened; null where no town has a point. */
const cityBounds = (tables: Tables): Bounds | null =>
  boundsAround(
    tables.towns.rows.flatMap(({ value }) => rowPoint(value) ?? []),
    MARGIN,
  );

const decimals = (degrees: number) => (String(degrees).split('.')[1] ?? '').length;

const shownPoint = ({ lon, lat }: Row<'stations'>) => `${String(lon)}，${String(lat)}`;

const pointFault = (code: DataRule, { row, value }: Station, message: string, column = 'lon'): Fault =>
  at(code, 'stations', row, column, column === 'lon' ? shownPoint(value) : value.address, message);

function samePoints(stations: readonly Station[]): Fault[] {
  const groups = Map.groupBy(
    stations.filter((station) => rowPoint(station.value) !== null),
    ({ value }) => `${shownPoint(value)} ${String(value.crs)}`,
  );
  return [...groups.values()].flatMap((group) => {
    const addresses = new Set(group.map(({ value }) => value.address));
    if (group.length < SAME || addresses.size < SAME) return [];
    return group.map((station) => pointFault('coordinate-same', station, `和另外 ${group.length - 1} 个站的坐标一样`));
  });
}

/** What is wrong about who serves a unit; a code that no town has is told with the other pointers. */
function servedByFaults(tables: Tables): Fault[] {
  const towns = new Map(tables.towns.rows.map(({ value }) => [value.code, value]));
  return tables.towns.rows.flatMap(({ row, value: { kind, served_by: servedBy, name } }) => {
    const serving = servedBy === null ? undefined : towns.get(servedBy);
    const fault = (message: string) => [at('served-by', 'towns', row, 'served_by', servedBy ?? '', message)];
    if (servedBy !== null && kind !== '其他') return fault(`${name}是${kind}，由自己的站服务，这一格要留空`);
    return serving?.kind === '其他' ? fault(`${serving.name}自己也是其他类，不是街道、镇或乡`) : [];
  });
}

/** What is wrong or doubtful about where stations are said to lie (norms.md §7). */
export function placeFaults(tables: Tables): Fault[] {
  const bounds = cityBounds(tables);
  const towns = new Map(tables.towns.rows.map(({ value }) => [value.code, value]));
  const stations: readonly Station[] = tables.stations.rows;
  const each = stations.flatMap((station): Fault[] => {
    const point = stationPoint(station);
    if (point === null) return [];
    const { value } = station;
    if (bounds !== null && !isWithin(point, bounds)) return [pointFault('coordinate-outside', station, '不在本市')];
    const faults: Fault[] = [];
    const town = towns.get(value.town_code);
    const townPoint = town === undefined ? null : rowPoint(town);
    if (town !== undefined && townPoint !== null) {
      const metres = distanceMetres(point, townPoint);
      if (metres > FAR[town.kind])
        faults.push(pointFault('coordinate-far', station, `离${town.name}有 ${(metres / 1000).toFixed(1)} 公里`));
    }
    if (value.precision === '门牌') {
      if (!HOUSE_NUMBER.test(value.address))
        faults.push(pointFault('precision-claimed', station, '精度写着门牌，地址里没有门牌号', 'address'));
      else if (Math.max(decimals(value.lon ?? 0), decimals(value.lat ?? 0)) < DOOR_DECIMALS)
        faults.push(pointFault('precision-claimed', station, '精度写着门牌，坐标只精到一百米'));
    }
    return faults;
  });
  return [...servedByFaults(tables), ...each, ...samePoints(stations)];
}
