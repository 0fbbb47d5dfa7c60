import type { Readings } from '../text/readings.ts';
import type { Agreement, NameMatch, NameSpan } from './nameMatch.ts';
import { spansOf } from './nameSpans.ts';
import { type IndexedName, NameTable } from './nameTable.ts';
import { INITIAL, NameWalk, SOUND } from './nameWalk.ts';
import { findNear } from './nearNames.ts';
import { INSIDE, START, STEM, WHOLE } from './scores.ts';

/** How well a piece of a name, from one of its characters to another, answers a query that holds so many letters. */
function rate({ key, stem, malus }: IndexedName, from: number, to: number, cost: number, letters: number): NameMatch {
  const whole = from === 0 && to >= stem;
  const place = from > 0 ? INSIDE : to === key.length ? WHOLE : whole ? STEM : START;
  const left = Math.min(60, (whole ? 0.5 : 2) * (key.length - (to - from)));
  const how: Agreement = cost >= SOUND ? 'sound' : cost >= INITIAL ? 'initials' : letters > 0 ? 'pinyin' : 'text';
  const doubt =
    how === 'sound'
      ? 320 + cost
      : how === 'initials'
        ? // All initials of a name are a way to write it; a few letters from its middle hardly are.
          (whole ? 140 : from === 0 ? 220 : 330) + (cost === letters ? 0 : 10)
        : how === 'pinyin'
          ? 40 + cost * 20
          : 0;
  return { score: place - left - doubt - malus, how, whole };
}

/**
 * Names with their owners. A query looks only where its first character (or letter, by pinyin) stands, and each
 * question has a walk of its own, so that one may be asked while another is being answered.
 */
export class NameIndex {
  readonly #readings: Readings;
  readonly #names: IndexedName[] = [];
  #made: NameTable | null = null;

  constructor(readings: Readings) {
    this.#readings = readings;
  }

  /** Takes a key; the first `stem` characters of it are the name proper. */
  add(owner: number, key: string, stem = key.length, malus = 0): void {
    if (key === '') return;
    this.#names.push({ key, stem, owner, malus });
    this.#made = null;
  }

  /** The names as they are now, laid out for searching. */
  #table(): NameTable {
    this.#made ??= new NameTable(this.#names.slice(), this.#readings);
    return this.#made;
  }

  /**
   * The best match of every owner whose name contains the query: as text, pinyin, initials or any mixture; `loose`
   * also by sound. `take` is told each owner's matches as they are found.
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

  /** Owners of names that differ from the query by one character, or whose pinyin differs by one letter. */
  findNear(query: string, take: (owner: number, match: NameMatch) => void): void {
    findNear(this.#table(), query, take);
  }

  /** Every piece of the query that is a whole name, or a name without the word for its kind, as text or full pinyin. */
  spans(query: string): readonly NameSpan[] {
    return spansOf(this.#table(), query);
  }
}
