import type { Answer, Link } from './field.ts';
import { accepts, CLASSES, type Query, type QueryClass } from './query.ts';

/** A query and where the first acceptable link stood: 1 is the top, null is nowhere. */
export interface Outcome {
  readonly query: Query;
  readonly rank: number | null;
  /** The links that count as answers; a call to a hotline and the way to the whole result page do not. */
  readonly links: readonly Link[];
  readonly after: number;
  readonly settled: boolean;
}

const isAnswer = ({ href }: Link) => href.startsWith('/') && !href.startsWith('/search/');

/** Compares what the list showed with what the query expects. */
export function judge(query: Query, { links, after, settled }: Answer): Outcome {
  const answers = links.filter(isAnswer);
  const at = answers.findIndex(({ href }) => accepts(query, href));
  return { query, rank: at < 0 ? null : at + 1, links: answers, after, settled };
}

/** Nonsense is answered well by nothing, by weak matches only, or by the way to the whole directory. */
const isHonest = ({ links }: Outcome) => links.every(({ href, weak }) => weak || href === '/stations/');

/** Shares of a group of queries. For nonsense `at1` and `at5` are the share answered honestly. */
export interface Score {
  readonly count: number;
  readonly at1: number;
  readonly at5: number;
  readonly none: number;
}

export function score(outcomes: readonly Outcome[]): Score {
  const share = (test: (outcome: Outcome) => boolean) =>
    outcomes.length === 0 ? 1 : outcomes.filter(test).length / outcomes.length;
  const good = (within: number) => (outcome: Outcome) =>
    outcome.query.class === 'nonsense' ? isHonest(outcome) : outcome.rank !== null && outcome.rank <= within;
  return {
    count: outcomes.length,
    at1: share(good(1)),
    at5: share(good(5)),
    none: share(({ links }) => links.length === 0),
  };
}

interface Target {
  readonly at1?: number;
  readonly at5?: number;
}

/**
 * The least share of right answers at the top and among the first five, for each class of queries (docs/norms.md §13).
 */
export const TARGETS: Readonly<Record<QueryClass, Target>> = {
  name: { at1: 0.97, at5: 0.99 },
  substring: { at5: 0.99 },
  'name-field': { at5: 0.99 },
  pinyin: { at1: 0.97, at5: 0.99 },
  initials: { at5: 0.99 },
  mixed: { at5: 0.99 },
  traditional: { at5: 0.99 },
  digits: { at5: 0.99 },
  committee: { at5: 0.99 },
  phone: { at1: 0.97, at5: 0.99 },
  typo: { at5: 0.98 },
  need: { at5: 0.97 },
  policy: { at1: 0.9, at5: 0.98 },
  case: { at5: 0.97 },
  service: { at5: 0.97 },
  nonsense: { at5: 0.95 },
};
const MOST_WITHOUT_ANSWER = 0.01;

export const isAnswerable = ({ query }: Outcome): boolean => query.class !== 'nonsense';

/** A query missed its class's aim: not among the first five, or nonsense that was answered as if it were sense. */
export const isMiss = (outcome: Outcome): boolean => score([outcome]).at5 === 0;

/** Every target that was not met, as a sentence. */
export function shortfalls(outcomes: readonly Outcome[]): string[] {
  const short = (what: string, got: number, wanted: number | undefined) =>
    wanted === undefined || got >= wanted ? [] : [`${what} ${got.toFixed(3)}, wanted ${wanted}`];
  const byClass = CLASSES.flatMap((kind) => {
    const own = outcomes.filter(({ query }) => query.class === kind);
    const { at1, at5 } = score(own);
    const { at1: first, at5: five } = TARGETS[kind];
    return [...short(`${kind} success@1`, at1, first), ...short(`${kind} success@5`, at5, five)];
  });
  const { none } = score(outcomes.filter(isAnswerable));
  return [
    ...byClass,
    ...(none > MOST_WITHOUT_ANSWER ? [`no result ${none.toFixed(3)}, wanted at most ${MOST_WITHOUT_ANSWER}`] : []),
  ];
}
