import type { Readings } from '../text/readings.ts';
import type { Agreement, NameMatch, NameSpan } from './nameMatch.ts';
import { spansOf } from './nameSpans.ts';
import { type IndexedName, NameTable } from './nameTable.ts';
import { INITIAL, NameWalk, SOUND } from './nameWalk.ts';
import { findNear } from './nearNames.ts';
import { INSIDE, START, STEM, WHOLE } from './scores.ts';

/**
 * Scores a match of the query with the part `from`–`to` of a name. `cost` is that of the walk (`NameWalk`), `letters`
 * how many Latin letters the query has.
 */
function rate({ key, stem, malus }: IndexedName, from: number, to: number, cost: number, letters: number): NameMatch {
  const whole = from === 0 && to >= stem;
  const place = from > 0 ? INSIDE : to === key.length ? WHOLE : whole ? STEM : START;
  const left = Math.min(60, (whole ? 0.5 : 2) * (key.length - (to - from)));
  const how: Agreement = cost >= SOUND ? 'sound' : cost >= INITIAL ? 'initials' : letters > 0 ? 'pinyin' : 'text';
  const doubt =
    how === 'sound'
      ? 320 + cost
      : how === 'initials'
        ? // All initials of a name are a common way to type it; a few letters from its middle are not.
          (whole ? 140 : from === 0 ? 220 : 330) + (cost === letters ? 0 : 10)
        : how === 'pinyin'
          ? 40 + cost * 20
          : 0;
  return { score: place - left - doubt - malus, how, whole };
}

/**
 * An index of names, each belonging to an owner (a number that the caller gives a meaning). Every question has a
 * `NameWalk` of its own, so that questions do not disturb each other.
 */
export class NameIndex {
  readonly #readings: Readings;
  readonly #names: IndexedName[] = [];
  #made: NameTable | null = null;

  constructor(readings: Readings) {
    this.#readings = readings;
  }

  /**
   * Adds a name as a search key. `stem` is how many of its first characters are the name without the word for its kind;
   * `malus` is taken off its scores.
   */
  add(owner: number, key: string, stem = key.length, malus = 0): void {
    if (key === '') return;
    this.#names.push({ key, stem, owner, malus });
    this.#made = null;
  }

  /** The table of all names added so far, rebuilt after new ones came. */
  #table(): NameTable {
    this.#made ??= new NameTable(this.#names.slice(), this.#readings);
    return this.#made;
  }

  /**
   * Calls `take` for every name that contains the query as text, pinyin, initials or a mixture of them; with `loose`
   * also as characters that sound alike. One owner may come several times.
   */
  find(query: string, loose: boolean, take: (owner: number, match: NameMatch) => void): void {
    if (query === '') return;
    const table = this.#table();
    const { nameAt, starts, names } = table;
    const walk = new NameWalk(table, query, loose);
    const latin = /^[a-z]+$/u.test(query);
    const letters = query.replace(/[^a-z]/gu, '').length;
    const most = loose ? Math.max(SOUND, (query.length - letters) * SOUND + 15) : letters;
    for (const places of walk.beginnings())
      for (const at of places) {
        const index = nameAt[at] ?? 0;
        const start = starts[index] ?? 0;
        if (latin && query.length < 3 && at !== start) continue;
        const name = names[index];
        if (name === undefined || !walk.from(at, most)) continue;
        take(name.owner, rate(name, at - start, walk.end - start, walk.cost, letters));
      }
  }

  /** Calls `take` for names that differ from the query by one character, or whose pinyin differs by one letter. */
  findNear(query: string, take: (owner: number, match: NameMatch) => void): void {
    findNear(this.#table(), query, take);
  }

  /** Every part of the query that is a whole name, with or without the word for its kind, as text or full pinyin. */
  spans(query: string): readonly NameSpan[] {
    return spansOf(this.#table(), query);
  }
}
