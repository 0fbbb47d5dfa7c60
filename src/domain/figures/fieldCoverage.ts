import { type DataFigure, type FigureInput, sourceOf, targetOf } from './figure.ts';
import { type Figure, figure } from './share.ts';
import { stationCount } from './stationCount.ts';
import type { Field } from '../service/service.ts';
import { isStreetOrTown, type Town } from '../place/region.ts';
import { isRunning, type Station } from '../station/station.ts';

/** The coverage of one field: its stations in operation, and the 街镇 that have one. */
export interface FieldCoverage extends Figure<Town> {
  readonly field: Field;
  readonly stations: number;
}

/** The coverage of each field, in the order of the fields (notice 四: 应建尽建 names no denominator). */
export function fieldsCoverage(
  stations: readonly Pick<Station, 'type' | 'status' | 'field' | 'townCode'>[],
  towns: readonly Town[],
  fields: readonly Field[],
): readonly FieldCoverage[] {
  const counted = towns.filter(isStreetOrTown);
  return fields.map((field) => {
    const own = stations.filter((entry) => entry.type === '专项' && entry.field === field.slug && isRunning(entry));
    const places = new Set(own.map(({ townCode }) => townCode));
    return { field, stations: own.length, ...figure(counted, ({ code }) => places.has(code)) };
  });
}

/** The figure of 专项 stations by field. It has no denominator, because no policy names one (notice 四). */
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
