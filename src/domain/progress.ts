import {
  fieldsCoverage,
  freshnessCounts,
  staffing,
  stationCount,
  townCoverage,
  type DistrictCoverage,
  type FieldCoverage,
  type Figure,
} from './coverage.ts';
import type { IsoDate } from './dates.ts';
import type { Field, Target } from './records.ts';
import type { District, Town } from './region.ts';
import type { Station, StationType } from './station.ts';

/** The notice's targets against the data (notice 三（二）, 四). Only stations in operation count. */
export interface Progress {
  readonly coverage: Figure<Town> & { readonly districts: readonly DistrictCoverage[] };
  /** Stations in operation, by type too, and the goal where a target sets one. */
  readonly total: {
    readonly running: number;
    readonly goal: number | null;
    readonly byType: Record<StationType, number>;
  };
  /** Verified within 180 days before the as-at date, of all that are in operation (our own requirement). */
  readonly verified: { readonly numerator: number; readonly denominator: number };
  /** Null where no target names a least number of staff. */
  readonly staffing: (Figure<Station> & { readonly unknown: number; readonly least: number }) | null;
  readonly special: readonly FieldCoverage[];
  /** Whose name follows notice 三（一）. */
  readonly naming: Figure<Station>;
}

/** What the figures are computed from. */
export interface ProgressInput {
  readonly stations: readonly Station[];
  readonly towns: readonly Town[];
  readonly districts: readonly District[];
  readonly fields: readonly Field[];
  readonly targets: readonly Target[];
  readonly asAt: IsoDate;
  /** Whether a station's name is as notice 三（一） wants it. */
  readonly isWellNamed: (station: Station) => boolean;
}

/** All figures of the progress page. */
export function progressOf({
  stations,
  towns,
  districts,
  fields,
  targets,
  asAt,
  isWellNamed,
}: ProgressInput): Progress {
  const running = stations.filter(({ status }) => status === '运行');
  const { byType } = stationCount(stations);
  const goalOf = (name: string) => targets.find(({ metric }) => metric === name)?.goal ?? null;
  const least = goalOf('staffing');
  const badlyNamed = running.filter((station) => !isWellNamed(station));
  return {
    coverage: townCoverage(stations, towns, districts),
    total: {
      running: running.length,
      goal: goalOf('station-count'),
      byType: { 综合: byType['综合']['运行'], 专项: byType['专项']['运行'], 居村: byType['居村']['运行'] },
    },
    verified: { numerator: freshnessCounts(running, asAt)['新'], denominator: running.length },
    staffing: least === null ? null : { ...staffing(stations, least), least },
    special: fieldsCoverage(stations, towns, fields),
    naming: { numerator: running.length - badlyNamed.length, denominator: running.length, gaps: badlyNamed },
  };
}
