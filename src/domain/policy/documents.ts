/** What is known of a document's force (docs/norms.md §4). */
export const VALIDITIES = ['有效', '失效', '废止', '已修改', '待核实'] as const;

export type Validity = (typeof VALIDITIES)[number];

/** How one document stands to another: rests on it, carries it out, changes it, repeals it. */
export const RELATIONS = ['依据', '落实', '修改', '废止'] as const;

export type Relation = (typeof RELATIONS)[number];

/** A document of the register, held in full or only cited. */
export interface RegisteredDocument {
  readonly id: string;
  readonly title: string;
  /** Empty where it is not known. */
  readonly docNumber: string;
  readonly otherTitles: readonly string[];
}

/** Whether the text is a document number as the norms have it: 〔〕, no spaces, 沪民社工发〔2021〕5号. */
export function isDocNumber(text: string): boolean {
  return /^[^\s[\]()（）]+〔\d{4}〕\d+号$/u.test(text);
}

/** A document that is cited but not held in full. */
export interface CitedDocument {
  readonly id: string;
  readonly title: string;
  /** Empty where it is not known. */
  readonly docNumber: string;
  readonly issuer: string;
  readonly validity: Validity;
  /** Titles that the same number is found under elsewhere. */
  readonly otherTitles: readonly string[];
  readonly known: string;
  readonly source: string;
}
