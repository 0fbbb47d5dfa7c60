/**
 * A word of the glossary with its definition and its source: a clause or another text, empty where the definition is
 * ours.
 */
export interface Term {
  readonly slug: string;
  readonly term: string;
  readonly definition: string;
  readonly source: string;
}
