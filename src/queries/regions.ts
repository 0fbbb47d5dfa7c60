import { type Committee, type District, isStreetOrTown, servingCode, type Town } from '../domain/place/region.ts';
import { responsibilityFor, type Responsibility } from '../domain/station/responsibility.ts';
import { isClosed, publicView } from '../domain/station/station.ts';
import type { TownSummary } from '../views/place.ts';
import { derived, grouped, keyed } from './dataset.ts';

const index = derived((dataset) => ({
  districts: keyed(dataset.districts, ({ code }) => code),
  towns: keyed(dataset.towns, ({ code }) => code),
  committees: keyed(dataset.committees, ({ code }) => code),
  townsOf: grouped(dataset.towns, ({ districtCode }) => districtCode),
  committeesOf: grouped(dataset.committees, ({ townCode }) => townCode),
  stationsOf: grouped(dataset.stations.map(publicView), ({ townCode }) => townCode),
}));

function found<T>(row: T | undefined, what: string): T {
  // References are checked when the dataset is read: a miss here is a bug, not a fault of the data.
  if (row === undefined) throw new Error(`内部错误：${what}`);
  return row;
}

export const getDistrict = (code: string): District => found(index().districts.get(code), `没有区 ${code}`);
export const getTown = (code: string): Town => found(index().towns.get(code), `没有街镇 ${code}`);
export const getCommittee = (code: string): Committee => found(index().committees.get(code), `没有居村委 ${code}`);
export const getTownsOf = (districtCode: string): readonly Town[] => index().townsOf.get(districtCode) ?? [];
export const getCommitteesOf = (townCode: string): readonly Committee[] => index().committeesOf.get(townCode) ?? [];

/** Units of kind 其他 that this 街镇 serves. */
export function getTownsServedBy(townCode: string): readonly Town[] {
  return [...index().towns.values()].filter((town) => town.code !== townCode && servingCode(town) === townCode);
}

/** Districts in the order of the register, each with the number of its 街镇. */
export const getDistricts = derived((dataset) =>
  dataset.districts.map((district) => ({
    district,
    townCount: dataset.towns.filter((town) => town.districtCode === district.code && isStreetOrTown(town)).length,
    stationCount: dataset.stations.filter((station) => station.townCode.startsWith(district.code) && !isClosed(station))
      .length,
  })),
);

/** The stations responsible for a town, with the basis. */
export function getResponsibility(town: Town): Responsibility {
  const { towns, stationsOf } = index();
  return responsibilityFor(town, towns, (code) => stationsOf.get(code) ?? []);
}

/** The towns of a district, each with its responsible station and how many stations it has. */
export function getTownSummaries(districtCode: string): readonly TownSummary[] {
  const { stationsOf } = index();
  return getTownsOf(districtCode).map((town) => ({
    town,
    general: getResponsibility(town).general,
    stationCount: (stationsOf.get(town.code) ?? []).filter((station) => !isClosed(station)).length,
    committeeCount: getCommitteesOf(town.code).length,
  }));
}
