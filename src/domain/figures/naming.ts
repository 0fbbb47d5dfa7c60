import {
  districtBar,
  gapGroups,
  namesOf,
  OWN_REQUIREMENT,
  shares,
  sourceOf,
  stationGap,
  sum,
  type DataFigure,
  type FigureInput,
} from './figure.ts';
import { isRunning } from '../station/station.ts';

/** The figure of stations whose names follow the rule (notice 三（一）). */
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
