import type { ClauseRef } from '../domain/policy/clauses.ts';
import type { Term } from '../domain/policy/term.ts';
import type { TermView } from '../views/policy.ts';
import { getDataset } from './dataset.ts';
import { clausesOf, getClauseNames, getInterpretations, getPolicies } from './policies.ts';

/** The clause that a source of a word points to (`shmz-2021-5#3-2`); null where the source is any other text. */
function clauseIn(source: string, policies: ReadonlySet<string>): ClauseRef | null {
  const [policy = '', clause = ''] = source.split('#');
  return policies.has(policy) && clause !== '' ? { policy, clause } : null;
}

/**
 * Every word of the glossary with its source, the interpretations that explain it, and the clauses that it stands in.
 */
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

/** The rows of the glossary by word, to look up the words of a page. */
export function getTerms(): ReadonlyMap<string, Term> {
  return new Map(getDataset().glossary.map((term) => [term.term, term]));
}

/** The rows of the glossary for these words, in the order given; unknown words are left out. */
export function termsOf(words: readonly string[]): readonly Term[] {
  const terms = getTerms();
  return words.flatMap((word) => terms.get(word) ?? []);
}
