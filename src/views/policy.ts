import type { Validity } from '../domain/policy/documents.ts';

/** A clause by its names, for a link. */
export interface ClauseName {
  readonly policy: string;
  readonly clause: string;
  readonly docNumber: string;
  readonly label: string;
}

/** What a list shows of an interpretation. */
export interface InterpretationLink {
  readonly slug: string;
  readonly title: string;
  readonly question: string;
  readonly brief: readonly string[];
  readonly elements: readonly string[];
  readonly published: string;
  readonly source: string;
  readonly audience: string;
  readonly clauses: readonly ClauseName[];
}

/** A word of the glossary with where it is said and used. */
export interface TermView {
  readonly slug: string;
  readonly term: string;
  readonly definition: string;
  /** The clause that it comes from; null where the source is another one. */
  readonly clause: ClauseName | null;
  readonly source: string;
  readonly interpretations: readonly { readonly slug: string; readonly title: string }[];
  /** Clauses whose wording has the word. */
  readonly clauses: readonly ClauseName[];
}

/** What one document of the register is to another, said from its own side: 依据《…》, or 被《…》落实. */
export interface RelationView {
  readonly words: string;
  readonly other: { readonly id: string; readonly title: string; readonly docNumber: string; readonly held: boolean };
  readonly clauses: readonly ClauseName[];
  readonly note: string;
}

/** A document of the register: held in full (then it has a page) or only cited. */
export interface DocumentView {
  readonly id: string;
  readonly title: string;
  readonly docNumber: string;
  readonly issuer: string;
  readonly validity: Validity;
  readonly held: boolean;
  readonly otherTitles: readonly string[];
  /** What is certain of it and what isn't. */
  readonly known: string;
  readonly relations: readonly RelationView[];
}
