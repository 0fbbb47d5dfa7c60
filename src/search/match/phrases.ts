import { plainWords } from '../text/plainWords.ts';

/** The set of all characters and of all pairs of neighbouring characters in a text. */
function grams(text: string): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at < text.length; at += 1) {
    found.add(text.charAt(at));
    if (at + 1 < text.length) found.add(text.slice(at, at + 2));
  }
  return found;
}

/** How similar a query is to a phrase of an owner, from 0 to 1. */
export interface Likeness {
  readonly owner: number;
  readonly likeness: number;
  /** The length of the phrase in characters: two characters that agree may be chance, a sentence is not. */
  readonly length: number;
  /** The share of the query's characters that stand in a pair which the phrase has too, from 0 to 1. */
  readonly covered: number;
  /** The same share for pairs that any phrase has: what is missing from it are words that nothing here speaks of. */
  readonly known: number;
}

/** The share of a text's characters that stand in a pair which is among these grams. */
function coverage(text: string, of: { has: (gram: string) => boolean }): number {
  let covered = 0;
  for (let at = 0; at < text.length; at += 1)
    if (of.has(text.slice(at, at + 2)) || (at > 0 && of.has(text.slice(at - 1, at + 1)))) covered += 1;
  return covered / text.length;
}

/**
 * An index of phrases that finds the ones similar to a query by the characters and pairs that they share; rare ones
 * weigh more.
 */
export class Phrases {
  readonly #phrases: {
    readonly owner: number;
    /** The phrase as it was added; `text` is the same without words that carry no meaning (`plainWords`). */
    readonly written: string;
    readonly text: string;
    readonly grams: ReadonlySet<string>;
  }[] = [];
  #by = new Map<string, number[]>();
  #weights: number[] = [];

  /** Adds a phrase, as a search key, for an owner. */
  add(owner: number, key: string): void {
    const text = plainWords(key);
    this.#phrases.push({ owner, written: key, text, grams: grams(text) });
    this.#weights = [];
  }

  #weight(gram: string): number {
    const common = this.#by.get(gram)?.length ?? 0;
    // A pair of neighbouring characters is more specific than a single one.
    return Math.log(1 + this.#phrases.length / (1 + common)) * (gram.length === 1 ? 0.5 : 1);
  }

  #prepare(): void {
    if (this.#weights.length === this.#phrases.length) return;
    this.#by = new Map();
    this.#phrases.forEach((phrase, index) => {
      for (const gram of phrase.grams) {
        const known = this.#by.get(gram);
        if (known === undefined) this.#by.set(gram, [index]);
        else known.push(index);
      }
    });
    this.#weights = this.#phrases.map((phrase) => [...phrase.grams].reduce((sum, gram) => sum + this.#weight(gram), 0));
  }

  /** Calls `take` for every phrase that shares characters with the query. */
  like(key: string, take: (found: Likeness) => void): void {
    this.#prepare();
    const asked = plainWords(key);
    const known = coverage(asked, this.#by);
    const shared = new Map<number, number>();
    let whole = 0;
    for (const gram of grams(asked)) {
      const weight = this.#weight(gram);
      const phrases = this.#by.get(gram);
      whole += phrases === undefined ? weight * 0.7 : weight;
      for (const index of phrases ?? []) shared.set(index, (shared.get(index) ?? 0) + weight);
    }
    for (const [index, weight] of shared) {
      const phrase = this.#phrases[index];
      if (phrase === undefined) continue;
      const ofPhrase = weight / (this.#weights[index] ?? 1);
      const ofQuery = weight / (whole || 1);
      // A phrase that the query contains counts by its share of the query.
      const inside = asked.includes(phrase.text);
      // The same for a phrase as it was written: 谁出钱 in 谁出钱建社工站.
      const quoted = phrase.written.length > 2 && key.includes(phrase.written) ? phrase.written.length / key.length : 0;
      const likeness = Math.max(
        0.62 * ofPhrase + 0.38 * ofQuery,
        // Two characters may occur in a long query by chance: they count less.
        inside ? (phrase.text.length > 2 ? 0.47 + 0.53 * ofQuery : 0.38 + 0.62 * ofQuery) : 0,
        quoted > 0 ? 0.47 + 0.53 * quoted : 0,
        phrase.text.includes(asked) && asked.length > 2 ? 0.7 + 0.3 * ofPhrase : 0,
      );
      take({
        owner: phrase.owner,
        likeness,
        length: phrase.text.length,
        covered: coverage(asked, phrase.grams),
        known,
      });
    }
  }
}
