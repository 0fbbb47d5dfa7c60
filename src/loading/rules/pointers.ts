import type { Tables } from '../tables/tables.ts';
import { stationFaults } from './stationRow.ts';
import { at } from '../faults/cellFault.ts';
import { camelCase, type ColumnName, type TableName } from '../../domain/dataset/columns.ts';
import type { DatasetMeta } from '../../domain/dataset/dataset.ts';
import type { Fault } from '../faults/fault.ts';

const KEYS = {
  stations: 'id',
  districts: 'code',
  towns: 'code',
  committees: 'code',
  readings: 'word',
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
  holidays: 'day',
} as const satisfies { [T in Exclude<TableName, 'changes' | 'places'>]: ColumnName<T> };

/** Tables whose rows have a name of their own. */
type KeyedTable = keyof typeof KEYS;

/** The value that a column has in the record of a row, by the column's machine name. */
const held = (value: object, column: string): unknown => (value as Record<string, unknown>)[camelCase(column)];

const keySet = <T extends KeyedTable>(tables: Tables, table: T): Set<string> =>
  new Set(tables[table].rows.map(({ value }) => String(held(value, KEYS[table]))));

function duplicateFaults(tables: Tables, table: KeyedTable): Fault[] {
  const first = new Map<string, number>();
  const faults: Fault[] = [];
  for (const { row, value } of tables[table].rows) {
    const key = String(held(value, KEYS[table]));
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    else faults.push(at('key-twice', table, row, KEYS[table], key, `和第 ${before} 行重复`));
  }
  return faults;
}

interface Reference<T extends TableName> {
  readonly from: T;
  readonly column: ColumnName<T>;
  readonly to: KeyedTable;
}

const reference = <T extends TableName>(from: T, column: ColumnName<T>, to: KeyedTable): Reference<T> => ({
  from,
  column,
  to,
});

const REFERENCES = [
  reference('towns', 'district_code', 'districts'),
  reference('towns', 'served_by', 'towns'),
  reference('committees', 'town_code', 'towns'),
  reference('places', 'committee_code', 'committees'),
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
  // The table that is pointed to has rows that could not be read: the missing entry may be one of them.
  if (tables[to].faults.length > 0) return [];
  const known = keySet(tables, to);
  return tables[from].rows.flatMap(({ row, value }) => {
    const found = held(value, column);
    const pointers = Array.isArray(found) ? found.map(String) : typeof found === 'string' ? [found] : [];
    return pointers
      .filter((pointer) => !known.has(pointer))
      .map((pointer) => at('pointer-nowhere', from, row, column, pointer, `在 ${to}.csv 里找不到`));
  });
}

function codeFaults(tables: Tables): Fault[] {
  return [
    ...tables.towns.rows
      .filter(({ value }) => !value.code.startsWith(value.districtCode))
      .map(({ row, value }) =>
        at('code-outside', 'towns', row, 'code', value.code, `不以区代码 ${value.districtCode} 开头`),
      ),
    ...tables.committees.rows
      .filter(({ value }) => !value.code.startsWith(value.townCode))
      .map(({ row, value }) =>
        at('code-outside', 'committees', row, 'code', value.code, `不以街镇代码 ${value.townCode} 开头`),
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
    ...(meta === null || on <= meta.asAt
      ? []
      : [at('change-future', 'changes', row, 'on', on, `晚于数据截止日期 ${meta.asAt}`)]),
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
