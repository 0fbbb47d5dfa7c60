import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

/** The classes of queries (docs/norms.md §13); every query is in one of them. */
export const CLASSES = [
  'name',
  'substring',
  'name-field',
  'pinyin',
  'initials',
  'mixed',
  'traditional',
  'digits',
  'committee',
  'phone',
  'typo',
  'need',
  'policy',
  'case',
  'service',
  'nonsense',
] as const;
export type QueryClass = (typeof CLASSES)[number];

/** A query, and the root-relative addresses that a resident would accept; none at all for nonsense. */
export interface Query {
  readonly text: string;
  readonly class: QueryClass;
  readonly expect: readonly string[];
  readonly set: 'hand' | 'generated';
}

const isClass = (text: string): text is QueryClass => (CLASSES as readonly string[]).includes(text);

/** The queries made by hand: columns query, class, expect (addresses with `|` between, `-` for nonsense), note. */
export function handMade(file: string | URL = new URL('queries.csv', import.meta.url)): Query[] {
  const { data, errors } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
    header: true,
    delimiter: ',',
    skipEmptyLines: true,
  });
  const [error] = errors;
  if (error !== undefined) throw new Error(`queries.csv: ${error.message} (row ${error.row ?? '?'})`);
  return data.map(({ query = '', class: kind = '', expect = '' }) => {
    if (!isClass(kind)) throw new Error(`queries.csv: no class "${kind}" (query "${query}")`);
    return { text: query, class: kind, expect: expect === '-' ? [] : expect.split('|'), set: 'hand' };
  });
}

/** Whether a link is one that the query accepts. An expectation without a fragment accepts any place on its page. */
export function accepts({ expect }: Query, href: string): boolean {
  const page = href.replace(/[?#].*$/u, '');
  const place = href.replace(/\?[^#]*/u, '');
  return expect.some((wanted) => wanted === (wanted.includes('#') ? place : page));
}
