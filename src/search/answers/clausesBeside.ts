import type { Entry, Group } from '../types/answer.ts';
import { SHOWN } from './groups.ts';

/**
 * Looks up the clauses that an interpretation explains, as entries of an answer; `path` is the address of the
 * interpretation.
 */
export type ClausesOf = (path: string) => readonly Entry[];

/** At most this many clauses are listed beside one interpretation. */
const MOST = 2;

/**
 * Adds the clauses that each interpretation in the list explains; the best one is placed just before it, so that the
 * original wording comes first (docs/norms.md §4).
 */
export function withClauses(groups: readonly Group[], clausesOf: ClausesOf): readonly Group[] {
  return groups.map((group) => {
    if (group.title !== '政策') return group;
    const entries = new Map(group.entries.map((entry) => [entry.path, entry]));
    for (const { kind, path, score, weak } of group.entries) {
      if (kind !== '解读') continue;
      clausesOf(path)
        .map((clause) => entries.get(clause.path) ?? clause)
        .sort((a, b) => b.score - a.score)
        .slice(0, MOST)
        .forEach((clause, at) => {
          const raised = score + 1 - 30 * at;
          if (raised > clause.score) entries.set(clause.path, { ...clause, score: raised, weak });
        });
    }
    const sorted = [...entries.values()].sort((a, b) => b.score - a.score).slice(0, SHOWN[group.title]);
    return { ...group, entries: sorted, count: Math.max(group.count, entries.size) };
  });
}
