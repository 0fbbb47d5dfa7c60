import type { z } from 'astro/zod';
import type { Coastline, DatasetMeta, SiteIdentity } from '../../domain/dataset/dataset.ts';
import type { MemberCard } from '../../domain/openData/memberCard.ts';
import { coastlineSchema, packageSchema, siteSchema } from '../../schemas/config.ts';
import { memberSchema, type PortalConfig, portalSchema } from '../../schemas/portal.ts';
import { inChinese } from '../../schemas/messages.ts';
import { decode } from '../formats/decode.ts';
import { readYaml, type Yaml, type YamlFault } from '../formats/yaml.ts';
import { fileFault, type Fault } from '../faults/fault.ts';
import type { ReadFile } from './readFile.ts';

/** A settings file as read: its value, or null with the faults that stopped it. */
export interface ReadOne<T> {
  readonly value: T | null;
  readonly faults: readonly Fault[];
}

type Syntax = (text: string) => Yaml | YamlFault;

/** Reads JSON; lines are not known. */
function readJson(text: string): Yaml | YamlFault {
  try {
    return { value: JSON.parse(text) as unknown, lineOf: () => null };
  } catch (error) {
    if (error instanceof SyntaxError) return { message: error.message.split('\n')[0] ?? '', line: null };
    if (error instanceof RangeError) return { message: '括号套得太深', line: null };
    throw error;
  }
}

/** The text that stands at a path of a value; empty for what is no text. */
function textAt(value: unknown, path: readonly PropertyKey[]): string {
  const found = path.reduce<unknown>(
    (within, key) => (typeof within === 'object' && within !== null ? Reflect.get(within, key) : undefined),
    value,
  );
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

/** Reads a settings file by its syntax and schema; every fault has its line where that is known. */
function readOne<T>(read: ReadFile, file: string, syntax: Syntax, schema: z.ZodType<T>): ReadOne<T> {
  const bytes = read(file);
  if (bytes === null) return { value: null, faults: [fileFault(file, '文件不存在', '从样例里复制一份再改')] };
  const decoded = decode(bytes);
  if (decoded === null) return { value: null, faults: [fileFault(file, '读不出文字编码', '存成 UTF-8')] };
  const raw = syntax(decoded.text);
  if ('message' in raw) {
    return { value: null, faults: [fileFault(file, `格式不对：${raw.message}`, '对照样例改正')] };
  }
  const result = schema.safeParse(raw.value, { error: inChinese });
  if (result.success) return { value: result.data, faults: [] };
  return {
    value: null,
    faults: result.error.issues.map((issue) => ({
      ...fileFault(file, issue.message, '对照样例改正'),
      row: raw.lineOf(issue.path),
      column: issue.path.join('.') || null,
      value: textAt(raw.value, issue.path),
    })),
  };
}

/** Reads datapackage.json: what the dataset is, its as-at date and its sources. */
export const readPackage = (read: ReadFile): ReadOne<DatasetMeta> =>
  readOne(read, 'datapackage.json', readJson, packageSchema);

/** Reads site.yaml: who publishes the site, its contacts and its options. */
export const readIdentity = (read: ReadFile): ReadOne<SiteIdentity> => readOne(read, 'site.yaml', readYaml, siteSchema);

/** Reads portal.yaml: who publishes a portal, and which sites it leads to. */
export const readPortal = (read: ReadFile, file: string): ReadOne<PortalConfig> =>
  readOne(read, file, readYaml, portalSchema);

/** Reads the card of a member of a portal. */
export const readMemberCard = (read: ReadFile, file: string): ReadOne<MemberCard> =>
  readOne(read, file, readJson, memberSchema);

/** Reads coastline.json: the land that maps and pictures draw. */
export const readCoastline = (read: ReadFile): ReadOne<Coastline> =>
  readOne(read, 'coastline.json', readJson, coastlineSchema);
