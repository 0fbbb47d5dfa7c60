/**
 * The ways in which a query can match a name, best first; `sound` is a character that sounds alike, `edit` one typing
 * error.
 */
export type Agreement = 'text' | 'pinyin' | 'initials' | 'sound' | 'edit';

/** A match of a query with a name; a higher score is better (`scores.ts`). */
export interface NameMatch {
  readonly score: number;
  readonly how: Agreement;
  /** Whether the query covers the whole name, the word for its kind aside. */
  readonly whole: boolean;
  /** Whether the match explains too little of the query to be sure, whatever its score. */
  readonly doubtful?: boolean;
}

/** A part of a query, `from`–`to`, that is a whole name. */
export interface NameSpan {
  readonly from: number;
  readonly to: number;
  readonly owner: number;
  readonly name: string;
}
