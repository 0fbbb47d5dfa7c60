import { columnTitle, type TableName } from '../domain/dataset/columns.ts';
import type { DataRule } from '../domain/rules/dataRules.ts';
import type { DatasetMeta } from '../domain/dataset/dataset.ts';
import type { Row } from '../schemas/tables.ts';
import type { ReadTable } from './csv.ts';
import { ruleFault, type Fault } from './faults.ts';

/** All tables as read, under their names. */
export type Tables = { readonly [T in TableName]: ReadTable<T> };

const KEYS = {
  stations: 'id',
  districts: 'code',
  towns: 'code',
  committees: 'code',
  fields: 'slug',
  topics: 'slug',
  services: 'id',
  organizations: 'id',
  needs: 'word',
  hotlines: 'number',
  targets: 'id',
  documents: 'id',
  glossary: 'slug',
  redirects: 'from',
} as const satisfies { [T in Exclude<TableName, 'changes'>]: keyof Row<T> };

/** Tables whose rows have a name of their own. */
type KeyedTable = keyof typeof KEYS;

const keySet = <T extends KeyedTable>(tables: Tables, table: T): Set<string> =>
  new Set(tables[table].rows.map(({ value }) => String((value as Record<string, unknown>)[KEYS[table]])));

function duplicateFaults(tables: Tables, table: KeyedTable): Fault[] {
  const first = new Map<string, number>();
  const faults: Fault[] = [];
  for (const { row, value } of tables[table].rows) {
    const key = String((value as Record<string, unknown>)[KEYS[table]]);
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    else faults.push(at('key-twice', table, row, KEYS[table], key, `和第 ${before} 行重复`, '每一行用自己的编号'));
  }
  return faults;
}

/** A fault in one cell of a table. */
export function at(
  code: DataRule,
  table: TableName,
  row: number,
  column: string,
  value: string,
  message: string,
  remedy = '',
): Fault {
  return { ...ruleFault(code, `${table}.csv`, value, message, remedy), row, column: columnTitle(table, column) };
}

interface Reference<T extends TableName> {
  readonly from: T;
  readonly column: keyof Row<T> & string;
  readonly to: KeyedTable;
}

const reference = <T extends TableName>(from: T, column: keyof Row<T> & string, to: KeyedTable): Reference<T> => ({
  from,
  column,
  to,
});

const REFERENCES = [
  reference('towns', 'district_code', 'districts'),
  reference('towns', 'served_by', 'towns'),
  reference('committees', 'town_code', 'towns'),
  reference('stations', 'town_code', 'towns'),
  reference('stations', 'committee_code', 'committees'),
  reference('stations', 'field', 'fields'),
  reference('stations', 'operator', 'organizations'),
  reference('stations', 'services', 'services'),
  reference('stations', 'successor', 'stations'),
  reference('services', 'topic', 'topics'),
  reference('services', 'fields', 'fields'),
  reference('fields', 'hotline', 'hotlines'),
  reference('organizations', 'district_code', 'districts'),
  reference('needs', 'topic', 'topics'),
  reference('needs', 'services', 'services'),
  reference('needs', 'fields', 'fields'),
  reference('needs', 'crisis', 'hotlines'),
] as const;

function danglingFaults(tables: Tables, { from, column, to }: (typeof REFERENCES)[number]): Fault[] {
  // Rows that could not be read may be the ones that are pointed to: say nothing then.
  if (tables[to].faults.length > 0) return [];
  const known = keySet(tables, to);
  return tables[from].rows.flatMap(({ row, value }) => {
    const held = (value as Record<string, unknown>)[column];
    const pointers = Array.isArray(held) ? held.map(String) : typeof held === 'string' ? [held] : [];
    return pointers
      .filter((pointer) => !known.has(pointer))
      .map((pointer) =>
        at(
          'pointer-nowhere',
          from,
          row,
          column,
          pointer,
          `在 ${to}.csv 里找不到`,
          `先在 ${to}.csv 里加上，或改成已有的`,
        ),
      );
  });
}

function stationFaults(tables: Tables, meta: DatasetMeta | null): Fault[] {
  const types = new Map(tables.stations.rows.map(({ value }) => [value.id, value]));
  return tables.stations.rows.flatMap(({ row, value: station }) => {
    const fault = (
      code: DataRule,
      column: keyof Row<'stations'> & string,
      value: string | null,
      message: string,
      remedy: string,
    ) => at(code, 'stations', row, column, value ?? '', message, remedy);
    const faults: Fault[] = [];
    if ((station.lon === null) !== (station.lat === null)) {
      faults.push(
        fault('coordinate-half', 'lon', String(station.lon ?? station.lat), '经度和纬度只有一个', '两格都填，或都留空'),
      );
    }
    if (station.lon !== null && station.crs === null) {
      faults.push(fault('crs-missing', 'crs', '', '有坐标，没写坐标系', '填坐标是从哪种地图上取的，如 GCJ02'));
    }
    if (station.precision !== '街镇' && station.lon === null) {
      faults.push(
        fault('precision-no-point', 'precision', station.precision, '没有坐标', '位置精度改成“街镇”，或补上坐标'),
      );
    }
    if (station.type === '专项' && station.field === null) {
      faults.push(fault('field-missing', 'field', '', '专项站没有写领域', '填领域表里的代号'));
    }
    if (station.type !== '专项' && station.field !== null) {
      faults.push(fault('field-extra', 'field', station.field, '只有专项站写领域', '留空，或把类型改成“专项”'));
    }
    if (station.type === '居村' && station.committee_code === null) {
      faults.push(fault('committee-missing', 'committee_code', '', '居村站没有写居村代码', '填居村委的 12 位代码'));
    }
    if (station.committee_code !== null && !station.committee_code.startsWith(station.town_code)) {
      faults.push(
        fault(
          'committee-outside',
          'committee_code',
          station.committee_code,
          '不在这个街镇里',
          '检查街镇代码和居村代码',
        ),
      );
    }
    if (station.status === '撤并' && station.successor === null) {
      faults.push(fault('successor-missing', 'successor', '', '已撤并，没写以后找哪个站', '填接续站点的编号'));
    }
    if (station.successor !== null && types.get(station.successor)?.status === '撤并') {
      faults.push(
        fault('successor-closed', 'successor', station.successor, '接续的站点自己也撤并了', '直接填现在还在的站'),
      );
    }
    if (station.status_from !== null && station.status_until !== null && station.status_until < station.status_from) {
      faults.push(fault('status-dates', 'status_until', station.status_until, '早于开始日期', '检查两个日期'));
    }
    if (station.staff_count !== null && (station.qualified_count ?? 0) > station.staff_count) {
      faults.push(
        fault(
          'qualified-over-staff',
          'qualified_count',
          String(station.qualified_count),
          '比工作人员数还多',
          '检查两个数',
        ),
      );
    }
    if (meta !== null && station.verified_on !== null && station.verified_on > meta.asAt) {
      faults.push(
        fault(
          'verified-future',
          'verified_on',
          station.verified_on,
          `晚于数据截止日期 ${meta.asAt}`,
          '改正日期，或更新 datapackage.json 的 as_at',
        ),
      );
    }
    return faults;
  });
}

function codeFaults(tables: Tables): Fault[] {
  return [
    ...tables.towns.rows
      .filter(({ value }) => !value.code.startsWith(value.district_code))
      .map(({ row, value }) =>
        at('code-outside', 'towns', row, 'code', value.code, `不以区代码 ${value.district_code} 开头`, '检查两个代码'),
      ),
    ...tables.committees.rows
      .filter(({ value }) => !value.code.startsWith(value.town_code))
      .map(({ row, value }) =>
        at(
          'code-outside',
          'committees',
          row,
          'code',
          value.code,
          `不以街镇代码 ${value.town_code} 开头`,
          '检查两个代码',
        ),
      ),
  ];
}

/** A change must be of a station that is there, unless its row was taken out, and not of a day to come. */
function changeFaults(tables: Tables, meta: DatasetMeta | null): Fault[] {
  const known = tables.stations.faults.length > 0 ? null : keySet(tables, 'stations');
  return tables.changes.rows.flatMap(({ row, value: { on, station, kind } }) => [
    ...(known === null || known.has(station) || kind === '移除'
      ? []
      : [
          at(
            'pointer-nowhere',
            'changes',
            row,
            'station',
            station,
            '在 stations.csv 里找不到',
            '改正编号；站点那一行不要删，撤并的也留着',
          ),
        ]),
    ...(meta === null || on === null || on <= meta.asAt
      ? []
      : [
          at(
            'change-future',
            'changes',
            row,
            'on',
            on,
            `晚于数据截止日期 ${meta.asAt}`,
            '改正日期，或更新 datapackage.json 的 as_at',
          ),
        ]),
  ]);
}

/** Faults between rows: duplicate keys, pointers into nowhere, cells of one row that contradict each other. */
export function referenceFaults(tables: Tables, meta: DatasetMeta | null): Fault[] {
  const names = Object.keys(KEYS) as KeyedTable[];
  return [
    ...names.flatMap((table) => duplicateFaults(tables, table)),
    ...REFERENCES.flatMap((entry) => danglingFaults(tables, entry)),
    ...codeFaults(tables),
    ...stationFaults(tables, meta),
    ...changeFaults(tables, meta),
  ];
}
