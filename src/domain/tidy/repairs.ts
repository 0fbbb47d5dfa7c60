/** One way to mend what clerks write: a writing that means one thing only, or a slip that leaves no doubt. */
export interface Repair {
  readonly pattern: RegExp;
  readonly to: string | ((...args: string[]) => string);
  /** What to tell; empty for what only changes the writing. */
  readonly guess: string;
}

/** The text with every repair made in turn, and what was guessed on the way. */
export function repairedBy(
  repairs: readonly Repair[],
  text: string,
): { readonly text: string; readonly guesses: readonly string[] } {
  const guesses = new Set<string>();
  let mended = text;
  for (const { pattern, to, guess } of repairs) {
    const next = typeof to === 'string' ? mended.replace(pattern, to) : mended.replace(pattern, to);
    if (next !== mended && guess !== '') guesses.add(guess);
    mended = next;
  }
  return { text: mended, guesses: [...guesses] };
}
