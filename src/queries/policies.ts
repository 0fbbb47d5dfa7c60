import { getCollection, render, type CollectionEntry } from 'astro:content';
import type { Rule } from '../domain/policy/interpretation.ts';
import { type Clause, clauseLabel, clauseName, type ClauseRef, documentClauses } from '../domain/policy/clauses.ts';
import type { ClauseName, InterpretationLink } from '../views/policy.ts';
import { derived } from './dataset.ts';

/** A policy of the content collection: id, front matter and text. */
export type Policy = CollectionEntry<'policies'>;
/** An interpretation of the content collection: id, front matter and text. */
export type Interpretation = CollectionEntry<'interpretations'>;

/** A clause with the interpretations that explain it. */
export interface ExplainedClause {
  readonly clause: Clause;
  readonly interpretations: readonly Interpretation[];
}

const newestFirst = (a: { data: { published_at: string } }, b: { data: { published_at: string } }) =>
  b.data.published_at.localeCompare(a.data.published_at);

/** All policies held in full, the one written last first. */
export const getPolicies = derived(async (): Promise<readonly Policy[]> =>
  (await getCollection('policies')).sort((a, b) => b.data.written_on.localeCompare(a.data.written_on)),
);

/** All interpretations, the one published last first; those of one day in the order of their first clause. */
export const getInterpretations = derived(async (): Promise<readonly Interpretation[]> =>
  (await getCollection('interpretations')).sort(
    (a, b) => newestFirst(a, b) || (a.data.clauses[0] ?? '').localeCompare(b.data.clauses[0] ?? ''),
  ),
);

/** The clauses of a policy, parsed from its text, with the list of 抄送 as the last one where it has any. */
export function clausesOf(policy: Policy): readonly Clause[] {
  return documentClauses(policy.body ?? '', policy.data.copy_to);
}

/** The clauses of a policy in order, each with the interpretations that explain it. */
export async function getExplainedClauses(policy: Policy): Promise<readonly ExplainedClause[]> {
  const interpretations = (await getInterpretations()).filter(({ data }) => data.policy === policy.id);
  return clausesOf(policy).map((clause) => ({
    clause,
    interpretations: interpretations.filter(({ data }) => data.clauses.includes(clause.id)),
  }));
}

/** What the page of an interpretation needs: the policy, the clauses that it explains, and its text as a component. */
export async function getExplained(interpretation: Interpretation) {
  const policy = (await getPolicies()).find(({ id }) => id === interpretation.data.policy);
  if (policy === undefined) throw new Error(`内部错误：解读 ${interpretation.id} 没有政策`);
  const clauses = clausesOf(policy).filter(({ id }) => interpretation.data.clauses.includes(id));
  const { Content } = await render(interpretation);
  return { policy, clauses, Content };
}

/**
 * Gives a function that turns a pointer to a clause (`shmz-2021-5#3-2`) into the words of a link: number of the
 * document, label of the clause.
 */
export const getClauseNames = derived(async (): Promise<(ref: ClauseRef) => ClauseName> => {
  const policies = await getPolicies();
  const labels = new Map(
    policies.flatMap((policy) =>
      clausesOf(policy).map((clause) => [`${policy.id}#${clause.id}`, clauseName(clause)] as const),
    ),
  );
  return ({ policy, clause }) => ({
    policy,
    clause,
    docNumber: policies.find(({ id }) => id === policy)?.data.doc_number ?? '',
    label: labels.get(`${policy}#${clause}`) ?? '',
  });
});

/**
 * Makes the entry that lists show of an interpretation; given a clause, with the question and answer on that clause.
 */
export function interpretationLink(
  { id, data }: Interpretation,
  nameOf: (ref: ClauseRef) => ClauseName,
  clause?: string,
): InterpretationLink {
  const explained = data.explains.find((entry) => entry.clause === clause);
  return {
    slug: id,
    title: data.title,
    question: explained?.question ?? data.question,
    summary: data.summary,
    brief: explained?.brief ?? [],
    elements: data.elements,
    published: data.published_at,
    source: data.content_source,
    official: data.official,
    audience: data.audience,
    clauses: data.clauses.map((clause) => nameOf({ policy: data.policy, clause })),
  };
}

/**
 * Gives a function that finds the clause for a rule (命名, 人员 …), by the front matter of policies; null where no policy
 * names one.
 */
export async function getRules(): Promise<(rule: Rule) => ClauseName | null> {
  const [policies, nameOf] = await Promise.all([getPolicies(), getClauseNames()]);
  return (rule) => {
    const policy = policies.find(({ data }) => data.rules[rule] !== undefined);
    const clause = policy?.data.rules[rule];
    return policy === undefined || clause === undefined ? null : nameOf({ policy: policy.id, clause });
  };
}

/**
 * The content of the printed guide to a policy: its clauses, then its interpretations in the order of their first
 * clause.
 */
export async function getPrintedGuide(policy: Policy) {
  const clauses = clausesOf(policy);
  const order = new Map(clauses.map(({ id }, at) => [id, at]));
  const first = ({ data }: Interpretation) => Math.min(...data.clauses.map((id) => order.get(id) ?? clauses.length));
  const own = (await getInterpretations()).filter(({ data }) => data.policy === policy.id);
  const sorted = own.toSorted((a, b) => first(a) - first(b) || a.id.localeCompare(b.id));
  const interpretations = await Promise.all(
    sorted.map(async (entry, at) => ({
      number: at + 1,
      slug: entry.id,
      entry: entry.data,
      labels: entry.data.clauses.map((id) => clauseLabel(id) || '开头').join('、'),
      Content: (await render(entry)).Content,
    })),
  );
  return {
    interpretations,
    terms: [...new Set(sorted.flatMap(({ data }) => data.terms))],
    clauses: clauses.map((clause) => ({
      clause,
      numbers: interpretations.filter(({ entry }) => entry.clauses.includes(clause.id)).map(({ number }) => number),
    })),
  };
}
