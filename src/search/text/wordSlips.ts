import { nearlyEqual } from './nearlyEqual.ts';
import type { Readings } from './readings.ts';

/** What a sound that is only confused with another counts. */
const NEARLY = 0.3;

const isHan = (char: string) => /^\p{Script=Han}$/u.test(char);

/** Pairs of neighbours that people's words here consist of, to tell 地保 from 低保: the wrong one of a sound. */
export class WordSlips {
  readonly #readings: Readings;
  /** How often a pair stands in the words. */
  readonly #pairs = new Map<string, number>();
  #alike: Map<string, string[]> | null = null;

  constructor(readings: Readings) {
    this.#readings = readings;
  }

  /** Takes words as they are written right. */
  add(words: string): void {
    for (let at = 0; at + 1 < words.length; at += 1) {
      const pair = words.slice(at, at + 2);
      this.#pairs.set(pair, (this.#pairs.get(pair) ?? 0) + 1);
    }
    this.#alike = null;
  }

  /** Characters of the words by each sound that is heard, ling and lin alike. */
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
   * The text with each character replaced that makes no word with its neighbours while another of its sound does, the
   * commonest word first; the text itself where all is well.
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

  /** 1 for one sound, less for ling and lin, 0 where more than a letter is different: sang and shan. */
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
