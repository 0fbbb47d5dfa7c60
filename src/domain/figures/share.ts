/** So many of so many, and by name what is missing. */
export interface Figure<Gap> {
  readonly numerator: number;
  readonly denominator: number;
  readonly gaps: readonly Gap[];
}

export function figure<T>(all: readonly T[], counts: (entry: T) => boolean): Figure<T> {
  const gaps = all.filter((entry) => !counts(entry));
  return { numerator: all.length - gaps.length, denominator: all.length, gaps };
}
