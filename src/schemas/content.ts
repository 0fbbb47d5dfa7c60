import { z } from 'astro/zod';
import { isDocNumber, RELATIONS, VALIDITIES } from '../domain/policy/documents.ts';
import { DEGREES, needsWhom } from '../domain/policy/degree.ts';
import { HELP_ROLE_NAMES } from '../domain/site/handbook.ts';
import { COLUMN_TYPES } from '../domain/site/pageTags.ts';
import { ELEMENTS, RULES, WRITTEN_ELEMENTS, type Element } from '../domain/policy/interpretation.ts';
import { caseSchema } from './case.ts';
import { aliases, clauseId, clauseIds, date, moment } from './frontMatter.ts';

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

/** The front matter of a plain page. */
export const pageSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
  keywords: z.array(z.string()).min(1),
  column_type: z.enum(COLUMN_TYPES),
  updated_on: date,
});

/**
 * The front matter of a chapter of the staff handbook; `order` sorts the chapters, `role` is whom it is for, `also` who
 * else reads it.
 */
export const helpSchema = z.strictObject({
  title: z.string().min(1),
  order: z.number().int(),
  role: z.enum(HELP_ROLE_NAMES),
  also: z.array(z.enum(HELP_ROLE_NAMES)).default([]),
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
