import type { ClauseRef } from './clauses.ts';

/** A milestone of the notice; `metric` names the figure that answers it. */
export interface Target {
  readonly id: string;
  readonly due: string | null;
  readonly name: string;
  readonly metric: string;
  readonly goal: number | null;
  readonly clause: ClauseRef;
  readonly quote: string;
}
