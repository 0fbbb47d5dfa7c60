/** The states of validity of a document (docs/norms.md §4). */
export const VALIDITIES = ['有效', '失效', '废止', '已修改', '待核实'] as const;

export type Validity = (typeof VALIDITIES)[number];

/** How one document relates to another: 依据 based on it, 落实 carrying it out, 修改 changing it, 废止 repealing it. */
export const RELATIONS = ['依据', '落实', '修改', '废止'] as const;

export type Relation = (typeof RELATIONS)[number];

/** A document of the register, whether the site has its full text or only cites it. */
export interface RegisteredDocument {
  readonly id: string;
  readonly title: string;
  /** Empty where it is not known. */
  readonly docNumber: string;
  readonly otherTitles: readonly string[];
}

/** Whether a text has the form of a document number: 〔〕 brackets, no spaces, as 沪民社工发〔2021〕5号 (docs/norms.md §4). */
export function isDocNumber(text: string): boolean {
  return /^[^\s[\]()（）]+〔\d{4}〕\d+号$/u.test(text);
}

/** A document that is cited and whose full text the site does not have. */
export interface CitedDocument {
  readonly id: string;
  readonly title: string;
  /** Empty where it is not known. */
  readonly docNumber: string;
  readonly issuer: string;
  readonly validity: Validity;
  /** Other titles under which the same number is cited elsewhere. */
  readonly otherTitles: readonly string[];
  readonly known: string;
  readonly source: string;
}
