import type { Readings } from '../text/readings.ts';

/**
 * A name in the index: its search key, how many characters of that are the name proper, its owner, and what is taken
 * off its scores.
 */
export interface IndexedName {
  readonly key: string;
  readonly stem: number;
  readonly owner: number;
  readonly malus: number;
}

/** A character of the names: the places where it occurs, and the first letters of its readings as bits. */
export interface Char {
  readonly code: number;
  readonly places: number[];
  readonly initials: number;
}

/** The bit that stands for a lower-case letter, given its character code. */
export const bitOf = (letter: number): number => 1 << (letter - 97);

/** Whether a character code is a lower-case Latin letter. */
export const isLetter = (code: number): boolean => code >= 97 && code <= 122;
/** Whether a character code is a digit. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/**
 * All names of an index, one after the other in one array with a zero after each, and the places of every character. It
 * is built once and never changed.
 */
export class NameTable {
  readonly names: readonly IndexedName[];
  readonly readings: Readings;
  readonly codes: Uint16Array;
  /** For each place in `codes`: the index of the name that it lies in. */
  readonly nameAt: Int32Array;
  /** For each name: the place of its first character. */
  readonly starts: readonly number[];
  readonly chars: ReadonlyMap<number, Char>;
  #pinyin: readonly string[] | null = null;

  constructor(names: readonly IndexedName[], readings: Readings) {
    this.names = names;
    this.readings = readings;
    const length = names.reduce((sum, { key }) => sum + key.length + 1, 0);
    this.codes = new Uint16Array(length + 1);
    this.nameAt = new Int32Array(length + 1);
    const starts: number[] = [];
    const chars = new Map<number, Char>();
    let at = 0;
    names.forEach(({ key }, index) => {
      starts.push(at);
      for (let place = 0; place < key.length; place += 1) {
        const code = key.charCodeAt(place);
        this.codes[at] = code;
        this.nameAt[at] = index;
        const char = chars.get(code);
        if (char === undefined) chars.set(code, { code, places: [at], initials: initialsOf(code, readings) });
        else char.places.push(at);
        at += 1;
      }
      at += 1;
    });
    this.starts = starts;
    this.chars = chars;
  }

  /**
   * The full pinyin of every name without the word for its kind, by the first reading of each character; computed on
   * first use.
   */
  get pinyin(): readonly string[] {
    this.#pinyin ??= this.names.map(({ key, stem }) =>
      [...key.slice(0, stem)].map((char) => this.readings.of(char.charCodeAt(0))[0] ?? char).join(''),
    );
    return this.#pinyin;
  }
}

function initialsOf(code: number, readings: Readings): number {
  let bits = 0;
  for (const reading of readings.of(code)) bits |= bitOf(reading.charCodeAt(0));
  return bits;
}
