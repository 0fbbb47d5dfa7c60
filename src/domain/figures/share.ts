/** A share: how many of all entries count, and the list of those that do not. */
export interface Figure<Gap> {
  readonly numerator: number;
  readonly denominator: number;
  readonly gaps: readonly Gap[];
}

/** Counts the entries that `counts` accepts; the others are the gaps. */
export function figure<T>(all: readonly T[], counts: (entry: T) => boolean): Figure<T> {
  const gaps = all.filter((entry) => !counts(entry));
  return { numerator: all.length - gaps.length, denominator: all.length, gaps };
}
