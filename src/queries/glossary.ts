import type { ClauseRef } from '../domain/policy/clauses.ts';
import type { Term } from '../domain/policy/term.ts';
import type { TermView } from '../views/policy.ts';
import { getDataset } from './dataset.ts';
import { clausesOf, getClauseNames, getInterpretations, getPolicies } from './policies.ts';

/** A source that points to a clause of a policy that we hold, or null where it is another text. */
function clauseIn(source: string, policies: ReadonlySet<string>): ClauseRef | null {
  const [policy = '', clause = ''] = source.split('#');
  return policies.has(policy) && clause !== '' ? { policy, clause } : null;
}

/** Every word of the glossary with its source, the interpretations that explain it and the clauses that use it. */
export async function getGlossary(): Promise<readonly TermView[]> {
  const [policies, interpretations, nameOf] = await Promise.all([
    getPolicies(),
    getInterpretations(),
    getClauseNames(),
  ]);
  const held = new Set(policies.map(({ id }) => id));
  const clauses = policies.flatMap((policy) =>
    clausesOf(policy).map(({ id, paragraphs }) => ({ policy: policy.id, clause: id, text: paragraphs.join('') })),
  );
  return getDataset().glossary.map(({ slug, term, definition, source }) => {
    const clause = clauseIn(source, held);
    return {
      slug,
      term,
      definition,
      clause: clause === null ? null : nameOf(clause),
      source: clause === null ? source : '',
      interpretations: interpretations
        .filter(({ data }) => data.terms.includes(term))
        .map(({ id, data }) => ({ slug: id, title: data.title })),
      clauses: clauses.filter(({ text }) => text.includes(term)).map(nameOf),
    };
  });
}

/** The glossary by its words, for the words of one page. */
export function getTerms(): ReadonlyMap<string, Term> {
  return new Map(getDataset().glossary.map((term) => [term.term, term]));
}

/** The rows of these words, in their order. */
export function termsOf(words: readonly string[]): readonly Term[] {
  const terms = getTerms();
  return words.flatMap((word) => terms.get(word) ?? []);
}
