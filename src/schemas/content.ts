import { z } from 'astro/zod';
import { isValidDate } from '../domain/time/dates.ts';
import { isDocNumber, RELATIONS, VALIDITIES } from '../domain/policy/documents.ts';
import { DEGREES, needsWhom } from '../domain/policy/degree.ts';
import { COLUMN_TYPES } from '../domain/site/pageTags.ts';
import { ELEMENTS, RULES, WRITTEN_ELEMENTS, type Element } from '../domain/policy/interpretation.ts';
import { DRAWINGS } from '../domain/case/case.ts';

/** A date of front matter as text; YAML parses an unquoted date into a Date object. */
const date = z
  .union([z.string(), z.date()])
  .transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value))
  .refine(isValidDate, '日期按 2026-11-23 的样子写');

const moment = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/u, "时间按 '2026-11-02 09:00' 的样子写，要带引号");

const aliases = z
  .array(z.string().min(1))
  .min(5, '别名至少写五个居民会说的词（aliases）')
  .refine((words) => new Set(words).size === words.length, '别名有重复');

/** The id of a clause as text; YAML parses an unquoted 3 into a number. */
const clauseId = z.union([z.string(), z.number()]).transform(String);
const clauseIds = z.array(clauseId);

/**
 * The front matter of an original policy text. `lock` is the SHA-256 of the body without white space, so that a change
 * of the wording is noticed (docs/norms.md §4).
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
  /** Its relations to other documents, by their id in documents.csv or the slug of a policy that the site holds. */
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
  /** The clauses that define the types of stations, their names and their staff. */
  rules: z.partialRecord(z.enum(RULES), clauseId).default({}),
  /** Everyday questions by the id of the clause that answers them; only the search reads them. */
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

/** A line that answers a clause, with its degree; whom to ask is needed wherever the document does not answer. */
const gradedLine = z
  .strictObject(
    {
      degree: z.enum(DEGREES, { error: `程度（degree）只有三种：${DEGREES.join('、')}` }),
      text: z.string().min(1),
      whom: z.string().min(1).optional(),
    },
    { error: '每一行写两样：degree（写明、没有写、待核实）和text；后两种还要写whom' },
  )
  .refine(({ degree, whom }) => !needsWhom(degree) || whom !== undefined, {
    path: ['whom'],
    message: '通知没有写的、待核实的，要写向谁问（whom）',
  })
  .transform(({ whom = '', ...line }) => ({ ...line, whom }));

/**
 * The front matter of an interpretation, which always belongs to a policy and explains clauses of it
 * (docs/norms.md §4). The explanation of a clause is shown inside that clause on the page of the policy.
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
          brief: z.array(gradedLine).min(1),
        }),
      )
      .min(1, '至少写一条它解读的条款（explains）')
      .refine((all) => new Set(all.map(({ clause }) => clause)).size === all.length, '同一条写了两次'),
    elements: z.strictObject(written).transform((texts) => texts as Partial<Record<Element, string>>),
    terms: z.array(z.string().min(1)).default([]),
    summary: z.array(z.string().min(1)).length(3, '摘要正好三句话（summary）'),
    audience: z.string().min(1),
    published_at: moment,
    /** The unit that wrote it. */
    content_source: z.string().min(1),
    /** Whether an office answers for it; without it every page says 非官方. */
    official: z.boolean().default(false),
    updates: z.array(z.strictObject({ on: date, what: z.string().min(1) })).min(1),
    aliases,
  })
  .refine(({ official, content_source }) => !official || !content_source.includes('示例'), {
    path: ['official'],
    message: '作者还是示例，不能写成官方解读：先把content_source换成负责的单位',
  })
  .transform(({ elements, ...head }) => ({
    ...head,
    clauses: head.explains.map(({ clause }) => clause),
    /** The elements that it has, in the order of `ELEMENTS`. */
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

/**
 * The front matter of a case. A pseudonym and a consent with an end date are required (docs/norms.md §5), but for the
 * written stories of a sample, which are about nobody.
 */
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
    /** The slug of the policy that `clauses` refers to. */
    policy: z.string().min(1).nullable().default(null),
    clauses: clauseIds.default([]),
    pseudonym: z.literal(true, { error: '案例里的人要用化名（pseudonym: true）' }).optional(),
    consent: consent.optional(),
    quote: z.strictObject({ text: z.string().min(1), who: z.string().min(1) }).optional(),
    sample: z.boolean().default(false),
    draft: z.boolean().default(false),
    withdrawn: z.strictObject({ on: date, note: z.string().default('') }).optional(),
    aliases,
  })
  .refine(({ sample, pseudonym }) => sample || pseudonym === true, {
    path: ['pseudonym'],
    message: '案例里的人要用化名（pseudonym: true）',
  })
  .refine((head) => head.sample || head.consent !== undefined, {
    path: ['consent'],
    message: '真实的案例要写同意（consent）：编号、公开范围、到哪一天、是不是监护人',
  })
  .refine(({ policy, clauses }) => clauses.length === 0 || policy !== null, {
    path: ['policy'],
    message: '写了条款（clauses），没有写是哪份政策：在 policy 里写政策的文件名，如 shmz-2021-5',
  });

/** The front matter of a plain page. */
export const pageSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
  keywords: z.array(z.string()).min(1),
  column_type: z.enum(COLUMN_TYPES),
  updated_on: date,
});

/** The front matter of a chapter of the staff handbook; `order` sorts the chapters. */
export const helpSchema = z.strictObject({
  title: z.string().min(1),
  order: z.number().int(),
  summary: z.string().min(1),
});

/** The schema of the front matter for each folder of content/. */
export const CONTENT = {
  policies: policySchema,
  interpretations: interpretationSchema,
  cases: caseSchema,
  pages: pageSchema,
  help: helpSchema,
} as const;
