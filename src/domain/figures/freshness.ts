import { needsCall } from '../station/callList.ts';
import { CALL_FIRST_DAYS, FRESH_DAYS, type Freshness, freshnessOf } from '../station/freshness.ts';
import {
  type DataFigure,
  type FigureInput,
  gapGroups,
  namesOf,
  OWN_REQUIREMENT,
  shares,
  sourceOf,
  stationGap,
} from './figure.ts';
import { isClosed, isRunning, type Station } from '../station/station.ts';
import type { IsoDate } from '../time/dates.ts';

/** The number of stations of each freshness on the reference day; closed stations (撤并) are left out. */
export function freshnessCounts(
  stations: readonly Pick<Station, 'status' | 'verifiedOn'>[],
  reference: IsoDate,
): Readonly<Record<Freshness, number>> {
  const counts: Record<Freshness, number> = { 新: 0, 电: 0, 旧: 0, 无: 0 };
  for (const station of stations) {
    if (!isClosed(station)) counts[freshnessOf(station.verifiedOn, reference)] += 1;
  }
  return counts;
}

/** The figure of stations verified within 180 days before the as-at date (docs/norms.md §8). */
export function freshnessFigure(input: FigureInput): DataFigure {
  const { asAt } = input.meta;
  const running = input.stations.filter(isRunning);
  const rows = shares(running, input, ({ verifiedOn }) => freshnessOf(verifiedOn, asAt) === '新');
  const calls = shares(input.stations, input, (station) => !needsCall(station, asAt));
  return {
    id: 'freshness',
    title: '数据新旧',
    noun: '家社工站半年内核实过',
    numerator: freshnessCounts(running, asAt)['新'],
    denominator: running.length,
    formula: `运行中的站里，核实日期在截止日前${FRESH_DAYS}天以内的。${FRESH_DAYS}天到${CALL_FIRST_DAYS}天的，去之前先打电话；更早和没有核实过的，页面上写“信息待核实”。要回访的站在数字表里另有一列，筹建和暂停的也算。`,
    basis: null,
    basisNote: OWN_REQUIREMENT,
    numeratorSource: sourceOf(input.meta, 'stations.csv'),
    denominatorSource: sourceOf(input.meta, 'stations.csv'),
    chart: {
      kind: 'bars',
      bars: rows.map(({ district, all }) => {
        const counts = freshnessCounts(all, asAt);
        return { label: district.name, value: counts['新'], part: counts['电'], whole: all.length };
      }),
      key: { value: '半年内核实', part: '半年到一年', rest: '更早或没有核实过' },
      ofWhole: true,
    },
    columns: [
      { title: '区' },
      { title: '半年内核实' },
      { title: '半年到一年' },
      { title: '更早' },
      { title: '没有核实过' },
      { title: '运行中的站' },
      { title: '要回访的站' },
      { title: '半年内没有核实的站', names: true },
    ],
    rows: rows.map(({ district, all, gaps }, at) => {
      const counts = freshnessCounts(all, asAt);
      const fresh = [counts['新'], counts['电'], counts['旧'], counts['无'], all.length];
      return [district.name, ...fresh, calls[at]?.gaps.length ?? 0, namesOf(gaps)];
    }),
    gapTitle: '半年内没有核实的站',
    gaps: gapGroups(rows, (station) => stationGap(station)),
  };
}
