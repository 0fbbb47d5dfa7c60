import { nearlyEqual } from '../text/nearlyEqual.ts';
import type { NameMatch } from './nameMatch.ts';
import type { NameTable } from './nameTable.ts';

/** Whether the text begins with the characters of the query in any order. */
const isSwapped = (query: string, text: string) =>
  [...query].sort().join('') === [...text.slice(0, query.length)].sort().join('');

function nearInside(query: string, text: string): boolean {
  if (query.length < 4) return false;
  for (let from = 0; from + query.length - 1 <= text.length; from += 1)
    for (let length = query.length - 1; length <= query.length + 1; length += 1)
      if (nearlyEqual(query, text.slice(from, from + length))) return true;
  return false;
}

/** Calls `take` for names that differ from the query by one character, or whose pinyin differs by one letter. */
export function findNear(table: NameTable, query: string, take: (owner: number, match: NameMatch) => void): void {
  const latin = /^[a-z]+$/u.test(query);
  if (query.length < (latin ? 5 : 3)) return;
  const half = Math.ceil(query.length / 2);
  // A single error leaves the beginning or the end of the query intact, so one of the two must match exactly.
  const halves = [query.slice(0, Math.max(1, half - 1)), query.slice(Math.min(query.length - 1, half + 1))] as const;
  const seen = new Set<number>();
  const check = (name: number, text: string, stem: number) => {
    if (text.length + 1 < query.length || seen.has(name)) return;
    seen.add(name);
    // A third character beside a stem of two makes another word: 世界杯 and 世界居委会.
    const ofStem = stem < text.length && stem > 2 && nearlyEqual(query, text.slice(0, stem));
    const whole = nearlyEqual(query, text) || ofStem;
    if (!whole && (latin || !nearInside(query, text))) return;
    const { owner = 0, malus = 0 } = table.names[name] ?? {};
    const swapped = isSwapped(query, text) ? 8 : 0;
    const score = (whole ? 560 : 440) + swapped - malus - Math.min(40, text.length - query.length);
    take(owner, { score, how: 'edit', whole });
  };
  if (latin) {
    table.pinyin.forEach((text, name) => {
      if (text.startsWith(halves[0]) || text.endsWith(halves[1])) check(name, text, text.length);
    });
    return;
  }
  for (const part of halves)
    for (const at of table.chars.get(part.charCodeAt(0))?.places ?? []) {
      const name = table.nameAt[at] ?? 0;
      const { key = '', stem = key.length } = table.names[name] ?? {};
      if (key.startsWith(part, at - (table.starts[name] ?? 0))) check(name, key, stem);
    }
}
