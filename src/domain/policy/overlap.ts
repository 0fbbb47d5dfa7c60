/**
 * Han characters, letters and digits in a row that count as copied. The longest set terms of such notices
 * (社会工作综合服务站, 社会工作服务机构) stay below it, so that twelve in a row are no coincidence.
 */
export const RUN = 12;

/** How much of a text stands word for word in an original. */
export interface Overlap {
  /** Share of the text's characters that lie in a common run of at least RUN, 0 to 1. */
  readonly share: number;
  /** The longest common run. */
  readonly longest: string;
}

/** What counts when wordings are compared: no punctuation, no white space. */
const bare = (text: string) => text.replace(/[^\p{Script=Han}\p{Letter}\p{Number}]/gu, '');

/** How much of a text was copied from an original; quotes must be taken out before. */
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
