import type { Drawing, Measure, Method } from '../domain/case/case.ts';
import type { Field, Service, Topic } from '../domain/service/service.ts';
import type { Hotline } from '../domain/service/hotline.ts';
import type { ClauseName } from './policy.ts';

/** One size of a picture: its address below the base. */
export interface PictureSource {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/** A picture of a case in its sizes, from small to large. */
export interface CasePicture {
  readonly alt: string;
  readonly caption: string;
  readonly webp: readonly PictureSource[];
  readonly jpeg: readonly PictureSource[];
}

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
}

/** A case as the list of all cases shows it. */
export interface CaseCard extends CaseLink {
  /** A drawing of ours; null where the case has a picture. */
  readonly drawing: Drawing | null;
  readonly picture: CasePicture | null;
  readonly method: Method;
  /** The district of its station; null where it names none. */
  readonly district: { readonly code: string; readonly name: string } | null;
  /** The year in which it was published. */
  readonly year: string;
  readonly featured: boolean;
}

/** The data of a case's page, without its story. */
export interface CasePageData extends CaseLink {
  readonly services: readonly Service[];
  readonly clauses: readonly ClauseName[];
  readonly lines: readonly Hotline[];
  /** A drawing of ours; null where the case has pictures. */
  readonly drawing: Drawing | null;
  readonly pictures: readonly CasePicture[];
  /** How the work was done, line by line: a name and what is said under it. */
  readonly facts: readonly (readonly [name: string, text: string])[];
  /** The station that it comes from; null where the case doesn't name one. */
  readonly station: { readonly id: string; readonly name: string; readonly host: string } | null;
  readonly measures: readonly Measure[];
  /** Other shown cases of the same field or matter. */
  readonly related: readonly CaseLink[];
  /** The interpretations of the clauses that it rests on. */
  readonly interpretations: readonly { readonly slug: string; readonly title: string }[];
  /** How the people in it are protected, sentence by sentence. */
  readonly privacy: readonly string[];
}
