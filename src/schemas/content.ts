import { z } from 'astro/zod';
import { isValidDate } from '../domain/time/dates.ts';
import { isDocNumber, RELATIONS, VALIDITIES } from '../domain/policy/documents.ts';
import { COLUMN_TYPES } from '../domain/site/pageTags.ts';
import { ELEMENTS, RULES, WRITTEN_ELEMENTS, type Element } from '../domain/policy/interpretation.ts';
import { DRAWINGS } from '../domain/case/case.ts';

/** YAML reads an unquoted date as a Date: both forms are taken, the text form is kept. */
const date = z
  .union([z.string(), z.date()])
  .transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value))
  .refine(isValidDate, '日期按 2026-11-23 的样子写');

const moment = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/u, "时间按 '2026-11-02 09:00' 的样子写，要带引号");

const aliases = z
  .array(z.string().min(1))
  .min(5, '别名至少写五个居民会说的词（aliases）')
  .refine((words) => new Set(words).size === words.length, '别名有重复');

/** YAML reads an unquoted 3 as a number. */
const clauseId = z.union([z.string(), z.number()]).transform(String);
const clauseIds = z.array(clauseId);

/**
 * Original policy texts; the body is locked by `lock`, the SHA-256 of its text without white space (docs/norms.md §4).
 */
export const policySchema = z.strictObject({
  title: z.string().min(1),
  short_title: z.string().min(1),
  doc_number: z.string().refine(isDocNumber, '文号用〔〕，不带空格，如 沪民社工发〔2021〕5号'),
  index_number: z
    .string()
    .regex(/^\d{9,10}\/\d{4}-\d{5}$/u, '索取号的样子是 000000000/2021-00001')
    .optional(),
  issuer: z.string().min(1),
  written_on: date,
  printed_on: date.nullable(),
  released_on: date.nullable(),
  released_note: z.string().default(''),
  disclosure: z.enum(['主动公开', '依申请公开', '不予公开']),
  topic: z.string().min(1),
  validity: z.enum(VALIDITIES),
  valid_until: date.nullable(),
  validity_note: z.string().default(''),
  addressees: z.array(z.string()).default([]),
  copy_to: z.array(z.string()).default([]),
  signed_by_office: z.string().default(''),
  source: z.string().min(1),
  /** How it stands to other documents: their id in documents.csv, or the slug of a policy held in full. */
  relations: z
    .array(
      z.strictObject({
        document: z.string().min(1),
        relation: z.enum(RELATIONS),
        clauses: clauseIds.default([]),
        note: z.string().default(''),
      }),
    )
    .default([]),
  /** Which clauses the types of stations, their names and their staff rest on. */
  rules: z.partialRecord(z.enum(RULES), clauseId).default({}),
  /** What people ask that a clause answers, by its id; for the search alone. */
  asked: z.record(z.string(), z.array(z.string().min(1))).default({}),
  summary: z.string().min(1),
  published_at: moment,
  aliases,
  lock: z
    .string()
    .nullish()
    .transform((value) => value ?? ''),
});

const written = Object.fromEntries(WRITTEN_ELEMENTS.map((element) => [element, z.string().min(1).optional()]));

/**
 * An interpretation always belongs to a policy and to clauses of it (docs/norms.md §4). What it says of each clause
 * stands inside that clause on the policy's page.
 */
export const interpretationSchema = z
  .strictObject({
    title: z.string().min(1),
    policy: z.string().min(1),
    question: z.string().min(1),
    explains: z
      .array(
        z.strictObject({
          clause: clauseId,
          question: z.string().min(1),
          brief: z.array(z.string().min(1)).min(1),
        }),
      )
      .min(1, '至少写一条它解读的条款（explains）')
      .refine((all) => new Set(all.map(({ clause }) => clause)).size === all.length, '同一条写了两次'),
    elements: z.strictObject(written).transform((texts) => texts as Partial<Record<Element, string>>),
    terms: z.array(z.string().min(1)).default([]),
    summary: z.array(z.string().min(1)).length(3, '摘要正好三句话（summary）'),
    audience: z.string().min(1),
    published_at: moment,
    content_source: z.string().min(1),
    updates: z.array(z.strictObject({ on: date, what: z.string().min(1) })).min(1),
    aliases,
  })
  .transform(({ elements, ...head }) => ({
    ...head,
    clauses: head.explains.map(({ clause }) => clause),
    /** The elements that it has, in the order of the norms. */
    elements: ELEMENTS.filter(
      (element) => element === '主要内容' || (element === '关键词诠释' ? head.terms.length > 0 : element in elements),
    ),
    element_texts: elements,
  }));

const consent = z.strictObject({
  reference: z.string().min(1),
  scope: z.string().min(1),
  until: date,
  guardian: z.boolean(),
});

/** Cases: pseudonyms and a consent with an end date, or they don't go out (docs/norms.md §5). */
export const caseSchema = z
  .strictObject({
    title: z.string().min(1),
    summary: z.string().min(1),
    field: z.string().nullable(),
    topic: z.string().min(1),
    published_at: moment,
    drawing: z.enum(DRAWINGS),
    drawing_alt: z.string().min(1),
    services: z.array(z.string()).default([]),
    /** The slug of the policy that the clauses are of. */
    policy: z.string().min(1).nullable().default(null),
    clauses: clauseIds.default([]),
    pseudonym: z.literal(true, { error: '案例里的人要用化名（pseudonym: true）' }),
    consent,
    quote: z.strictObject({ text: z.string().min(1), who: z.string().min(1) }).optional(),
    sample: z.boolean().default(false),
    draft: z.boolean().default(false),
    withdrawn: z.strictObject({ on: date, note: z.string().default('') }).optional(),
    aliases,
  })
  .refine(({ policy, clauses }) => clauses.length === 0 || policy !== null, {
    path: ['policy'],
    message: '写了条款（clauses），没有写是哪份政策：在 policy 里写政策的文件名，如 shmz-2021-5',
  });

/** Plain pages of the site. */
export const pageSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
  keywords: z.array(z.string()).min(1),
  column_type: z.enum(COLUMN_TYPES),
  updated_on: date,
});

/** Chapters of the staff handbook, in order. */
export const helpSchema = z.strictObject({
  title: z.string().min(1),
  order: z.number().int(),
  summary: z.string().min(1),
});

/** Folder of content/ → schema of its front matter. */
export const CONTENT = {
  policies: policySchema,
  interpretations: interpretationSchema,
  cases: caseSchema,
  pages: pageSchema,
  help: helpSchema,
} as const;
