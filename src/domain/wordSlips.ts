import type { Readings } from './pinyin.ts';

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

  /** Characters of the words, by each of their readings. */
  #bySound(): ReadonlyMap<string, readonly string[]> {
    if (this.#alike !== null) return this.#alike;
    const alike = new Map<string, string[]>();
    for (const char of new Set([...this.#pairs.keys()].join('')))
      for (const reading of this.#readings.of(char.charCodeAt(0))) {
        const known = alike.get(reading);
        if (known === undefined) alike.set(reading, [char]);
        else known.push(char);
      }
    return (this.#alike = alike);
  }

  /**
   * The text with each character replaced that makes no word with its neighbours while another of its sound does; the
   * text itself where all is well.
   */
  mended(text: string): string {
    const chars = [...text];
    for (let at = 0; at < chars.length; at += 1) {
      const char = chars[at] ?? '';
      const before = chars[at - 1] ?? '';
      const after = chars[at + 1] ?? '';
      if (!isHan(char) || this.#fits(before, char, after) > 0) continue;
      let best = { char, fits: 0 };
      for (const reading of this.#readings.of(char.charCodeAt(0)))
        for (const other of this.#bySound().get(reading) ?? []) {
          const fits = this.#fits(before, other, after);
          if (fits > best.fits) best = { char: other, fits };
        }
      chars[at] = best.char;
    }
    return chars.join('');
  }

  #fits(before: string, char: string, after: string): number {
    return (this.#pairs.get(before + char) ?? 0) + (this.#pairs.get(char + after) ?? 0);
  }
}
