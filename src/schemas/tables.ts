import { z } from 'astro/zod';
import { CRS } from '../domain/place/coordinates.ts';
import { isDocNumber, VALIDITIES } from '../domain/policy/documents.ts';
import { parseHours } from '../domain/station/hours/grammar.ts';
import { parsePhones } from '../domain/station/phone.ts';
import { TOWN_KINDS } from '../domain/place/region.ts';
import { CHANGE_KINDS } from '../domain/station/changes.ts';
import { PRECISIONS, PUBLISH_LEVELS, STATION_TYPES, STATUSES } from '../domain/station/station.ts';
import {
  cell,
  clauseRef,
  code,
  count,
  date,
  decimal,
  list,
  oneOf,
  optional,
  required,
  slug,
  text,
  yesNo,
} from './cell.ts';

const phones = cell((value) => {
  const { phones: found, faults } = parsePhones(value);
  if (found.some(({ kind }) => kind === '手机')) {
    return { fault: '有手机号，可能是个人的', remedy: '换成单位的座机或热线，个人手机不公布', code: 'phone-mobile' };
  }
  return faults.length === 0
    ? { value: found }
    : { fault: faults.join('；'), remedy: '写成 021-64371234；几个号码之间用顿号', code: 'phone-form' };
});

const hours = cell((value) => {
  const { hours: found, faults } = parseHours(value);
  return faults.length === 0
    ? { value: found }
    : {
        fault: faults.join('；'),
        remedy: '写成：周一至周五 9:00-11:30、13:00-17:00；国定假日休息',
        code: 'hours-form',
      };
});

/** An empty 坐标系 is read only where there is no coordinate (checked with the row). */
const crs = cell((value) => {
  if (value === '') return { value: null };
  const found = CRS.find((name) => name === value);
  return found === undefined ? { fault: '不认识的坐标系', remedy: `只能填：${CRS.join('、')}` } : { value: found };
});

const codeOrEmpty = (digits: number) =>
  cell<string | null>((value) => {
    if (value === '') return { value: null };
    return value.length === digits && /^\d+$/u.test(value)
      ? { value }
      : { fault: `不是 ${digits} 位代码`, remedy: `填 ${digits} 位数字，没有就留空` };
  });

/** Characters that mean something to a web server stay out. */
const ADDRESS = /^\/[^\s?#"'`{}\\$;*<>]*$/u;

const address = cell((value) =>
  ADDRESS.test(value)
    ? { value }
    : { fault: '不是本站的网址', remedy: '从 / 写起，不带域名、问号和井号，如 /stations/310104008-z/' },
);

const addressOrPlace = cell((value) =>
  ADDRESS.test(value.replace(/#[a-z0-9-]+$/u, ''))
    ? { value }
    : { fault: '不是本站的网址', remedy: '从 / 写起，不带域名和问号，如 /policies/shmz-2021-5/#3-2' },
);

/** One schema a table: cells in, checked values out, still under the machine names of the columns. */
export const ROWS = {
  stations: z.object({
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
  }),
  districts: z.object({
    code: code(6),
    name: required,
    lead_department: text,
    phone: text,
    lon: decimal,
    lat: decimal,
    point_source: text,
  }),
  towns: z.object({
    code: code(9),
    district_code: code(6),
    name: required,
    kind: oneOf(TOWN_KINDS),
    lon: decimal,
    lat: decimal,
    point_source: text,
    served_by: codeOrEmpty(9),
    aliases: list,
  }),
  committees: z.object({
    code: code(12),
    town_code: code(9),
    name: required,
    kind: oneOf(['居委会', '村委会', '其他']),
  }),
  fields: z.object({
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
  }),
  topics: z.object({ slug, mark: required, name: required, summary: required }),
  services: z.object({
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
  }),
  organizations: z.object({
    id: slug,
    name: required,
    kind: required,
    district_code: codeOrEmpty(6),
    phone: text,
    summary: text,
    source: required,
  }),
  needs: z.object({ word: required, topic: required, services: list, fields: list, crisis: list }),
  hotlines: z.object({
    number: cell((value) =>
      /^\d{3,12}$/u.test(value) ? { value } : { fault: '不是热线号码', remedy: '只写数字，如 12345' },
    ),
    name: required,
    purpose: required,
    crisis: yesNo,
    source: required,
    verified_on: date.refine((value) => value !== null, {
      message: '没有核实日期',
      params: { remedy: '写上核对公开资料的日期' },
    }),
  }),
  targets: z.object({
    id: slug,
    due: date,
    name: required,
    metric: required,
    goal: count,
    clause: clauseRef,
    quote: required,
  }),
  documents: z.object({
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
  }),
  glossary: z.object({ slug, term: required, definition: required, source: text }),
  changes: z.object({
    on: date.refine((value) => value !== null, {
      message: '没有日期',
      params: { remedy: '写上从哪一天的数据起是这样' },
    }),
    station: slug,
    kind: oneOf(CHANGE_KINDS),
    before: text,
    after: text,
  }),
  redirects: z.object({ from: address, to: addressOrPlace }),
} as const;

/** A checked row of the named table. */
export type Row<T extends keyof typeof ROWS> = z.output<(typeof ROWS)[T]>;
