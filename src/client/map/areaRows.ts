import { countsOfDistrict, type DistrictArea, type TownArea } from '../../domain/map/areas.ts';
import type { MapStation } from '../../domain/map/mapFile.ts';
import { isStale } from '../../domain/station/freshness.ts';
import { freshness } from '../browser/clock.ts';

/** What the list beside the map shows: all districts, the towns of one, or the stations of a town. */
export type AreaList =
  | { readonly level: 'city'; readonly districts: readonly DistrictArea[] }
  | { readonly level: 'district'; readonly district: DistrictArea }
  | { readonly level: 'town'; readonly town: TownArea; readonly district: DistrictArea };

/** The event that the map sends to the list when what it shows has changed. */
export const AREA_CHANGE = 'area-change';
/** The event that the list sends to the map: the code of the area to open, empty for the whole city. */
export const AREA_SHOW = 'area-show';

const known = new WeakMap<readonly MapStation[], boolean>();

/** Whether none of the stations of an area has been verified lately; worked out once. */
export function noneVerified({ stations }: Pick<TownArea, 'stations'>): boolean {
  let none = known.get(stations);
  if (none === undefined) {
    none = stations.every(({ verified }) => isStale(freshness(verified ?? undefined)));
    known.set(stations, none);
  }
  return none;
}

const counted = (list: readonly unknown[], unit: string) => `${list.length}个${unit}`;
const countOf = (areas: readonly DistrictArea[]) => areas.reduce((sum, { stations }) => sum + stations.length, 0);

const countWords = (area: DistrictArea | TownArea) =>
  'towns' in area ? countsOfDistrict(area.towns.length, area.stations.length) : counted(area.stations, '站');

/** The heading of the list, and the line beside it that counts. */
export function headOf(list: AreaList): { readonly title: string; readonly count: string } {
  if (list.level === 'town') return { title: list.town.name, count: counted(list.town.stations, '站') };
  return list.level === 'city'
    ? { title: '全市', count: `${counted(list.districts, '区')}，${countOf(list.districts)}个站` }
    : { title: list.district.name, count: countWords(list.district) };
}

/** What stands beside the name of an area in the list. */
export const rowWords = (area: DistrictArea | TownArea): string =>
  `${countWords(area)}${noneVerified(area) ? '，都还没核实' : ''}`;

/** A district as the page names it, with all its stations: the map lacks those of which nobody has entered where they are. */
export interface WholeDistrict {
  readonly name: string;
  /** How many stations it has, and the words that count what it has. */
  readonly stations: number;
  readonly words: string;
}

/** Whether stations of a district are not on the map. */
export const lacksSome = (district: DistrictArea, whole: WholeDistrict): boolean =>
  district.stations.length < whole.stations;

/** What stands beside the name of a district in the list of all; `district` is what the map has of it. */
export function districtWords(district: DistrictArea | undefined, whole: WholeDistrict): string {
  if (district === undefined) return `${whole.words}，不在图上`;
  return lacksSome(district, whole) ? `${whole.words}，图上有${district.stations.length}个` : rowWords(district);
}
