import { parse as parseYaml, YAMLParseError } from 'yaml';
import type { z } from 'astro/zod';
import { type ClauseRef, documentClauses, normalisedText } from '../domain/policy/clauses.ts';
import { shanghaiNow, type IsoDate } from '../domain/time/dates.ts';
import { placeWritings } from '../domain/privacy/identifying.ts';
import { personalDataIn } from '../domain/privacy/personalData.ts';
import type { Dataset } from '../domain/dataset/dataset.ts';
import { CONTENT } from '../schemas/content.ts';
import { inChinese } from '../schemas/messages.ts';
import { caseFaults } from './caseRules.ts';
import { decode } from './decode.ts';
import { sha256 } from './digest.ts';
import { fileFault, ruleFault, textFault, type Fault } from './faults.ts';
import { citeFaults, interpretationFaults, type ClausesOf } from './interpretationRules.ts';
import { citationFaultsIn, policyReminders, relationFaults } from './policyRules.ts';

export type Folder = keyof typeof CONTENT;
type Head<F extends Folder> = z.output<(typeof CONTENT)[F]>;

/** A file under content/: its slug, its checked front matter and its text. */
export interface Document<F extends Folder> {
  readonly slug: string;
  readonly file: string;
  readonly head: Head<F>;
  readonly body: string;
}

/** Names (`policies/x.mdx`) of the files under content/, and their bytes. */
export interface ContentFiles {
  readonly list: (folder: string) => readonly string[];
  readonly read: (file: string) => Uint8Array;
}

/** All documents under content/ that could be read, and what was wrong with the others. */
export interface ContentReading {
  readonly documents: { readonly [F in Folder]: readonly Document<F>[] };
  /** Slugs of the files of each folder that are there but could not be read. */
  readonly unread: { readonly [F in Folder]: readonly string[] };
  readonly faults: readonly Fault[];
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u;

/** SHA-256 of a text without its white space: the lock of an original wording (norms.md §4). */
export function lockOf(body: string): string {
  return sha256(normalisedText(body));
}

const slugOf = (file: string) => file.replace(/^.*\//u, '').replace(/\.mdx?$/u, '');

function readDocument<F extends Folder>(folder: F, file: string, bytes: Uint8Array): Document<F> | Fault[] {
  const decoded = decode(bytes);
  if (decoded === null) return [fileFault(file, '读不出文字编码', '存成 UTF-8')];
  const match = FRONT_MATTER.exec(decoded.text);
  if (match === null) return [ruleFault('front-matter', file, '', '开头没有两条 --- 之间的说明')];
  let raw: unknown;
  try {
    raw = parseYaml(match[1] ?? '');
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    return [
      {
        ...ruleFault(
          'front-matter',
          file,
          '',
          `说明部分格式不对：${error.message.split('\n')[0] ?? ''}`,
          '检查缩进和引号',
        ),
        row: (error.linePos?.[0].line ?? 0) + 1,
      },
    ];
  }
  const result = CONTENT[folder].safeParse(raw, { error: inChinese });
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
  return { slug, file, head: result.data as Head<F>, body: decoded.text.slice(match[0].length) };
}

/** Reads and checks the front matter of everything under content/. */
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
  return { documents: Object.fromEntries(entries) as unknown as ContentReading['documents'], unread, faults };
}

/** What may identify a person, in everything that would be published; help shows examples and is left out. */
function personalFaults({ policies, interpretations, cases, pages }: ContentReading['documents']): Fault[] {
  return [...policies, ...interpretations, ...cases, ...pages].flatMap(({ file, head, body }) => {
    // A lock is a number of nobody's.
    const shown = JSON.stringify({ ...head, lock: '' });
    return personalDataIn(`${shown}\n${body}`).map(({ kind, text }) => ({
      ...ruleFault('personal-data', file, text, `像是${kind}，不能公开`),
    }));
  });
}

/** The clauses of every policy that could be read, by its slug. */
export function clausesIn({ policies }: ContentReading['documents']): ClausesOf {
  return new Map(policies.map(({ slug, head, body }) => [slug, documentClauses(body, head.copy_to)]));
}

/**
 * Faults between documents, and between documents and the dataset (`null` while that cannot be read). Only reminders
 * depend on the day.
 */
export function contentFaults(
  { documents, unread }: ContentReading,
  dataset: Dataset | null,
  today: IsoDate = shanghaiNow(new Date()).date,
): Fault[] {
  const faults: Fault[] = [];
  const clauses = clausesIn(documents);
  const needClause = (file: string, { policy, clause }: ClauseRef) => {
    const found = clauses.get(policy);
    // A policy that could not be read has been reported: whoever points to it is not at fault.
    if (unread.policies.includes(policy)) return;
    if (found === undefined) {
      faults.push(
        ruleFault('clause-unknown', file, policy, '没有这份政策', `已有的是：${[...clauses.keys()].join('、')}`),
      );
    } else if (!found.some((entry) => entry.id === clause)) {
      const known = found.map((entry) => entry.id).join('、');
      faults.push(
        ruleFault('clause-unknown', file, `${policy}#${clause}`, '没有这一条', `这份政策的条款号是：${known}`),
      );
    }
  };
  const needIn = (file: string, column: string, ids: readonly string[], known: ReadonlySet<string>, table: string) => {
    for (const id of ids.filter((entry) => !known.has(entry))) {
      faults.push({ ...ruleFault('content-pointer', file, id, `在 ${table}.csv 里找不到`), column });
    }
  };

  for (const { file, head, body } of documents.policies) {
    const lock = lockOf(body);
    if (head.lock !== lock) {
      faults.push({
        ...textFault('lock', file, '', '原文和锁定码对不上，有人改过字', `改回原文；确实要改，把 lock 换成 ${lock}`),
        column: 'lock',
      });
    }
  }
  faults.push(...personalFaults(documents));
  for (const { file, slug, head } of documents.policies) {
    for (const clause of [...Object.values(head.rules), ...Object.keys(head.asked)])
      needClause(file, { policy: slug, clause });
    for (const clause of head.relations.flatMap((entry) => entry.clauses)) needClause(file, { policy: slug, clause });
  }
  for (const document of documents.interpretations) {
    for (const clause of document.head.clauses) needClause(document.file, { policy: document.head.policy, clause });
    if (clauses.has(document.head.policy)) faults.push(...interpretationFaults(document, clauses, dataset));
  }
  if (unread.policies.length === 0) faults.push(...documents.pages.flatMap((page) => citeFaults(page, clauses)));
  const places = placeWritings(dataset?.committees ?? []);
  for (const document of documents.cases) {
    const { file, head } = document;
    faults.push(...caseFaults(document, places));
    const [policy] = documents.policies;
    if (policy !== undefined) for (const clause of head.clauses) needClause(file, { policy: policy.slug, clause });
    if (dataset === null) continue;
    needIn(file, 'services', head.services, new Set(dataset.services.map(({ id }) => id)), 'services');
    needIn(file, 'topic', [head.topic], new Set(dataset.topics.map(({ slug }) => slug)), 'topics');
    needIn(
      file,
      'field',
      head.field === null ? [] : [head.field],
      new Set(dataset.fields.map(({ slug }) => slug)),
      'fields',
    );
  }
  if (unread.policies.length === 0) faults.push(...policyReminders(documents, clauses, today));
  if (dataset !== null) {
    if (unread.policies.length === 0) {
      faults.push(...citationFaultsIn(documents, dataset), ...relationFaults(documents, dataset));
    }
    for (const { basis } of dataset.fields) needClause('fields.csv', basis);
    for (const { basis } of dataset.services) needClause('services.csv', basis);
    for (const target of dataset.targets) {
      needClause('targets.csv', target.clause);
      const text = clauses
        .get(target.clause.policy)
        ?.find(({ id }) => id === target.clause.clause)
        ?.paragraphs.join('');
      if (text !== undefined && !text.includes(target.quote)) {
        faults.push({
          ...ruleFault('target-quote', 'targets.csv', target.quote, '不是该条的原文'),
          column: '原文',
        });
      }
    }
  }
  return faults;
}
