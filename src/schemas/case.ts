import { z } from 'astro/zod';
import { CONSENT_SCOPES, DRAWINGS, FACES, METHODS, REVIEW_STEPS } from '../domain/case/case.ts';
import { aliases, clauseIds, date, moment } from './frontMatter.ts';

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u, "月份按 '2026-03' 的样子写，要带引号");
const words = z.string().trim().min(1);
const count = z.number().int().min(1);

/** A picture of a case: a file of `content/cases/pictures`. */
const picture = z.strictObject({
  file: z
    .string()
    .regex(/^[\da-z-]+\.(?:jpg|png|webp)$/u, '图片的文件名只用小写字母、数字和连字符，结尾是 .jpg、.png 或 .webp'),
  alt: words,
  caption: z.string().default(''),
  faces: z.enum(FACES),
});

/** The consent of the person, or of the guardian. The form itself stays with the station. */
const consent = z.strictObject({
  reference: words,
  scope: z.array(z.enum(CONSENT_SCOPES)).min(1),
  until: date,
  guardian: z.boolean(),
});

/**
 * The front matter of a case. Real people need a consent with an end date and a list of the pseudonyms in the text,
 * which may be empty (docs/norms.md §5); the written stories of a sample, which are about nobody, have neither.
 */
export const caseSchema = z
  .strictObject({
    title: words,
    summary: words,
    field: z.string().nullable(),
    topic: words,
    method: z.enum(METHODS),
    /** The id of the station, or null with the reason in `station_note`. */
    station: z.string().nullable(),
    station_note: z.string().default(''),
    services: z.array(z.string()).default([]),
    /** The slug of the policy that `clauses` refers to. */
    policy: words.nullable().default(null),
    clauses: clauseIds.default([]),
    period: z.strictObject({ from: month, to: month }),
    sessions: count,
    /** Roles and how many, never names. */
    team: z.array(z.strictObject({ role: words, count })).min(1),
    /** The unit that wrote it. */
    author: words,
    measures: z.array(z.strictObject({ what: words, tool: words, before: words, after: words, on: month })).default([]),
    pictures: z.array(picture).default([]),
    drawing: z.enum(DRAWINGS).optional(),
    drawing_alt: words.optional(),
    consent: consent.optional(),
    pseudonyms: z.array(words).optional(),
    review: z.array(z.strictObject({ step: z.enum(REVIEW_STEPS), by: words, on: date })).default([]),
    published_at: moment,
    expire_on: date.optional(),
    featured: z.boolean().default(false),
    quote: z.strictObject({ text: words, who: words }).optional(),
    sample: z.boolean().default(false),
    draft: z.boolean().default(false),
    withdrawn: z.strictObject({ on: date, note: z.string().default('') }).optional(),
    aliases,
  })
  .refine(({ sample, pseudonyms }) => sample || pseudonyms !== undefined, {
    path: ['pseudonyms'],
    message: '案例里的人要用化名：在 pseudonyms 里列出正文用的化名，没有写到名字的写 []',
  })
  .refine((head) => head.sample || head.consent !== undefined, {
    path: ['consent'],
    message: '真实的案例要写同意（consent）：编号、公开范围、到哪一天、是不是监护人',
  })
  .refine(({ sample, consent: given, pseudonyms }) => !sample || (given === undefined && pseudonyms === undefined), {
    path: ['sample'],
    message: '编写的示例故事没有当事人，不写同意（consent）和化名（pseudonyms）；写的是真事，删掉 sample',
  })
  .refine(({ station, station_note: note }) => station !== null || note !== '', {
    path: ['station_note'],
    message: '没有写站点编号（station），要在 station_note 里写为什么',
  })
  .refine(({ pictures, drawing }) => pictures.length > 0 || drawing !== undefined, {
    path: ['drawing'],
    message: '没有图片的，选一幅插图（drawing）',
  })
  .refine(({ drawing, drawing_alt: alt }) => drawing === undefined || alt !== undefined, {
    path: ['drawing_alt'],
    message: '用一句话说插图画的是什么（drawing_alt）',
  })
  .refine(({ period }) => period.from <= period.to, { path: ['period'], message: '开始的月份晚于结束的月份' })
  .refine(({ policy, clauses }) => clauses.length === 0 || policy !== null, {
    path: ['policy'],
    message: '写了条款（clauses），没有写是哪份政策：在 policy 里写政策的文件名，如 shmz-2021-5',
  });
