/** How a query agrees with a name, best first. */
export type Agreement = 'text' | 'pinyin' | 'initials' | 'sound' | 'edit';

/** The best agreement of a query with the names of one owner; a higher score is better (`scores.ts`). */
export interface NameMatch {
  readonly score: number;
  readonly how: Agreement;
  /** All of the name, or all of it but the word for its kind. */
  readonly whole: boolean;
}

/** A piece of a query that is a whole name. */
export interface NameSpan {
  readonly from: number;
  readonly to: number;
  readonly owner: number;
  readonly name: string;
}
