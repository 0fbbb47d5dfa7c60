import type { NameDeviation } from '../station/naming.ts';
import type { ClauseRef } from '../policy/clauses.ts';
import type { DatasetMeta } from '../dataset/dataset.ts';
import type { Field } from '../service/service.ts';
import type { Target } from '../policy/target.ts';
import type { District, Town } from '../place/region.ts';
import type { Station } from '../station/station.ts';

/** The figures of the progress page, in its order; each is an address too: `/progress/<id>.csv`. */
export const FIGURE_IDS = [
  'stations',
  'coverage',
  'special',
  'staffing',
  'naming',
  'completeness',
  'freshness',
] as const;
export type FigureId = (typeof FIGURE_IDS)[number];

/** What a figure is computed from. */
export interface FigureInput {
  readonly stations: readonly Station[];
  readonly towns: readonly Town[];
  readonly districts: readonly District[];
  readonly fields: readonly Field[];
  readonly targets: readonly Target[];
  readonly meta: DatasetMeta;
  /** How a station's name departs from the rule; null where it doesn't. */
  readonly nameDeviation: (station: Station) => NameDeviation | null;
  /** Where the rule of names stands; null where no policy says it. */
  readonly namingRule: ClauseRef | null;
}

export type FigureCell = string | number;

/** One column of a figure's table; those marked `names` list names and stand in the CSV only. */
export interface FigureColumn {
  readonly title: string;
  readonly names?: boolean;
}

/** One bar: solid to `value`, tinted from there by `part`, dashed to `whole`. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly part: number;
  readonly whole: number;
}

/** What a chart shows; words of the key say what solid, tinted and dashed mean here. */
export type FigureChart =
  | {
      readonly kind: 'bars';
      readonly bars: readonly Bar[];
      readonly key: { readonly value: string; readonly part?: string; readonly rest?: string };
      /** Whether the number that each bar is of stands beside it. */
      readonly ofWhole: boolean;
    }
  | {
      readonly kind: 'cells';
      readonly rows: readonly { readonly label: string; readonly cells: readonly boolean[] }[];
      readonly key: { readonly value: string; readonly rest: string };
    };

/** Something missing, by name; its page is that of a town, a field or a station. */
export interface Gap {
  readonly kind: 'town' | 'field' | 'station';
  readonly id: string;
  readonly name: string;
  readonly remark: string;
}

/** Gaps under the name of what they belong to: a district, or nothing. */
export interface GapGroup {
  readonly name: string;
  readonly gaps: readonly Gap[];
}

/** Where a number comes from and of which date. */
export interface NumberSource {
  readonly source: string;
  readonly date: string;
}

/** One figure with everything that a reader needs to check and to quote it. */
export interface DataFigure {
  readonly id: FigureId;
  readonly title: string;
  /** What is counted, to stand after the number: 个街镇有综合社工站. */
  readonly noun: string;
  readonly numerator: number;
  /** Null where there is nothing to divide by; then no share is shown. */
  readonly denominator: number | null;
  readonly formula: string;
  readonly basis: ClauseRef | null;
  /** What the figure rests on where no clause asks for it. */
  readonly basisNote: string;
  readonly numeratorSource: NumberSource;
  readonly denominatorSource: NumberSource | null;
  readonly chart: FigureChart;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly (readonly FigureCell[])[];
  readonly gapTitle: string;
  readonly gaps: readonly GapGroup[];
}

/** How many gaps a figure has. */
export const gapCount = ({ gaps }: Pick<DataFigure, 'gaps'>): number =>
  gaps.reduce((sum, group) => sum + group.gaps.length, 0);

/** A list of names longer than this stands on the page of all gaps, and the progress page points there. */
export const LONG_LIST = 60;

/** Source and date of a file of the dataset; a file without an entry dates from the dataset's own day. */
export function sourceOf({ sources, asAt }: DatasetMeta, path: string): NumberSource {
  const found = sources.find((entry) => entry.path === path);
  return { source: found?.source ?? path, date: found?.date ?? asAt };
}

/** The part of something that lies in one district. */
export interface DistrictShare<T> {
  readonly district: District;
  readonly all: readonly T[];
  readonly good: readonly T[];
  readonly gaps: readonly T[];
}

/** Rows shared out among the districts by the code of their 街镇, whose first six digits are the district's. */
export function byDistrict<T>(
  rows: readonly T[],
  districts: readonly District[],
  townCode: (row: T) => string,
  isGood: (row: T) => boolean,
): readonly DistrictShare<T>[] {
  return districts.map((district) => {
    const all = rows.filter((row) => townCode(row).startsWith(district.code));
    return { district, all, good: all.filter(isGood), gaps: all.filter((row) => !isGood(row)) };
  });
}

/** The gaps of each district that has any. */
export function gapGroups<T>(shares: readonly DistrictShare<T>[], gap: (row: T) => Gap): readonly GapGroup[] {
  return shares
    .filter(({ gaps }) => gaps.length > 0)
    .map(({ district, gaps }) => ({ name: district.name, gaps: gaps.map(gap) }));
}

/** A station as a gap. */
export const stationGap = ({ id, name }: Station, remark = ''): Gap => ({ kind: 'station', id, name, remark });

/** What stands for a clause where no policy asks for a figure. */
export const OWN_REQUIREMENT = '政策没有这项要求，是本站自己定的。';

/** The target that a figure answers. */
export const targetOf = ({ targets }: FigureInput, metric: string): Target | undefined =>
  targets.find((target) => target.metric === metric);

/** Names in one cell. */
export const namesOf = (rows: readonly { readonly name: string }[]): string => rows.map(({ name }) => name).join('、');

/** A district as a bar: what is good of all. */
export const districtBar = <T>({ district, good, all }: DistrictShare<T>): Bar => ({
  label: district.name,
  value: good.length,
  part: 0,
  whole: all.length,
});

/** The length of all lists together. */
export const sum = (rows: readonly { readonly length: number }[]) =>
  rows.reduce((total, { length }) => total + length, 0);

/** Stations shared out among the districts. */
export const shares = (rows: readonly Station[], { districts }: FigureInput, isGood: (station: Station) => boolean) =>
  byDistrict(rows, districts, ({ townCode }) => townCode, isGood);
