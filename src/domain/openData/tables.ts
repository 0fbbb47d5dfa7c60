import { TABLES, type Column, type ColumnName, type TableName } from '../dataset/columns.ts';
import { CHANGE_KINDS } from '../station/changes.ts';
import { PRECISIONS, PUBLISH_LEVELS, STATION_TYPES, STATUSES } from '../station/station.ts';
import { DOOR_UNITS, PARITIES, PLACE_KINDS } from '../place/place.ts';
import { TOWN_KINDS } from '../place/region.ts';

/** The value of a published cell. In CSV the parts of a list are joined with 、. */
export type Value = string | number | boolean | null | readonly string[];

/** A published row, under the names of its columns. */
export type Facts = Readonly<Record<string, Value>>;

/** What the cells of a column hold; text that may be empty, unless it says otherwise. */
export interface Holds {
  readonly type: 'text' | 'list' | 'number' | 'integer' | 'yes-no' | 'date';
  readonly required?: true;
  readonly choices?: readonly string[];
  /** A regular expression that the whole cell matches. */
  readonly pattern?: string;
  readonly least?: number;
  readonly most?: number;
}

interface Definition<T extends TableName> {
  readonly title: string;
  readonly about: string;
  /** The columns that identify a row; none where only all of them together do. */
  readonly key: readonly ColumnName<T>[];
  readonly refers: Partial<Record<ColumnName<T>, OpenTableName>>;
  readonly holds: Partial<Record<ColumnName<T>, Holds>>;
  /** Columns that are not published. */
  readonly hidden: readonly ColumnName<T>[];
}

/** The published tables, in the order of the page. */
export const OPEN_TABLE_NAMES = [
  'stations',
  'services',
  'organizations',
  'fields',
  'districts',
  'towns',
  'committees',
  'places',
  'changes',
] as const satisfies readonly TableName[];
export type OpenTableName = (typeof OPEN_TABLE_NAMES)[number];

const id = { type: 'text', required: true, pattern: '[a-z0-9]+(?:-[a-z0-9]+)*' } as const;
const code = (digits: number) => ({ type: 'text', required: true, pattern: `\\d{${digits}}` }) as const;
const text = { type: 'text', required: true } as const;
const choice = (choices: readonly string[]): Holds => ({ type: 'text', required: true, choices });
const list = { type: 'list' } as const;
const date = { type: 'date' } as const;
const count = { type: 'integer', least: 0 } as const;
const degrees = (most: number): Holds => ({ type: 'number', least: -most, most });

const DEFINITIONS: { readonly [T in OpenTableName]: Definition<T> } = {
  stations: {
    title: '社工站',
    about: '每个站一行，撤并的也在',
    key: ['id'],
    refers: {
      field: 'fields',
      town_code: 'towns',
      committee_code: 'committees',
      operator: 'organizations',
      successor: 'stations',
    },
    holds: {
      id,
      name: text,
      type: choice(STATION_TYPES),
      town_code: code(9),
      lon: degrees(180),
      lat: degrees(90),
      precision: choice(PRECISIONS),
      phone: list,
      staff_count: count,
      qualified_count: count,
      services: list,
      opened_on: date,
      status: choice(STATUSES),
      status_from: date,
      status_until: date,
      verified_on: date,
      source: text,
      publish_level: choice(PUBLISH_LEVELS),
      former_names: list,
    },
    hidden: ['crs', 'note'],
  },
  services: {
    title: '服务',
    about: '能办的事、为谁、要带什么、怎么办',
    key: ['id'],
    refers: {},
    holds: { id, name: text, fields: list, basis: text, aliases: list, hotlines: list },
    hidden: [],
  },
  organizations: {
    title: '机构',
    about: '承接社工站的机构',
    key: ['id'],
    refers: { district_code: 'districts' },
    holds: { id, name: text, source: text },
    hidden: [],
  },
  fields: {
    title: '领域',
    about: '专项站的领域和出处',
    key: ['slug'],
    refers: {},
    holds: {
      slug: id,
      name: text,
      basis: text,
      named_in: choice(['通知', '抄送单位', '推定']),
      sensitive: { type: 'yes-no', required: true },
      aliases: list,
    },
    hidden: [],
  },
  districts: {
    title: '区',
    about: '行政区划名录',
    key: ['code'],
    refers: {},
    holds: { code: code(6), name: text, lead_verified_on: date, lon: degrees(180), lat: degrees(90) },
    hidden: [],
  },
  towns: {
    title: '街镇',
    about: '行政区划名录，代表点是约略位置',
    key: ['code'],
    refers: { district_code: 'districts', served_by: 'towns' },
    holds: {
      code: code(9),
      district_code: code(6),
      name: text,
      kind: choice(TOWN_KINDS),
      lon: degrees(180),
      lat: degrees(90),
      aliases: list,
    },
    hidden: [],
  },
  committees: {
    title: '居村委',
    about: '行政区划名录',
    key: ['code'],
    refers: { town_code: 'towns' },
    holds: { code: code(12), town_code: code(9), name: text, kind: choice(['居委会', '村委会', '其他']) },
    hidden: [],
  },
  places: {
    title: '管辖范围',
    about: '哪个小区、哪段门牌归哪个居村委',
    key: [],
    refers: { committee_code: 'committees' },
    holds: {
      committee_code: code(12),
      kind: choice(PLACE_KINDS),
      name: text,
      unit: { type: 'text', choices: DOOR_UNITS },
      from: count,
      to: count,
      parity: choice(PARITIES),
      aliases: list,
      source: text,
      as_at: date,
    },
    hidden: ['note'],
  },
  changes: {
    title: '变更记录',
    about: '新增、迁址、更名、撤并、换电话、改时间',
    key: ['on', 'station', 'kind'],
    refers: {},
    holds: { on: { ...date, required: true }, station: id, kind: choice(CHANGE_KINDS) },
    hidden: [],
  },
};

/** A published column: its entry in the dictionary and what its cells hold. */
export interface OpenColumn extends Column {
  readonly holds: Holds;
  /** The table that its cells refer to; null where they refer to none. */
  readonly refers: OpenTableName | null;
}

/** A published table: its key and its columns. */
export interface OpenTable {
  readonly name: OpenTableName;
  readonly title: string;
  readonly about: string;
  readonly key: readonly string[];
  readonly columns: readonly OpenColumn[];
}

/** The published form of a table: the columns of the dictionary without those that are not published. */
export function openTable(name: OpenTableName): OpenTable {
  const { title, about, key, refers, holds, hidden }: Definition<OpenTableName> = DEFINITIONS[name];
  const columns: readonly Column[] = TABLES[name];
  const inside: readonly string[] = hidden;
  return {
    name,
    title,
    about,
    key,
    columns: columns
      .filter((column) => !inside.includes(column.name))
      .map((column) => ({
        ...column,
        holds: (holds as Readonly<Record<string, Holds>>)[column.name] ?? { type: 'text' },
        refers: (refers as Readonly<Record<string, OpenTableName>>)[column.name] ?? null,
      })),
  };
}

/** A value as a cell of a CSV file; null for an empty cell. */
export function cellOf(value: Value | undefined): string | number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'object' ? value.join('、') : value;
}
