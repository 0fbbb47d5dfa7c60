import { digitOf } from '../../domain/language/numerals.ts';
import type { Readings } from './readings.ts';

const HAN = '零一二三四五六七八九';

/** Digits in the way they are read: 3 is 三, 12 is 十二, 499 is 四九九. */
const spoken = (digits: string): string => {
  const [tens = '', units = ''] = digits;
  const written = (digit: string) => HAN.charAt(Number(digit));
  if (digits.length !== 2 || tens === '0') return [...digits].map(written).join('');
  return `${tens === '1' ? '' : written(tens)}十${units === '0' ? '' : written(units)}`;
};

/** The first letter of a syllable; many speakers confuse n and l, so that both are l. */
const letterOf = (syllable: string) => (syllable.startsWith('n') ? 'l' : syllable.charAt(0));

/**
 * Reads names and queries as first letters of their syllables (示例路 and shililu are `sll`), by which the files of places
 * are told apart: whoever types another character of the same sound, pinyin or initials comes to the same file.
 */
export class Initials {
  readonly #readings: Readings;
  readonly #syllables: ReadonlySet<string>;

  constructor(readings: Readings) {
    this.#readings = readings;
    this.#syllables = readings.syllables;
  }

  /**
   * The first letters of a text in every way that it may be read, the likeliest first. With `all` every reading of the
   * first two characters counts, else only the usual one.
   */
  of(text: string, all = false): readonly string[] {
    let found: string[] = [''];
    let at = 0;
    for (const [part] of text.replace(/\d+/gu, spoken).matchAll(/[a-z]+|[^a-z]/gu)) {
      const letters = /^[a-z]/u.test(part) ? this.#spelled(part) : this.#spoken(part, all && at < 2);
      at += 1;
      found = found.flatMap((begun) => letters.map((more) => begun + more)).slice(0, 12);
    }
    return [...new Set(found)];
  }

  #spoken(char: string, all: boolean): readonly string[] {
    const readings = this.#readings.of(char.charCodeAt(0)).map(letterOf);
    if (readings.length === 0) return [digitOf(char) === '' ? '_' : char];
    return all ? [...new Set(readings)] : readings.slice(0, 1);
  }

  /** Letters as pinyin, as initials or as both mixed: `shili` is sl, `slxc` is slxc. Longer syllables come first. */
  #spelled(letters: string): readonly string[] {
    const found: string[] = [];
    const walk = (from: number, begun: string) => {
      if (found.length >= 6) return;
      if (from >= letters.length) {
        found.push(begun);
        return;
      }
      for (let to = Math.min(letters.length, from + 6); to > from + 1; to -= 1) {
        const part = letters.slice(from, to);
        if (this.#syllables.has(part) || /^[zcs]h$/u.test(part)) walk(to, begun + letterOf(part));
      }
      walk(from + 1, begun + letterOf(letters.charAt(from)));
    };
    walk(0, '');
    return found;
  }
}

/**
 * The key that a name's first letters stand under: the first two in alphabetical order, so that swapping these two
 * characters leads to the same file, then the others.
 */
export const placeKey = (initials: string): string =>
  [...initials.slice(0, 2)].sort().join('') + initials.slice(2, MOST_LETTERS);

/** Keys have at most so many letters. */
const MOST_LETTERS = 6;
