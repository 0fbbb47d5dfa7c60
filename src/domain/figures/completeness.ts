import { isExactlyPlaced, isRunning, type Station } from '../station/station.ts';
import {
  type DataFigure,
  type FigureInput,
  gapGroups,
  namesOf,
  OWN_REQUIREMENT,
  shares,
  sourceOf,
  stationGap,
  sum,
} from './figure.ts';

/** The items that a complete row holds: our own requirement, in the order of the table. */
export const ITEMS = [
  { name: '电话', has: ({ phones }) => phones.length > 0 },
  // A note on the hours alone is not enough: it does not say on which days.
  { name: '开放时间', has: ({ hours }) => hours !== null },
  { name: '地址', has: ({ address }) => address !== '' },
  { name: '准确位置', has: (station) => isExactlyPlaced(station) },
  { name: '人数', has: ({ staffCount }) => staffCount !== null },
  { name: '设立日期', has: ({ openedOn }) => openedOn !== null },
  { name: '核实日期', has: ({ verifiedOn }) => verifiedOn !== null },
] as const satisfies readonly { readonly name: string; readonly has: (station: Station) => boolean }[];

/** Whether a row holds all items. */
export const isComplete = (station: Station): boolean => ITEMS.every(({ has }) => has(station));

/** The figure of complete rows among the stations in operation. */
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
    noun: `家社工站的${ITEMS.length}项资料都有`,
    numerator: sum(rows.map(({ good }) => good)),
    denominator: running.length,
    formula: `运行中的站里，${ITEMS.map(({ name }) => name).join('、')}这${ITEMS.length}项都登记了的。`,
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
