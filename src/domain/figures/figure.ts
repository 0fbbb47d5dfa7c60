import type { NameDeviation } from '../station/naming.ts';
import type { ClauseRef } from '../policy/clauses.ts';
import type { DatasetMeta } from '../dataset/dataset.ts';
import type { Field } from '../service/service.ts';
import type { Target } from '../policy/target.ts';
import type { District, Town } from '../place/region.ts';
import type { Station } from '../station/station.ts';

/** The ids of the figures, in the order of the progress page; each is part of an address: `/progress/<id>.csv`. */
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

/** The data that figures are computed from. */
export interface FigureInput {
  readonly stations: readonly Station[];
  readonly towns: readonly Town[];
  readonly districts: readonly District[];
  readonly fields: readonly Field[];
  readonly targets: readonly Target[];
  readonly meta: DatasetMeta;
  /** How the name of a station departs from the rule; null where it follows it. */
  readonly nameDeviation: (station: Station) => NameDeviation | null;
  /** The clause with the rule of names; null where no policy has one. */
  readonly namingRule: ClauseRef | null;
}

export type FigureCell = string | number;

/** A column of a figure's table; columns marked `names` list names and appear in the CSV only. */
export interface FigureColumn {
  readonly title: string;
  readonly names?: boolean;
}

/** A bar of a chart: solid up to `value`, tinted for the next `part`, dashed up to `whole`. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly part: number;
  readonly whole: number;
}

/** The content of a chart; `key` explains what solid, tinted and dashed mean in it. */
export type FigureChart =
  | {
      readonly kind: 'bars';
      readonly bars: readonly Bar[];
      readonly key: { readonly value: string; readonly part?: string; readonly rest?: string };
      /** Whether the total of each bar is written beside its value. */
      readonly ofWhole: boolean;
    }
  | {
      readonly kind: 'cells';
      readonly rows: readonly { readonly label: string; readonly cells: readonly boolean[] }[];
      readonly key: { readonly value: string; readonly rest: string };
    };

/** Something that is missing, by name, with the page that it links to: that of a town, a field or a station. */
export interface Gap {
  readonly kind: 'town' | 'field' | 'station';
  readonly id: string;
  readonly name: string;
  readonly remark: string;
}

/** Gaps under the name of their district, or under none. */
export interface GapGroup {
  readonly name: string;
  readonly gaps: readonly Gap[];
}

/** The source of a number and its date. */
export interface NumberSource {
  readonly source: string;
  readonly date: string;
}

/** A figure with everything that a reader needs to check it and to quote it. */
export interface DataFigure {
  readonly id: FigureId;
  readonly title: string;
  /** The words that follow the number: 个街镇有综合社工站. */
  readonly noun: string;
  readonly numerator: number;
  /** Null where there is nothing to divide by; then no share is shown. */
  readonly denominator: number | null;
  readonly formula: string;
  readonly basis: ClauseRef | null;
  /** What the figure is based on where no clause asks for it. */
  readonly basisNote: string;
  readonly numeratorSource: NumberSource;
  readonly denominatorSource: NumberSource | null;
  readonly chart: FigureChart;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly (readonly FigureCell[])[];
  readonly gapTitle: string;
  readonly gaps: readonly GapGroup[];
  /** Whether pages may only say how many gaps there are, because the data are a sample. */
  readonly countedOnly?: true;
}

/** A figure whose gaps are counted and not named: columns of names are left out of its table. */
export function countedOnly(figure: DataFigure): DataFigure {
  const kept = <T>(cells: readonly T[]) => cells.filter((_, at) => figure.columns[at]?.names !== true);
  return { ...figure, columns: kept(figure.columns), rows: figure.rows.map(kept), countedOnly: true };
}

/** The number of gaps of a figure, over all groups. */
export const gapCount = ({ gaps }: Pick<DataFigure, 'gaps'>): number =>
  gaps.reduce((sum, group) => sum + group.gaps.length, 0);

/** A longer list of gaps is left out of the progress page, which links to the page of all gaps instead. */
export const LONG_LIST = 60;

/** Source and date of a file of the dataset; a file without an entry takes the as-at date. */
export function sourceOf({ sources, asAt }: DatasetMeta, path: string): NumberSource {
  const found = sources.find((entry) => entry.path === path);
  return { source: found?.source ?? path, date: found?.date ?? asAt };
}

/** The rows of one district: all of them, those that are `good`, and the `gaps`. */
export interface DistrictShare<T> {
  readonly district: District;
  readonly all: readonly T[];
  readonly good: readonly T[];
  readonly gaps: readonly T[];
}

/** Sorts rows into the districts by the code of their 街镇, whose first six digits are the district's. */
export function byDistrict<T>(
  rows: readonly T[],
  districts: readonly District[],
  townCode: (row: T) => string,
  isGood: (row: T) => boolean,
): readonly DistrictShare<T>[] {
  const own = Map.groupBy(rows, (row) => townCode(row).slice(0, 6));
  return districts.map((district) => {
    const all = own.get(district.code) ?? [];
    return { district, all, good: all.filter(isGood), gaps: all.filter((row) => !isGood(row)) };
  });
}

/** The gaps by district; districts without gaps are left out. */
export function gapGroups<T>(shares: readonly DistrictShare<T>[], gap: (row: T) => Gap): readonly GapGroup[] {
  return shares
    .filter(({ gaps }) => gaps.length > 0)
    .map(({ district, gaps }) => ({ name: district.name, gaps: gaps.map(gap) }));
}

/** A station as a gap, with a remark on what is missing. */
export const stationGap = ({ id, name }: Station, remark = ''): Gap => ({ kind: 'station', id, name, remark });

/** The basis of a figure that no policy asks for. */
export const OWN_REQUIREMENT = '政策没有这项要求，是本站自己定的。';

/** The target that a figure measures; undefined where there is none. */
export const targetOf = ({ targets }: FigureInput, metric: string): Target | undefined =>
  targets.find((target) => target.metric === metric);

/** The names of rows in one cell, separated by 、. */
export const namesOf = (rows: readonly { readonly name: string }[]): string => rows.map(({ name }) => name).join('、');

/** The bar of a district: how many of its rows are good. */
export const districtBar = <T>({ district, good, all }: DistrictShare<T>): Bar => ({
  label: district.name,
  value: good.length,
  part: 0,
  whole: all.length,
});

/** The number of entries in all lists together. */
export const sum = (rows: readonly { readonly length: number }[]) =>
  rows.reduce((total, { length }) => total + length, 0);

/** Sorts stations into the districts. */
export const shares = (rows: readonly Station[], { districts }: FigureInput, isGood: (station: Station) => boolean) =>
  byDistrict(rows, districts, ({ townCode }) => townCode, isGood);
