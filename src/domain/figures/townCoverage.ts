import { type District, isStreetOrTown, type Town } from '../place/region.ts';
import {
  byDistrict,
  type DataFigure,
  type FigureInput,
  type Gap,
  gapGroups,
  namesOf,
  OWN_REQUIREMENT,
  sourceOf,
  targetOf,
} from './figure.ts';
import { isRunning, type Station } from '../station/station.ts';
import { type Figure, figure } from './share.ts';

/** The coverage of the 街镇 of one district. */
export interface DistrictCoverage extends Figure<Town> {
  readonly district: District;
}

/**
 * The share of 街镇 with a 综合 station in operation, for the city and by district (notice 二, 四). Units of kind 其他 do not
 * count.
 */
export function townCoverage(
  stations: readonly Pick<Station, 'type' | 'status' | 'townCode'>[],
  towns: readonly Town[],
  districts: readonly District[],
): Figure<Town> & { readonly districts: readonly DistrictCoverage[] } {
  const served = new Set(
    stations.filter((entry) => entry.type === '综合' && isRunning(entry)).map(({ townCode }) => townCode),
  );
  const counted = towns.filter(isStreetOrTown);
  const covered = (town: Town): boolean => served.has(town.code);
  return {
    ...figure(counted, covered),
    districts: districts.map((district) => ({
      district,
      ...figure(
        counted.filter(({ districtCode }) => districtCode === district.code),
        covered,
      ),
    })),
  };
}

/** The figure of 街镇 that have a 综合 station in operation (notice 二, 四). */
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
