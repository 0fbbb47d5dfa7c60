import { clauseName } from '../../domain/policy/clauses.ts';
import type { ClausesOf, Documents } from './documents.ts';

/** A clause that has words, and the interpretations that explain it. */
export interface ClauseCoverage {
  readonly policy: string;
  readonly docNumber: string;
  readonly clause: string;
  readonly name: string;
  readonly title: string;
  readonly interpretations: readonly string[];
}

/** Which interpretation explains which clause; headings without words of their own need none. */
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
