import { ITEMS, isComplete } from './completeness.ts';
import { freshnessCounts, staffing } from './coverage.ts';
import {
  byDistrict,
  districtBar,
  gapGroups,
  namesOf,
  OWN_REQUIREMENT,
  sourceOf,
  stationGap,
  targetOf,
  type DataFigure,
  type FigureInput,
} from './figure.ts';
import { CALL_FIRST_DAYS, FRESH_DAYS, freshnessOf } from './freshness.ts';
import type { Station } from './station.ts';
import { needsCall } from './worklist.ts';

const isRunning = ({ status }: Station) => status === '运行';
const sum = (rows: readonly { readonly length: number }[]) => rows.reduce((total, { length }) => total + length, 0);

/** Stations shared out among the districts. */
const shares = (rows: readonly Station[], { districts }: FigureInput, isGood: (station: Station) => boolean) =>
  byDistrict(rows, districts, ({ townCode }) => townCode, isGood);

/** 综合 stations with enough staff; null where no target names a least number (notice 三（二）). */
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
    noun: `家综合社工站有 ${least} 名以上工作人员`,
    numerator,
    denominator,
    formula: `运行中、登记了人数的综合站里，有 ${least} 名以上工作人员的。另有 ${unknown} 家没有登记人数，分子分母都不算。`,
    basis: target.clause,
    basisNote: '',
    numeratorSource: sourceOf(input.meta, 'stations.csv'),
    denominatorSource: sourceOf(input.meta, 'stations.csv'),
    chart: {
      kind: 'bars',
      bars: rows.map(districtBar),
      key: { value: `有 ${least} 名以上的综合站`, rest: `不到 ${least} 名的` },
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
    gapTitle: `不到 ${least} 名工作人员的综合站`,
    gaps: gapGroups(rows, (station) => stationGap(station, `${station.staffCount ?? 0} 名`)),
  };
}

/** Names that follow the rule (notice 三（一）). */
export function namingFigure(input: FigureInput): DataFigure {
  const deviations = new Map(
    input.stations.filter(isRunning).map((station) => [station, input.nameDeviation(station)] as const),
  );
  const rows = shares([...deviations.keys()], input, (station) => deviations.get(station) === null);
  return {
    id: 'naming',
    title: '名称和标识',
    noun: '家社工站的名称按统一的写法',
    numerator: sum(rows.map(({ good }) => good)),
    denominator: deviations.size,
    formula: '运行中的站里，名称和按规则推出来的一字不差的。门口的标牌有没有挂、挂得对不对，数据里没有，这里只比名称。',
    basis: input.namingRule,
    basisNote: OWN_REQUIREMENT,
    numeratorSource: sourceOf(input.meta, 'stations.csv'),
    denominatorSource: sourceOf(input.meta, 'stations.csv'),
    chart: {
      kind: 'bars',
      bars: rows.map(districtBar),
      key: { value: '名称按统一写法的站', rest: '写法不同的' },
      ofWhole: true,
    },
    columns: [
      { title: '区' },
      { title: '名称按统一写法的站' },
      { title: '运行中的站' },
      { title: '写法不同的站', names: true },
    ],
    rows: rows.map((row) => [row.district.name, row.good.length, row.all.length, namesOf(row.gaps)]),
    gapTitle: '名称写法不同的站',
    gaps: gapGroups(rows, (station) => stationGap(station, `应写${deviations.get(station)?.expected ?? ''}`)),
  };
}

/** Rows that say everything that a row should say. */
export function completenessFigure(input: FigureInput): DataFigure {
  const running = input.stations.filter(isRunning);
  const rows = shares(running, input, isComplete);
  const count = (stations: readonly Station[], has: (station: Station) => boolean) => stations.filter(has).length;
  const missing = (station: Station) =>
    ITEMS.filter(({ has }) => !has(station))
      .map(({ name }) => name)
      .join('、');
  return {
    id: 'completeness',
    title: '数据完整',
    noun: `家社工站的 ${ITEMS.length} 项资料都有`,
    numerator: sum(rows.map(({ good }) => good)),
    denominator: running.length,
    formula: `运行中的站里，${ITEMS.map(({ name }) => name).join('、')}这 ${ITEMS.length} 项都登记了的。`,
    basis: null,
    basisNote: OWN_REQUIREMENT,
    numeratorSource: sourceOf(input.meta, 'stations.csv'),
    denominatorSource: sourceOf(input.meta, 'stations.csv'),
    chart: {
      kind: 'bars',
      bars: ITEMS.map(({ name, has }) => ({ label: name, value: count(running, has), part: 0, whole: running.length })),
      key: { value: '登记了这一项的站', rest: '没有登记的' },
      ofWhole: true,
    },
    columns: [
      { title: '区' },
      { title: `${ITEMS.length}项都有` },
      { title: '运行中的站' },
      ...ITEMS.map(({ name }) => ({ title: name })),
      { title: '缺项的站', names: true },
    ],
    rows: rows.map(({ district, all, good, gaps }) => [
      district.name,
      good.length,
      all.length,
      ...ITEMS.map(({ has }) => count(all, has)),
      namesOf(gaps),
    ]),
    gapTitle: '资料有缺项的站',
    gaps: gapGroups(rows, (station) => stationGap(station, `缺${missing(station)}`)),
  };
}

/** Rows verified within half a year before the as-at date (product.md, Freshness). */
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
    formula: `运行中的站里，核实日期在截止日前 ${FRESH_DAYS} 天以内的。${FRESH_DAYS} 天到 ${CALL_FIRST_DAYS} 天的，去之前先打电话；更早和没有核实过的，页面上写“信息待核实”。要回访的站在数字表里另有一列，筹建和暂停的也算。`,
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
