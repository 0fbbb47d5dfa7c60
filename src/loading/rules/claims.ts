import type { Dataset } from '../../domain/dataset/dataset.ts';
import { camelCase, columnTitle } from '../../domain/dataset/columns.ts';
import { plainText, withoutQuotes } from '../../domain/policy/mdx.ts';
import { promisesIn } from '../../domain/policy/promises.ts';
import { hotlinesIn, truthClaimedIn, undatedFigureIn } from '../../domain/rules/claims.ts';
import { shownText } from '../../domain/case/case.ts';
import { type Fault, ruleFault, textFault } from '../faults/fault.ts';
import type { RowOf } from '../tables/tables.ts';
import type { ClausesOf, ContentReading, Document } from '../texts/documents.ts';

/** A passage that residents read: a paragraph of a text, an entry of its front matter, a cell of a table. */
interface Passage {
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly text: string;
}

/** Front matter that is for the search and for programs, and that no page shows. */
const UNSHOWN = new Set(['aliases', 'asked', 'keywords', 'lock', 'published_at', 'policy']);

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (UNSHOWN.has(key) ? [] : textsIn(inner)));
}

/** The words of others are quoted, not said: quotes of an original and all between quotation marks are left out. */
const said = (text: string) => plainText(withoutQuotes(text)).replace(/“[^”]*”/gu, '□');

function passagesOf({ file, head, body, bodyLine }: Document<'interpretations' | 'pages'>): Passage[] {
  return [
    ...textsIn(head).map((text): Passage => ({ file, row: null, column: null, text })),
    ...body.split('\n').map((line, at): Passage => ({ file, row: bodyLine + at, column: null, text: said(line) })),
  ];
}

const SHOWN_COLUMNS = {
  services: ['name', 'summary', 'audience', 'fee', 'documents', 'how_to_apply'],
  fields: ['summary'],
  topics: ['name', 'summary'],
  glossary: ['definition'],
} as const;

type ShownTable = keyof typeof SHOWN_COLUMNS;

const passagesOfTables = (dataset: Dataset, rowOf: RowOf): Passage[] =>
  (Object.keys(SHOWN_COLUMNS) as ShownTable[]).flatMap((table) =>
    dataset[table].flatMap((row) =>
      SHOWN_COLUMNS[table].map((column): Passage => ({
        file: `${table}.csv`,
        row: rowOf(row),
        column: columnTitle(table, column),
        text: String((row as unknown as Record<string, unknown>)[camelCase(column)] ?? ''),
      })),
    ),
  );

const at = (fault: Fault, { row, column }: Passage): Fault => ({ ...fault, row, column });

function passageFaults(passage: Passage, known: ReadonlySet<string> | null): Fault[] {
  const { file, text } = passage;
  const figure = undatedFigureIn(text);
  const unknown = known === null ? [] : hotlinesIn(text).filter((number) => !known.has(number));
  return [
    ...(figure === ''
      ? []
      : [textFault('figure-undated', file, figure, '数字没有写是哪一年的', '在同一段里写上年份和出处')]),
    ...unknown.map((number) =>
      textFault(
        'hotline-source',
        file,
        number,
        '热线表里没有这个号码，读者查不到来源',
        '先在hotlines.csv里写上来源和核实日期',
      ),
    ),
  ].map((fault) => at(fault, passage));
}

/** Promises in cells; those of texts are found with their degrees (degrees.ts). */
const promiseFaults = (passage: Passage): Fault[] =>
  promisesIn(passage.text).map((found) =>
    at(textFault('promise', passage.file, found, '说得太满，像是许诺', '写成“可以”“可以请社工”，或写明条件'), passage),
  );

/** Promises in tables, and numbers without a year and hotlines without a source, in all that residents read. */
export function claimFaults(
  { interpretations, pages }: ContentReading['documents'],
  dataset: Dataset | null,
  rowOf: RowOf,
): Fault[] {
  const known = dataset === null ? null : new Set(dataset.hotlines.map(({ number }) => number));
  const cells = dataset === null ? [] : passagesOfTables(dataset, rowOf);
  const passages = [...interpretations.flatMap(passagesOf), ...pages.flatMap(passagesOf), ...cells];
  return [...cells.flatMap(promiseFaults), ...passages.flatMap((passage) => passageFaults(passage, known))];
}

/** What a written story of the sample claims to be true. */
export function storyFaults({ file, head, body }: Document<'cases'>): Fault[] {
  const claim = head.sample ? truthClaimedIn(shownText(head, body)) : '';
  return claim === '' ? [] : [ruleFault('case-story', file, claim, '示例故事没有真人真事，却这样写')];
}

/** Fields whose degree is higher than the policy allows: 通知 for one that its clause doesn't name, 抄送单位 for another. */
export function fieldDegreeFaults(
  { policies }: ContentReading['documents'],
  clauses: ClausesOf,
  dataset: Dataset,
  rowOf: RowOf,
): Fault[] {
  const copies = new Map(policies.map(({ slug, head }) => [slug, head.copy_to]));
  return dataset.fields.flatMap((field) => {
    const { name, fullName, namedIn, basis, leadDepartment } = field;
    const clause = clauses.get(basis.policy)?.find(({ id }) => id === basis.clause);
    if (clause === undefined || namedIn === '推定') return [];
    const text = clause.paragraphs.join('');
    const holds =
      namedIn === '通知'
        ? text.includes(name) || text.includes(fullName)
        : (copies.get(basis.policy) ?? []).includes(leadDepartment);
    if (holds) return [];
    const message =
      namedIn === '通知' ? `这一条里没有“${name}”，也没有“${fullName}”` : `抄送单位里没有“${leadDepartment}”`;
    return [
      {
        ...ruleFault('field-degree', 'fields.csv', `${fullName}：${namedIn}`, message),
        row: rowOf(field),
        column: columnTitle('fields', 'named_in'),
      },
    ];
  });
}
