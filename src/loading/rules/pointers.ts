import type { Tables } from '../tables/tables.ts';
import { stationFaults } from './stationRow.ts';
import { at } from '../faults/cellFault.ts';
import type { TableName } from '../../domain/dataset/columns.ts';
import type { DatasetMeta } from '../../domain/dataset/dataset.ts';
import type { Row } from '../../schemas/tables.ts';
import type { Fault } from '../faults/fault.ts';

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
