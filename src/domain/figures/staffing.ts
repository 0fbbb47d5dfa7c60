import {
  type DataFigure,
  districtBar,
  type FigureInput,
  gapGroups,
  namesOf,
  shares,
  sourceOf,
  stationGap,
  targetOf,
} from './figure.ts';
import { isRunning, type Station } from '../station/station.ts';
import { type Figure, figure } from './share.ts';

/**
 * The share of 综合 stations in operation with at least `least` staff, among those whose number is known, and how many do
 * not state it (notice 三（二）).
 */
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

/** The figure of 综合 stations with enough staff; null where no target names a least number (notice 三（二）). */
export function staffingFigure(input: FigureInput): DataFigure | null {
  const target = targetOf(input, 'staffing');
  const least = target?.goal ?? null;
  if (target === undefined || least === null) return null;
  const general = input.stations.filter((station) => station.type === '综合' && isRunning(station));
  const { numerator, denominator, unknown } = staffing(input.stations, least);
  const rows = shares(
    general.filter(({ staffCount }) => staffCount !== null),
    input,
    ({ staffCount }) => (staffCount ?? 0) >= least,
  );
  const silent = shares(general, input, ({ staffCount }) => staffCount !== null);
  return {
    id: 'staffing',
    title: '综合社工站的人员',
    noun: `家综合社工站有${least}名以上工作人员`,
    numerator,
    denominator,
    formula: `运行中、登记了人数的综合站里，有${least}名以上工作人员的。另有${unknown}家没有登记人数，分子分母都不算。`,
    basis: target.clause,
    basisNote: '',
    numeratorSource: sourceOf(input.meta, 'stations.csv'),
    denominatorSource: sourceOf(input.meta, 'stations.csv'),
    chart: {
      kind: 'bars',
      bars: rows.map(districtBar),
      key: { value: `有${least}名以上的综合站`, rest: `不到${least}名的` },
      ofWhole: true,
    },
    columns: [
      { title: '区' },
      { title: `有${least}名以上的综合站` },
      { title: '登记了人数的综合站' },
      { title: '没有登记的' },
      { title: `不到${least}名的站`, names: true },
    ],
    rows: rows.map((row, at) => [
      row.district.name,
      row.good.length,
      row.all.length,
      silent[at]?.gaps.length ?? 0,
      namesOf(row.gaps),
    ]),
    gapTitle: `不到${least}名工作人员的综合站`,
    gaps: gapGroups(rows, (station) => stationGap(station, `${station.staffCount ?? 0}名`)),
  };
}
