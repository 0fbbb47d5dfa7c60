import type { IsoDate } from './dates.ts';
import { freshnessOf, type Freshness } from './freshness.ts';
import type { Field } from './records.ts';
import { isStreetOrTown, type District, type Town } from './region.ts';
import { STATION_TYPES, STATUSES, type Station, type StationType, type Status } from './station.ts';

/** So many of so many, and by name what is missing. */
export interface Figure<Gap> {
  readonly numerator: number;
  readonly denominator: number;
  readonly gaps: readonly Gap[];
}

const isRunning = ({ status }: Pick<Station, 'status'>): boolean => status === '运行';

function figure<T>(all: readonly T[], counts: (entry: T) => boolean): Figure<T> {
  const gaps = all.filter((entry) => !counts(entry));
  return { numerator: all.length - gaps.length, denominator: all.length, gaps };
}

/** Coverage of the 街镇 of one district. */
export interface DistrictCoverage extends Figure<Town> {
  readonly district: District;
}

/** How many 街镇 have a 综合 station in operation, for the city and by district (notice 二, 四); 其他 units don't count. */
export function townCoverage(
  stations: readonly Pick<Station, 'type' | 'status' | 'townCode'>[],
  towns: readonly Town[],
  districts: readonly District[],
): Figure<Town> & { readonly districts: readonly DistrictCoverage[] } {
  const served = new Set(
    stations.filter((entry) => entry.type === '综合' && isRunning(entry)).map(({ townCode }) => townCode),
  );
  const counted = towns.filter(isStreetOrTown);
  const covered = (town: Town): boolean => served.has(town.code);
  return {
    ...figure(counted, covered),
    districts: districts.map((district) => ({
      district,
      ...figure(
        counted.filter(({ districtCode }) => districtCode === district.code),
        covered,
      ),
    })),
  };
}

/** How many stations run, of how many rows, and each type by status (notice 四: 全市建成千家社工站). */
export function stationCount(stations: readonly Pick<Station, 'type' | 'status'>[]): {
  readonly running: number;
  readonly total: number;
  readonly byType: Readonly<Record<StationType, Readonly<Record<Status, number>>>>;
} {
  const count = (type: StationType, status: Status): number =>
    stations.filter((entry) => entry.type === type && entry.status === status).length;
  const row = (type: StationType) =>
    Object.fromEntries(STATUSES.map((status) => [status, count(type, status)])) as Record<Status, number>;
  return {
    running: stations.filter(isRunning).length,
    total: stations.length,
    byType: Object.fromEntries(STATION_TYPES.map((type) => [type, row(type)])) as Record<
      StationType,
      Record<Status, number>
    >,
  };
}

/** 专项 stations in operation of one field, and the 街镇 that have one. */
export interface FieldCoverage extends Figure<Town> {
  readonly field: Field;
  readonly stations: number;
}

/** Each field with its stations in operation and the 街镇 they stand in (notice 四: 应建尽建 names no denominator). */
export function fieldsCoverage(
  stations: readonly Pick<Station, 'type' | 'status' | 'field' | 'townCode'>[],
  towns: readonly Town[],
  fields: readonly Field[],
): readonly FieldCoverage[] {
  const counted = towns.filter(isStreetOrTown);
  return fields.map((field) => {
    const own = stations.filter((entry) => entry.type === '专项' && entry.field === field.slug && isRunning(entry));
    const places = new Set(own.map(({ townCode }) => townCode));
    return { field, stations: own.length, ...figure(counted, ({ code }) => places.has(code)) };
  });
}

/** Of the 综合 stations in operation whose staff is known, those with at least `least`; how many don't say (notice 三（二）). */
export function staffing<S extends Pick<Station, 'type' | 'status' | 'staffCount'>>(
  stations: readonly S[],
  least: number,
): Figure<S> & { readonly unknown: number } {
  const general = stations.filter((entry) => entry.type === '综合' && isRunning(entry));
  const known = general.filter(({ staffCount }) => staffCount !== null);
  return {
    ...figure(known, ({ staffCount }) => (staffCount ?? 0) >= least),
    unknown: general.length - known.length,
  };
}

/** How many rows are how fresh on the reference day; closed stations (撤并) need no verification. */
export function freshnessCounts(
  stations: readonly Pick<Station, 'status' | 'verifiedOn'>[],
  reference: IsoDate,
): Readonly<Record<Freshness, number>> {
  const counts: Record<Freshness, number> = { 新: 0, 电: 0, 旧: 0, 无: 0 };
  for (const { status, verifiedOn } of stations) {
    if (status !== '撤并') counts[freshnessOf(verifiedOn, reference)] += 1;
  }
  return counts;
}
