import { parse as parseYaml, YAMLParseError } from 'yaml';
import type { z } from 'astro/zod';
import type { Coastline, DatasetMeta, SiteIdentity } from '../../domain/dataset/dataset.ts';
import { coastlineSchema, packageSchema, siteSchema } from '../../schemas/config.ts';
import { inChinese } from '../../schemas/messages.ts';
import { decode } from '../formats/decode.ts';
import { fileFault, type Fault } from '../faults/fault.ts';
import type { ReadFile } from './readFile.ts';

/** A settings file as read: its value, or null with the faults that stopped it. */
export interface ReadOne<T> {
  readonly value: T | null;
  readonly faults: readonly Fault[];
}

type Syntax = (text: string) => unknown;

/** The message of a parser's syntax error. Any other error is a bug and is thrown again. */
function syntaxMessage(error: unknown): string {
  if (error instanceof SyntaxError || error instanceof YAMLParseError) return error.message.split('\n')[0] ?? '';
  throw error;
}

function readOne<T>(read: ReadFile, file: string, syntax: Syntax, schema: z.ZodType<T>): ReadOne<T> {
  const bytes = read(file);
  if (bytes === null) return { value: null, faults: [fileFault(file, '文件不存在', '从样例里复制一份再改')] };
  const decoded = decode(bytes);
  if (decoded === null) return { value: null, faults: [fileFault(file, '读不出文字编码', '存成 UTF-8')] };
  let raw: unknown;
  try {
    raw = syntax(decoded.text);
  } catch (error) {
    return { value: null, faults: [fileFault(file, `格式不对：${syntaxMessage(error)}`, '对照样例改正')] };
  }
  const result = schema.safeParse(raw, { error: inChinese });
  if (result.success) return { value: result.data, faults: [] };
  return {
    value: null,
    faults: result.error.issues.map((issue) => ({
      ...fileFault(file, issue.message, '对照样例改正'),
      column: issue.path.join('.') || null,
    })),
  };
}

/** Reads datapackage.json: what the dataset is, its as-at date and its sources. */
export const readPackage = (read: ReadFile): ReadOne<DatasetMeta> =>
  readOne(read, 'datapackage.json', JSON.parse, packageSchema);

/** Reads site.yaml: who publishes the site, its contacts and its options. */
export const readIdentity = (read: ReadFile): ReadOne<SiteIdentity> =>
  readOne(read, 'site.yaml', parseYaml, siteSchema);

/** Reads coastline.json: the land that maps and pictures draw. */
export const readCoastline = (read: ReadFile): ReadOne<Coastline> =>
  readOne(read, 'coastline.json', JSON.parse, coastlineSchema);
