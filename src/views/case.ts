import type { Drawing } from '../domain/case/case.ts';
import type { Field, Service, Topic } from '../domain/service/service.ts';
import type { Hotline } from '../domain/service/hotline.ts';
import type { ClauseName } from './policy.ts';

/** A case as lists show it. */
export interface CaseLink {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly published: string;
  /** What is said of it beside its name: a written story, or that its people are not named. */
  readonly mark: string;
  readonly sample: boolean;
  readonly withdrawn: boolean;
  readonly field: Field | null;
  readonly topic: Topic | null;
  readonly drawing: Drawing;
}

/** The data of a case's page, without its story. */
export interface CasePageData extends CaseLink {
  readonly services: readonly Service[];
  readonly clauses: readonly ClauseName[];
  readonly lines: readonly Hotline[];
  /** How the people in it are protected, sentence by sentence. */
  readonly privacy: readonly string[];
}
