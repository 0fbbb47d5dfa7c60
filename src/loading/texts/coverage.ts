import { clauseName } from '../../domain/policy/clauses.ts';
import type { ClausesOf, Documents } from './documents.ts';

/** A clause with a text of its own, and the titles of the interpretations that explain it, empty where none does. */
export interface ClauseCoverage {
  readonly policy: string;
  readonly docNumber: string;
  readonly clause: string;
  readonly name: string;
  readonly title: string;
  readonly interpretations: readonly string[];
}

/**
 * Lists every clause with the interpretations that explain it, for the report of `npm run check`. Clauses that are
 * headings alone are left out.
 */
export function coverageOf({ policies, interpretations }: Documents, clauses: ClausesOf): ClauseCoverage[] {
  return policies.flatMap(({ slug, head }) =>
    (clauses.get(slug) ?? [])
      .filter(({ paragraphs }) => paragraphs.length > 0)
      .map((clause) => ({
        policy: slug,
        docNumber: head.doc_number,
        clause: clause.id,
        name: clauseName(clause),
        title: clause.title,
        interpretations: interpretations
          .filter((entry) => entry.head.policy === slug && entry.head.clauses.includes(clause.id))
          .map((entry) => entry.head.title),
      })),
  );
}
