/**
 * The least length of a common run, in Han characters, letters and digits, that counts as copied. Fixed terms of such
 * notices (社会工作综合服务站) are shorter.
 */
export const RUN = 12;

/** How much of a text stands word for word in an original. */
export interface Overlap {
  /** The share of the text's characters that lie in common runs of at least RUN, from 0 to 1. */
  readonly share: number;
  /** The longest common run. */
  readonly longest: string;
}

/** The text without punctuation and white space, as it is compared. */
const bare = (text: string) => text.replace(/[^\p{Script=Han}\p{Letter}\p{Number}]/gu, '');

/** Measures how much of a text was copied from an original; its quotes must be removed before. */
export function overlapWith(text: string, original: string): Overlap {
  const own = bare(text);
  const source = bare(original);
  const known = new Set<string>();
  for (let at = 0; at + RUN <= source.length; at += 1) known.add(source.slice(at, at + RUN));
  let copied = 0;
  let longest = '';
  let at = 0;
  while (at + RUN <= own.length) {
    if (!known.has(own.slice(at, at + RUN))) {
      at += 1;
      continue;
    }
    let end = at + RUN;
    while (end < own.length && source.includes(own.slice(at, end + 1))) end += 1;
    copied += end - at;
    if (end - at > longest.length) longest = own.slice(at, end);
    at = end;
  }
  return { share: own.length === 0 ? 0 : copied / own.length, longest };
}
