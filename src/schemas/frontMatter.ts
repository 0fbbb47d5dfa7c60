import { z } from 'astro/zod';
import { isValidDate } from '../domain/time/validDate.ts';

/** A date of front matter as text; YAML parses an unquoted date into a Date object. */
export const date = z
  .union([z.string(), z.date()])
  .transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value))
  .refine(isValidDate, '日期按 2026-11-23 的样子写');

/** A minute of Beijing time, in quotes. */
export const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/u, "时间按 '2026-11-02 09:00' 的样子写，要带引号");

/** Words that residents search for. */
export const aliases = z
  .array(z.string().min(1))
  .min(5, '别名至少写五个居民会说的词（aliases）')
  .refine((words) => new Set(words).size === words.length, '别名有重复');

/** The id of a clause as text; YAML parses an unquoted 3 into a number. */
export const clauseId = z.union([z.string(), z.number()]).transform(String);
export const clauseIds = z.array(clauseId);
