import type { Clause } from '../../domain/policy/clauses.ts';
import type { z } from 'astro/zod';
import { CONTENT } from '../../schemas/content.ts';
import { inChinese } from '../../schemas/messages.ts';
import { decode } from '../formats/decode.ts';
import { readYaml } from '../formats/yaml.ts';
import { fileFault, ruleFault, type Fault } from '../faults/fault.ts';

/** The folders of `content/`: policies, interpretations, cases, pages and so on. */
export type Folder = keyof typeof CONTENT;
type Head<F extends Folder> = z.output<(typeof CONTENT)[F]>;

/** A file under content/: its slug, its checked front matter and its text. */
export interface Document<F extends Folder> {
  readonly slug: string;
  readonly file: string;
  readonly head: Head<F>;
  readonly body: string;
  /** The number of the line in the file that the text begins on. */
  readonly bodyLine: number;
}

/** Access to the files under `content/`: their names (`policies/x.mdx`) by folder, and their bytes by name. */
export interface ContentFiles {
  readonly list: (folder: string) => readonly string[];
  readonly read: (file: string) => Uint8Array;
  readonly has: (file: string) => boolean;
}

/** The folder of the pictures of cases. */
export const CASE_PICTURES = 'cases/pictures';

/** All documents under `content/` that could be read, and the faults of the others. */
export interface ContentReading {
  readonly documents: { readonly [F in Folder]: readonly Document<F>[] };
  /** The slugs of files that exist but couldn't be read, by folder; references to them are no faults of their own. */
  readonly unread: { readonly [F in Folder]: readonly string[] };
  readonly faults: readonly Fault[];
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u;

const slugOf = (file: string) => file.replace(/^.*\//u, '').replace(/\.mdx?$/u, '');

function readDocument<F extends Folder>(folder: F, file: string, bytes: Uint8Array): Document<F> | Fault[] {
  const decoded = decode(bytes);
  if (decoded === null) return [fileFault(file, '读不出文字编码', '存成 UTF-8')];
  const match = FRONT_MATTER.exec(decoded.text);
  if (match === null) return [ruleFault('front-matter', file, '', '开头没有两条 --- 之间的说明')];
  const raw = readYaml(match[1] ?? '');
  if ('message' in raw) {
    const message = `说明部分格式不对：${raw.message}`;
    return [
      {
        ...ruleFault('front-matter', file, '', message, '检查缩进和引号'),
        row: raw.line === null ? null : raw.line + 1,
      },
    ];
  }
  const result = CONTENT[folder].safeParse(raw.value, { error: inChinese });
  if (!result.success) {
    return result.error.issues.map((issue) => ({
      ...ruleFault('front-matter', file, '', issue.message),
      column: issue.path.join('.') || null,
    }));
  }
  const slug = slugOf(file);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(slug)) {
    return [fileFault(file, '文件名不能用作网址', '文件名只用小写英文字母、数字和连字符，中文写在标题里')];
  }
  const bodyLine = match[0].split('\n').length;
  return { slug, file, head: result.data as Head<F>, body: decoded.text.slice(match[0].length), bodyLine };
}

/** Reads every document under `content/` and checks its front matter. */
export function readContent(files: ContentFiles): ContentReading {
  const faults: Fault[] = [];
  const folders = Object.keys(CONTENT) as Folder[];
  const unread = Object.fromEntries(folders.map((folder) => [folder, [] as string[]])) as Record<Folder, string[]>;
  const entries = folders.map((folder) => {
    const documents = files.list(folder).flatMap((file) => {
      const result = readDocument(folder, file, files.read(file));
      if (!Array.isArray(result)) return [result];
      faults.push(...result);
      unread[folder].push(slugOf(file));
      return [];
    });
    return [folder, documents] as const;
  });
  for (const { file, head } of entries.find(([folder]) => folder === 'cases')?.[1] ?? []) {
    const pictures = (head as Head<'cases'>).pictures.filter(
      (picture) => !files.has(`${CASE_PICTURES}/${picture.file}`),
    );
    for (const { file: missing } of pictures)
      faults.push(ruleFault('case-picture-file', file, missing, `content/${CASE_PICTURES} 里没有这张图片`));
  }
  return { documents: Object.fromEntries(entries) as unknown as ContentReading['documents'], unread, faults };
}

/** The clauses of each policy whose text we hold, by its slug. */
export type ClausesOf = ReadonlyMap<string, readonly Clause[]>;

/** The documents that could be read, by folder. */
export type Documents = ContentReading['documents'];
