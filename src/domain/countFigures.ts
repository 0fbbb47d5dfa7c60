import { fieldsCoverage, stationCount, townCoverage } from './coverage.ts';
import { formatDate, type IsoDate } from './dates.ts';
import {
  byDistrict,
  gapGroups,
  namesOf,
  OWN_REQUIREMENT,
  sourceOf,
  stationGap,
  targetOf,
  type DataFigure,
  type FigureInput,
  type Gap,
} from './figure.ts';
import { runningOn } from './operation.ts';
import { isStreetOrTown, type Town } from './region.ts';
import { STATION_TYPES } from './station.ts';

/** The ends of the years from that of the first target on that has a day, up to the as-at date. */
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

/** Stations in operation, towards the number that a target sets (notice 四). */
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
    formula:
      '运行中的综合、专项、居村社工站相加，筹建、暂停、撤并的不算。以前各年的数按设立日期、暂停或撤并的日期推算，当中停过又开的看不出来。',
    basis: target?.clause ?? null,
    basisNote: '政策没有定总数。',
    numeratorSource: sourceOf(meta, 'stations.csv'),
    denominatorSource: goal === null ? null : { source: `目标：${target?.name ?? ''}`, date: target?.due ?? meta.asAt },
    chart: {
      kind: 'bars',
      bars: dated.map(({ day, cells }) => ({
        label: day === meta.asAt ? formatDate(day) : `${day.slice(0, 4)}年底`,
        value: cells[STATION_TYPES.length] ?? 0,
        part: 0,
        whole: Math.max(goal ?? 0, cells[STATION_TYPES.length] ?? 0),
      })),
      key: { value: '运行中的社工站', ...(goal === null ? {} : { rest: `离目标 ${goal} 家还差的` }) },
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

/** 街镇 that have a 综合 station in operation (notice 二, 四). */
export function coverageFigure(input: FigureInput): DataFigure {
  const { stations, towns, districts, meta } = input;
  const { numerator, denominator, gaps } = townCoverage(stations, towns, districts);
  const missing = new Set(gaps);
  const rows = byDistrict(
    towns.filter(isStreetOrTown),
    districts,
    ({ code }) => code,
    (town) => !missing.has(town),
  );
  const gap = ({ code, name }: Town): Gap => ({ kind: 'town', id: code, name, remark: '' });
  return {
    id: 'coverage',
    title: '综合社工站覆盖',
    noun: '个街镇有综合社工站',
    numerator,
    denominator,
    formula: '有运行中的综合站的街镇，除以全部街镇。一个街镇有几个综合站也只算一个；开发区、农场等不是街镇的不算。',
    basis: targetOf(input, 'town-coverage')?.clause ?? null,
    basisNote: OWN_REQUIREMENT,
    numeratorSource: sourceOf(meta, 'stations.csv'),
    denominatorSource: sourceOf(meta, 'towns.csv'),
    chart: {
      kind: 'cells',
      rows: rows.map(({ district, all, good }) => ({
        label: district.name,
        cells: all.map((town) => good.includes(town)),
      })),
      key: { value: '有综合社工站的街镇', rest: '还没有的街镇' },
    },
    columns: [
      { title: '区' },
      { title: '有综合站的街镇' },
      { title: '全部街镇' },
      { title: '还没有综合站的街镇', names: true },
    ],
    rows: rows.map((row) => [row.district.name, row.good.length, row.all.length, namesOf(row.gaps)]),
    gapTitle: '还没有综合社工站的街镇',
    gaps: gapGroups(rows, gap),
  };
}

/** 专项 stations by field; without a denominator, since no policy names one (notice 四). */
export function specialFigure(input: FigureInput): DataFigure {
  const { stations, towns, fields, meta } = input;
  const rows = fieldsCoverage(stations, towns, fields);
  const none = rows.filter((row) => row.stations === 0);
  const most = Math.max(0, ...rows.map((row) => row.stations));
  return {
    id: 'special',
    title: '专项社工站，按领域',
    noun: '家专项社工站在运行',
    numerator: stationCount(stations).byType['专项']['运行'],
    denominator: null,
    formula: '运行中的专项站，按领域数。专项站按需要设，政策没有写应当建多少，所以没有分母，也不算比例。',
    basis: targetOf(input, 'special')?.clause ?? null,
    basisNote: '政策没有定数目。',
    numeratorSource: sourceOf(meta, 'stations.csv'),
    denominatorSource: null,
    chart: {
      kind: 'bars',
      bars: rows
        .toSorted((a, b) => b.stations - a.stations)
        .map((row) => ({ label: row.field.name, value: row.stations, part: 0, whole: most === 0 ? 0 : row.stations })),
      key: { value: '运行中的专项社工站' },
      ofWhole: false,
    },
    columns: ['领域', '运行中的站', '有站的街镇', '全部街镇'].map((title) => ({ title })),
    rows: rows.map((row) => [row.field.fullName, row.stations, row.numerator, row.denominator]),
    gapTitle: '一个站也没有的领域',
    gaps:
      none.length === 0
        ? []
        : [
            {
              name: '',
              gaps: none.map(({ field }) => ({ kind: 'field', id: field.slug, name: field.fullName, remark: '' })),
            },
          ],
  };
}
