import type { Drawing } from '../domain/case/case.ts';
import type { Field, Service, Topic } from '../domain/service/service.ts';
import type { Hotline } from '../domain/service/hotline.ts';
import type { ClauseName } from './policy.ts';

/** What a list shows of a case. */
export interface CaseLink {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly published: string;
  readonly sample: boolean;
  readonly withdrawn: boolean;
  readonly field: Field | null;
  readonly topic: Topic | null;
  readonly drawing: Drawing;
}

/** Everything beside the story of a case. */
export interface CasePageData extends CaseLink {
  readonly services: readonly Service[];
  readonly clauses: readonly ClauseName[];
  readonly lines: readonly Hotline[];
}
