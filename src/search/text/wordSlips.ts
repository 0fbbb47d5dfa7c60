import { nearlyEqual } from './nearlyEqual.ts';
import type { Readings } from './readings.ts';

/** The weight of a character whose sound is only similar to the one typed; the same sound weighs 1. */
const NEARLY = 0.3;

const isHan = (char: string) => /^\p{Script=Han}$/u.test(char);

/**
 * Corrects characters that were mistyped for others of the same sound (地保 for 低保), by the pairs of characters that
 * occur in known words.
 */
export class WordSlips {
  readonly #readings: Readings;
  /** How often each pair of characters occurs in the known words. */
  readonly #pairs = new Map<string, number>();
  #alike: Map<string, string[]> | null = null;

  constructor(readings: Readings) {
    this.#readings = readings;
  }

  /** Adds words in their right spelling. */
  add(words: string): void {
    for (let at = 0; at + 1 < words.length; at += 1) {
      const pair = words.slice(at, at + 2);
      this.#pairs.set(pair, (this.#pairs.get(pair) ?? 0) + 1);
    }
    this.#alike = null;
  }

  /** The characters of the known words by their sound; sounds that are often confused (ling and lin) count as one. */
  #bySound(): ReadonlyMap<string, readonly string[]> {
    if (this.#alike !== null) return this.#alike;
    const alike = new Map<string, string[]>();
    for (const char of new Set([...this.#pairs.keys()].join('')))
      for (const sound of this.#sounds(char)) {
        const known = alike.get(sound);
        if (known === undefined) alike.set(sound, [char]);
        else known.push(char);
      }
    return (this.#alike = alike);
  }

  #sounds(char: string): ReadonlySet<string> {
    return new Set(this.#readings.of(char.charCodeAt(0)).map((reading) => this.#readings.blurred(reading)));
  }

  /**
   * Corrects a text: a character that forms no known word with its neighbours is replaced by one of its sound that
   * does, the most frequent pair first. Returns the text unchanged where nothing is wrong.
   */
  mended(text: string): string {
    const chars = [...text];
    for (let left = chars.length; left > 0; left -= 1) {
      const { at, char } = this.#bestMending(chars);
      if (char === '') break;
      chars[at] = char;
    }
    return chars.join('');
  }

  #bestMending(chars: readonly string[]): { readonly at: number; readonly char: string } {
    let best = { at: 0, char: '', fits: 0 };
    chars.forEach((char, at) => {
      const before = chars[at - 1] ?? '';
      const after = chars[at + 1] ?? '';
      if (!isHan(char) || this.#fits(before, char, after) > 0) return;
      for (const sound of this.#sounds(char))
        for (const other of this.#bySound().get(sound) ?? []) {
          const fits = this.#fits(before, other, after) * this.#likeness(char, other);
          if (fits > best.fits) best = { at, char: other, fits };
        }
    });
    return best;
  }

  /**
   * How similar two sounds are: 1 for the same, less for ones that are often confused (ling and lin), 0 for others
   * (sang and shan).
   */
  #likeness(one: string, other: string): number {
    let best = 0;
    for (const a of this.#readings.of(one.charCodeAt(0)))
      for (const b of this.#readings.of(other.charCodeAt(0)))
        if (a === b) return 1;
        else if (nearlyEqual(a, b)) best = NEARLY;
    return best;
  }

  #fits(before: string, char: string, after: string): number {
    return (this.#pairs.get(before + char) ?? 0) + (this.#pairs.get(char + after) ?? 0);
  }
}
