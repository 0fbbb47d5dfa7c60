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
  servedBy: grouped(dataset.towns, servingCode),
  stationsOf: grouped(dataset.stations.map(publicView), ({ townCode }) => townCode),
}));

function found<T>(row: T | undefined, what: string): T {
  // References were checked when the dataset was read, so a missing row is a bug and no fault of the data.
  if (row === undefined) throw new Error(`内部错误：${what}`);
  return row;
}

/** The district of a 6-digit code; throws where there is none. */
export const getDistrict = (code: string): District => found(index().districts.get(code), `没有区 ${code}`);
/** The 街镇 or other unit of a 9-digit code; throws where there is none. */
export const getTown = (code: string): Town => found(index().towns.get(code), `没有街镇 ${code}`);
/** The 居村委 of a 12-digit code; throws where there is none. */
export const getCommittee = (code: string): Committee => found(index().committees.get(code), `没有居村委 ${code}`);
/** The 街镇 and other units of a district, in the order of the register. */
export const getTownsOf = (districtCode: string): readonly Town[] => index().townsOf.get(districtCode) ?? [];
/** The 居村委 of a 街镇, in the order of the register. */
export const getCommitteesOf = (townCode: string): readonly Committee[] => index().committeesOf.get(townCode) ?? [];

/** The units of kind 其他 (zones, farms) that a 街镇 serves. */
export function getTownsServedBy(townCode: string): readonly Town[] {
  return (index().servedBy.get(townCode) ?? []).filter(({ code }) => code !== townCode);
}

/** All districts in the order of the register, each with its numbers of 街镇 and of listed stations. */
export const getDistricts = derived(({ districts, stations }) => {
  const listed = grouped(
    stations.filter((station) => !isClosed(station)),
    ({ townCode }) => townCode.slice(0, 6),
  );
  return districts.map((district) => ({
    district,
    townCount: getTownsOf(district.code).filter(isStreetOrTown).length,
    stationCount: listed.get(district.code)?.length ?? 0,
  }));
});

/** The stations that are responsible for a 街镇 or other unit, with the basis. */
export function getResponsibility(town: Town): Responsibility {
  const { towns, stationsOf } = index();
  return responsibilityFor(town, towns, (code) => stationsOf.get(code) ?? []);
}

/** The 街镇 of a district for its page, each with its responsible 综合 station and its numbers of stations and 居村委. */
export function getTownSummaries(districtCode: string): readonly TownSummary[] {
  const { stationsOf } = index();
  return getTownsOf(districtCode).map((town) => ({
    town,
    general: getResponsibility(town).general,
    stationCount: (stationsOf.get(town.code) ?? []).filter((station) => !isClosed(station)).length,
    committeeCount: getCommitteesOf(town.code).length,
  }));
}
