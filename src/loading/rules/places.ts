import type { DataRule } from '../../domain/rules/dataRules.ts';
import { boundsAround, distanceMetres, isWithin, type Bounds } from '../../domain/place/coordinates.ts';
import type { ReadRow } from '../tables/readTable.ts';
import type { Fault } from '../faults/fault.ts';
import { at } from '../faults/cellFault.ts';
import type { Tables } from '../tables/tables.ts';

/** How far beyond the outermost town points a city may reach, in degrees: about twenty kilometres. */
const MARGIN = 0.2;

/** Metres from a town's point beyond which a station hardly lies in that town; a 街道 is smaller than a 镇. */
const FAR = { 街道: 6_000, 镇: 15_000, 乡: 15_000, 其他: 20_000 } as const;

/** From so many stations on exactly the same point, the point is taken to be that of a road or a 街镇. */
const SAME = 3;

/** Decimals that a point at a door needs: four are ten metres. */
const DOOR_DECIMALS = 4;

const HOUSE_NUMBER = /[\d０-９一二三四五六七八九十百]\s*(?:号|弄|幢|栋|室|座|组)|[\d０-９]+[-–—]\d/u;

type Station = ReadRow<'stations'>;

/** The box around all town points, widened; null where no town has a point. */
const cityBounds = (tables: Tables): Bounds | null =>
  boundsAround(
    tables.towns.rows.flatMap(({ value }) => value.point ?? []),
    MARGIN,
  );

/** How many decimals a coordinate was written with, zeros at its end not counted. */
const decimals = (degrees = '') => (String(Number(degrees)).split('.')[1] ?? '').length;

const writtenPoint = ({ lon = '', lat = '' }: Station['cells']) => `${lon.trim()}，${lat.trim()}`;

const pointFault = (code: DataRule, { row, value, cells }: Station, message: string, column = 'lon'): Fault =>
  at(code, 'stations', row, column, column === 'lon' ? writtenPoint(cells) : value.address, message);

function samePoints(stations: readonly Station[]): Fault[] {
  const groups = Map.groupBy(
    stations.filter(({ value }) => value.point !== null),
    ({ value: { point } }) => `${point?.lon ?? ''} ${point?.lat ?? ''}`,
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
  return tables.towns.rows.flatMap(({ row, value: { kind, servedBy, name } }) => {
    const serving = servedBy === null ? undefined : towns.get(servedBy);
    const fault = (message: string) => [at('served-by', 'towns', row, 'served_by', servedBy ?? '', message)];
    if (servedBy !== null && kind !== '其他') return fault(`${name}是${kind}，由自己的站服务，这一格要留空`);
    return serving?.kind === '其他' ? fault(`${serving.name}自己也是其他类，不是街道、镇或乡`) : [];
  });
}

/** What is wrong or doubtful about where stations are said to lie (docs/norms.md §7). */
export function placeFaults(tables: Tables): Fault[] {
  const bounds = cityBounds(tables);
  const towns = new Map(tables.towns.rows.map(({ value }) => [value.code, value]));
  const stations: readonly Station[] = tables.stations.rows;
  const each = stations.flatMap((station): Fault[] => {
    const { value, cells } = station;
    const { point } = value;
    if (point === null) return [];
    if (bounds !== null && !isWithin(point, bounds)) return [pointFault('coordinate-outside', station, '不在本市')];
    const faults: Fault[] = [];
    const town = towns.get(value.townCode);
    if (town !== undefined && town.point !== null) {
      const metres = distanceMetres(point, town.point);
      if (metres > FAR[town.kind])
        faults.push(pointFault('coordinate-far', station, `离${town.name}有 ${(metres / 1000).toFixed(1)} 公里`));
    }
    if (value.precision === '门牌') {
      if (!HOUSE_NUMBER.test(value.address))
        faults.push(pointFault('precision-claimed', station, '精度写着门牌，地址里没有门牌号', 'address'));
      else if (Math.max(decimals(cells['lon']), decimals(cells['lat'])) < DOOR_DECIMALS)
        faults.push(pointFault('precision-claimed', station, '精度写着门牌，坐标只精到一百米'));
    }
    return faults;
  });
  return [...servedByFaults(tables), ...each, ...samePoints(stations)];
}
