import { z } from 'astro/zod';
import type { TableName } from '../domain/dataset/columns.ts';
import type { TableRecords } from '../domain/dataset/dataset.ts';
import type { Crs } from '../domain/place/coordinates.ts';
import { isDocNumber, VALIDITIES } from '../domain/policy/documents.ts';
import { DOOR_UNITS, PARITIES, PLACE_KINDS } from '../domain/place/place.ts';
import { type Point, TOWN_KINDS } from '../domain/place/region.ts';
import { byUrgency } from '../domain/service/hotline.ts';
import { CHANGE_KINDS } from '../domain/station/changes.ts';
import { PRECISIONS, PUBLISH_LEVELS, STATION_TYPES, STATUSES } from '../domain/station/station.ts';
import {
  address,
  addressOrPlace,
  cell,
  codeOrEmpty,
  clauseRef,
  code,
  count,
  date,
  dateThere,
  decimal,
  list,
  oneOf,
  oneOfOrEmpty,
  optional,
  required,
  slug,
  text,
  yesNo,
} from './cell.ts';
import { camel, placed, pointOf, record } from './record.ts';
import { crs, hours, phones } from './stationCells.ts';

/** The schema of each cell, by table and column. */
const CELLS = {
  stations: {
    id: slug,
    name: required,
    type: oneOf(STATION_TYPES),
    field: optional,
    town_code: code(9),
    committee_code: codeOrEmpty(12),
    address: text,
    lon: decimal,
    lat: decimal,
    crs,
    precision: oneOf(PRECISIONS),
    phone: phones,
    hours,
    hours_note: text,
    host: text,
    operator: optional,
    staff_count: count,
    qualified_count: count,
    services: list,
    accessibility: text,
    directions: text,
    opened_on: date,
    status: oneOf(STATUSES),
    status_note: text,
    status_from: date,
    status_until: date,
    successor: optional,
    verified_on: date,
    verified_by: text,
    source: required,
    publish_level: oneOf(PUBLISH_LEVELS),
    former_names: list,
    external_id: text,
    note: text,
  },
  districts: {
    code: code(6),
    name: required,
    lead_department: text,
    phone: text,
    lead_verified_on: date,
    lon: decimal,
    lat: decimal,
    point_source: text,
  },
  towns: {
    code: code(9),
    district_code: code(6),
    name: required,
    kind: oneOf(TOWN_KINDS),
    lon: decimal,
    lat: decimal,
    point_source: text,
    served_by: codeOrEmpty(9),
    aliases: list,
  },
  committees: {
    code: code(12),
    town_code: code(9),
    name: required,
    kind: oneOf(['居委会', '村委会', '其他']),
  },
  places: {
    committee_code: code(12),
    kind: oneOf(PLACE_KINDS),
    name: required,
    unit: oneOfOrEmpty(DOOR_UNITS),
    from: count,
    to: count,
    parity: oneOfOrEmpty(PARITIES).transform((parity) => parity ?? '全'),
    inside: text,
    aliases: list,
    note: text,
    source: required,
    as_at: date,
  },
  readings: {
    word: required,
    pinyin: cell((value) =>
      /^[a-zü]+(?: [a-zü]+)*$/u.test(value)
        ? { value }
        : { fault: '不是拼音', remedy: '只用小写字母，一个字一个音节，用空格隔开，不写声调，如 yin hang' },
    ),
    source: required,
  },
  fields: {
    slug,
    name: required,
    full_name: required,
    mark: cell((value) => ([...value].length === 1 ? { value } : { fault: '不是一个字', remedy: '只写一个汉字' })),
    lead_department: text,
    basis: clauseRef,
    named_in: oneOf(['通知', '抄送单位', '推定']),
    sensitive: yesNo,
    hotline: optional,
    summary: required,
    aliases: list,
    english: text,
  },
  topics: { slug, mark: required, name: required, summary: required },
  services: {
    id: slug,
    name: required,
    topic: required,
    fields: list,
    summary: required,
    audience: required,
    fee: required,
    documents: required,
    how_to_apply: required,
    basis: clauseRef,
    aliases: list.refine((words) => words.length >= 5, {
      message: '别名不到五个',
      params: { remedy: '写五个以上居民会说的词' },
    }),
    decided_by: text,
    hotlines: list,
  },
  organizations: {
    id: slug,
    name: required,
    kind: required,
    district_code: codeOrEmpty(6),
    phone: text,
    summary: text,
    source: required,
  },
  needs: { word: required, topic: required, services: list, fields: list, crisis: list.transform(byUrgency) },
  hotlines: {
    number: cell((value) =>
      /^\d{3,12}$/u.test(value) ? { value } : { fault: '不是热线号码', remedy: '只写数字，如 12345' },
    ),
    name: required,
    purpose: required,
    crisis: yesNo,
    source: required,
    verified_on: dateThere('没有核实日期', '写上核对公开资料的日期'),
    english: text,
  },
  targets: {
    id: slug,
    due: date,
    name: required,
    metric: required,
    goal: count,
    clause: clauseRef,
    quote: required,
  },
  documents: {
    id: slug,
    title: required,
    doc_number: cell((value) =>
      value === '' || isDocNumber(value)
        ? { value }
        : { fault: '不是文号', remedy: '用〔〕，不带空格，如 中办发〔2017〕11号；不知道就留空' },
    ),
    issuer: text,
    validity: oneOf(VALIDITIES),
    other_titles: list,
    known: required,
    source: required,
  },
  glossary: { slug, term: required, definition: required, source: text },
  changes: {
    on: dateThere('没有日期', '写上从哪一天的数据起是这样'),
    station: slug,
    kind: oneOf(CHANGE_KINDS),
    before: text,
    after: text,
  },
  holidays: {
    day: dateThere('没有日期', '写上哪一天，如 2027-01-01'),
    kind: oneOf(['休', '班']),
    name: required,
    source: required,
  },
  redirects: { from: address, to: addressOrPlace },
} as const;

/**
 * The schema of each table, from cells to the record of a checked row. `toWgs84` converts a point; a coordinate without
 * its system or its other half becomes null, which a rule reports.
 */
export function rowSchemas(toWgs84: (point: Point, crs: Crs) => Point) {
  return {
    stations: z.object(CELLS.stations).transform(({ lon, lat, crs, phone, note: _internal, ...row }) => {
      const point = pointOf(lon, lat);
      return { ...camel(row), phones: phone, point: point === null || crs === null ? null : toWgs84(point, crs) };
    }),
    districts: z.object(CELLS.districts).transform(placed),
    towns: z.object(CELLS.towns).transform(placed),
    committees: record(CELLS.committees),
    places: z.object(CELLS.places).transform(({ note: _internal, ...row }) => camel(row)),
    readings: record(CELLS.readings),
    fields: record(CELLS.fields),
    topics: record(CELLS.topics),
    services: record(CELLS.services),
    organizations: record(CELLS.organizations),
    needs: record(CELLS.needs),
    hotlines: record(CELLS.hotlines),
    targets: record(CELLS.targets),
    documents: record(CELLS.documents),
    glossary: record(CELLS.glossary),
    changes: record(CELLS.changes),
    holidays: record(CELLS.holidays),
    redirects: record(CELLS.redirects),
  } satisfies { readonly [T in TableName]: z.ZodType<TableRecords[T]> };
}
