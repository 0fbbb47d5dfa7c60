import type { ClauseRef } from './clauses.ts';

/** A target of the notice; `metric` is the name of the figure that measures it (notice 四). */
export interface Target {
  readonly id: string;
  readonly due: string | null;
  readonly name: string;
  readonly metric: string;
  readonly goal: number | null;
  readonly clause: ClauseRef;
  readonly quote: string;
}
