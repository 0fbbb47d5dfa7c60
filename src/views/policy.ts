import type { GradedLine } from '../domain/policy/degree.ts';
import type { Validity } from '../domain/policy/documents.ts';

/** A clause as links need it: its policy and id for the address, document number and label for the words. */
export interface ClauseName {
  readonly policy: string;
  readonly clause: string;
  readonly docNumber: string;
  readonly label: string;
}

/** An interpretation as lists show it; `question` is about one clause or the whole. */
export interface InterpretationLink {
  readonly slug: string;
  readonly title: string;
  readonly question: string;
  /** The three sentences of the whole. */
  readonly summary: readonly string[];
  /** What it answers about one clause, each line with its degree; empty where it stands for the whole. */
  readonly brief: readonly GradedLine[];
  readonly elements: readonly string[];
  readonly published: string;
  readonly source: string;
  /** Whether an office answers for it. */
  readonly official: boolean;
  readonly audience: string;
  readonly clauses: readonly ClauseName[];
}

/** A word of the glossary with its source and the texts that use it. */
export interface TermView {
  readonly slug: string;
  readonly term: string;
  readonly definition: string;
  /** The clause that defines it; null where the source is another text. */
  readonly clause: ClauseName | null;
  readonly source: string;
  readonly interpretations: readonly { readonly slug: string; readonly title: string }[];
  /** The clauses that contain the word. */
  readonly clauses: readonly ClauseName[];
}

/** A relation of a document to another, worded from its own side: 依据《…》, or 被《…》落实. */
export interface RelationView {
  readonly words: string;
  readonly other: { readonly id: string; readonly title: string; readonly docNumber: string; readonly held: boolean };
  readonly clauses: readonly ClauseName[];
  readonly note: string;
}

/** A document of the register; `held` ones have their full text on the site. */
export interface DocumentView {
  readonly id: string;
  readonly title: string;
  readonly docNumber: string;
  readonly issuer: string;
  readonly validity: Validity;
  readonly held: boolean;
  readonly otherTitles: readonly string[];
  /** In words, what is certain about it and what is not. */
  readonly known: string;
  readonly relations: readonly RelationView[];
}
