import { isRunning, type Station, STATION_TYPES, type StationType, type Status, STATUSES } from '../station/station.ts';
import { formatDate, type IsoDate } from '../time/dates.ts';
import { byDistrict, gapGroups, sourceOf, stationGap, targetOf, type DataFigure, type FigureInput } from './figure.ts';
import { runningOn } from '../station/operation.ts';

/** The last days of the years before the as-at date, beginning with the year of the first target that has a date. */
function yearEnds({ targets, meta }: FigureInput): IsoDate[] {
  const first = targets.flatMap(({ due }) => due ?? []).sort()[0];
  if (first === undefined) return [];
  const last = Number(meta.asAt.slice(0, 4));
  const years = Array.from({ length: Math.max(0, last - Number(first.slice(0, 4)) + 1) }, (_, at) => last - at);
  return years
    .map((year) => `${year}-12-31`)
    .filter((day) => day < meta.asAt)
    .reverse();
}

/** How the goal is compared: the policy says neither which stations count nor, where it rounds, how many are meant. */
const goalWords = (goal: number): string =>
  `目标的原话见依据的条款；哪几种站算在内，政策没有写，拿${goal}作比较、三种站相加，是本站的安排。`;

/** The figure of stations in operation, compared with the number that a target sets (notice 四). */
export function stationsFigure(input: FigureInput): DataFigure {
  const { stations, districts, meta } = input;
  const target = targetOf(input, 'station-count');
  const { running, byType } = stationCount(stations);
  const goal = target?.goal ?? null;
  const ofType = STATION_TYPES.map((type) => stations.filter((station) => station.type === type));
  const past = yearEnds(input).map((day) => {
    const counts = ofType.map((own) => runningOn(own, day));
    const total = counts.reduce((all, { known }) => all + known, 0);
    const unknown = counts.reduce((all, entry) => all + entry.unknown, 0);
    return { day, cells: [...counts.map(({ known }) => known), total, unknown] };
  });
  const now = { day: meta.asAt, cells: [...STATION_TYPES.map((type) => byType[type]['运行']), running, 0] };
  const dated = [...past, now];
  const waiting = stations.filter(({ status }) => status === '筹建' || status === '暂停');
  return {
    id: 'stations',
    title: '社工站总数',
    noun: '家社工站在运行',
    numerator: running,
    denominator: goal,
    formula: `运行中的综合、专项、居村社工站相加，筹建、暂停、撤并的不算。以前各年的数按设立日期、暂停或撤并的日期推算，当中停过又开的看不出来。${goal === null ? '' : goalWords(goal)}`,
    basis: target?.clause ?? null,
    basisNote: '政策没有定总数。',
    numeratorSource: sourceOf(meta, 'stations.csv'),
    denominatorSource:
      goal === null ? null : { source: `目标：${target?.name ?? ''}，按${goal}比较`, date: target?.due ?? meta.asAt },
    chart: {
      kind: 'bars',
      bars: dated.map(({ day, cells }) => ({
        label: day === meta.asAt ? formatDate(day) : `${day.slice(0, 4)}年底`,
        value: cells[STATION_TYPES.length] ?? 0,
        part: 0,
        whole: Math.max(goal ?? 0, cells[STATION_TYPES.length] ?? 0),
      })),
      key: { value: '运行中的社工站', ...(goal === null ? {} : { rest: `离${goal}家还差的` }) },
      ofWhole: false,
    },
    columns: ['日期', ...STATION_TYPES, '合计', '日期不详'].map((title) => ({ title })),
    rows: dated.map(({ day, cells }) => [day, ...cells]),
    gapTitle: '筹建和暂停的，还没有算进去',
    gaps: gapGroups(
      byDistrict(
        waiting,
        districts,
        ({ townCode }) => townCode,
        () => false,
      ),
      (station) => stationGap(station, station.status),
    ),
  };
}

/**
 * How the numbers of stations that pages show fit together, in one sentence: those in operation, those in lists, and all
 * rows of the table with the 撤并 ones, which keep their pages.
 */
export function countsInWords(stations: readonly Pick<Station, 'type' | 'status'>[]): string {
  const of = (status: Status) => stations.filter((station) => station.status === status).length;
  const [running, starting, paused, closed] = [of('运行'), of('筹建'), of('暂停'), of('撤并')];
  return `数据一共${stations.length}行：运行${running}个，筹建${starting}个，暂停${paused}个，这${running + starting + paused}个列在名单里；另有撤并的${closed}个，只留网页备查。`;
}

/** Counts the stations in operation, all rows, and each type by status (notice 四: 全市建成千家社工站). */
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
