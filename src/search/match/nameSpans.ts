import type { NameSpan } from './nameMatch.ts';
import { isLetter, type NameTable } from './nameTable.ts';

/**
 * Where in the query a name ends that begins at `from`; -1 where the query does not hold at least its first `stem`
 * characters.
 */
function nameEnd(table: NameTable, query: string, from: number, at: number, stem: number): number {
  const { codes, readings } = table;
  const here = at >= stem ? from : -1;
  const code = codes[at] ?? 0;
  if (code === 0 || from >= query.length) return here;
  const wanted = query.charCodeAt(from);
  const next = (length: number) => nameEnd(table, query, from + length, at + 1, stem);
  if (code === wanted) return Math.max(here, next(1));
  let furthest = here;
  if (isLetter(wanted))
    for (const reading of readings.of(code))
      if (query.startsWith(reading, from)) furthest = Math.max(furthest, next(reading.length));
  return furthest;
}

/** Every part of the query that is a whole name, with or without the word for its kind, as text or full pinyin. */
export function spansOf(table: NameTable, query: string): readonly NameSpan[] {
  const { names, starts, codes } = table;
  const spans: NameSpan[] = [];
  for (let from = 0; from < query.length; from += 1) {
    const wanted = query.charCodeAt(from);
    names.forEach(({ key, stem, owner }, name) => {
      const start = starts[name] ?? 0;
      if ((codes[start] ?? 0) !== wanted && !isLetter(wanted)) return;
      const to = nameEnd(table, query, from, start, start + stem);
      if (to >= 0) spans.push({ from, to, owner, name: key });
    });
  }
  return spans;
}
