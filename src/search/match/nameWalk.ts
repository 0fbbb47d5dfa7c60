import { digitOf } from '../../domain/language/numerals.ts';
import { blurred } from '../text/readings.ts';
import { bitOf, isDigit, isLetter, type NameTable } from './nameTable.ts';

/**
 * Costs of matching a character by its first letter alone (`INITIAL`), or by the beginning of its last syllable
 * (`PARTIAL`).
 */
export const INITIAL = 1;
const PARTIAL = 0.2;
/** Costs of matching a character that sounds the same as the one typed (`SOUND`), or nearly the same (`BLURRED`). */
export const SOUND = 20;
const BLURRED = 35;

const TEN = '十'.charCodeAt(0);

/**
 * Compares one query with the names of a table, character by character: as text, pinyin, initials or a mixture of them,
 * with `loose` also by sound. Each query needs a walk of its own.
 */
export class NameWalk {
  readonly #table: NameTable;
  readonly #query: string;
  readonly #loose: boolean;
  readonly #pieces: (string | undefined)[] = [];
  /**
   * The result of the last `from`: the cost of the best match, and the place after its last character (-1 where there
   * is none).
   */
  cost = 0;
  end = -1;

  constructor(table: NameTable, query: string, loose: boolean) {
    this.#table = table;
    this.#query = query;
    this.#loose = loose;
  }

  /** The places in the table where the query may begin, one list for each character. */
  beginnings(): readonly (readonly number[])[] {
    const { chars, readings } = this.#table;
    const wanted = this.#query.charCodeAt(0);
    const letter = isLetter(wanted);
    const digit = isDigit(wanted) ? String.fromCharCode(wanted) : '';
    // Many speakers confuse n and l.
    const either = bitOf(108) | bitOf(110);
    const bits = letter ? bitOf(wanted) | (this.#loose && bitOf(wanted) & either ? either : 0) : 0;
    const found: (readonly number[])[] = [];
    for (const { code, places, initials } of chars.values()) {
      const begins =
        code === wanted ||
        (letter
          ? (initials & bits) !== 0
          : digit === ''
            ? this.#loose && readings.alike(wanted, code) > 0
            : code === TEN || digitOf(String.fromCharCode(code)) === digit);
      if (begins) found.push(places);
    }
    return found;
  }

  /**
   * Compares the query with the name from a place in the table on; true if it matches at a cost of at most `most`, with
   * the result in `cost` and `end`.
   */
  from(at: number, most: number): boolean {
    this.cost = most;
    this.end = -1;
    this.#step(0, at, 0);
    return this.end >= 0;
  }

  #step(from: number, at: number, cost: number): void {
    if (cost > this.cost) return;
    const query = this.#query;
    if (from >= query.length) {
      if (cost < this.cost || at > this.end) {
        this.cost = cost;
        this.end = at;
      }
      return;
    }
    const code = this.#table.codes[at] ?? 0;
    if (code === 0) return;
    const wanted = query.charCodeAt(from);
    if (code === wanted) this.#step(from + 1, at + 1, cost);
    if (isLetter(wanted)) this.#pinyin(from, at, cost, code, wanted);
    else if (isDigit(wanted)) this.#digits(from, at, cost, code);
    else if (this.#loose && code !== wanted) {
      const alike = this.#table.readings.alike(wanted, code);
      if (alike > 0) this.#step(from + 1, at + 1, cost + (alike === 2 ? SOUND : BLURRED));
    }
  }

  #pinyin(from: number, at: number, cost: number, code: number, wanted: number): void {
    const query = this.#query;
    const { readings } = this.#table;
    for (const reading of readings.of(code)) {
      if (query.startsWith(reading, from)) this.#step(from + reading.length, at + 1, cost);
      else if (query.length - from < reading.length && reading.startsWith(query.slice(from)))
        this.#step(query.length, at + 1, cost + (query.length - from === 1 ? INITIAL : PARTIAL));
      else if (this.#loose) {
        const other = readings.blurred(reading);
        for (let to = Math.min(query.length, from + Math.min(7, reading.length + 1)); to > from + 1; to -= 1)
          if (this.#piece(from, to) === other) this.#step(to, at + 1, cost + SOUND);
      }
      if (reading.length > 1 && reading.charCodeAt(0) === wanted) {
        this.#step(from + 1, at + 1, cost + INITIAL);
        if (reading[1] === 'h' && query[from + 1] === 'h') this.#step(from + 2, at + 1, cost + INITIAL);
      }
    }
  }

  /**
   * A part of the query with sounds that are often confused made equal; kept, because the same parts are needed many
   * times.
   */
  #piece(from: number, to: number): string {
    const at = from * 8 + to - from;
    return (this.#pieces[at] ??= blurred(this.#query.slice(from, to)));
  }

  /** Compares digits with Han numerals: 499 with 四九九, 12 with 十二, 35 with 三十五. */
  #digits(from: number, at: number, cost: number, code: number): void {
    const query = this.#query;
    if (code === TEN) {
      for (const digits of ['10', '1', '0', ''])
        if (query.startsWith(digits, from)) this.#step(from + digits.length, at + 1, cost);
    } else if (digitOf(String.fromCharCode(code)) === query[from]) this.#step(from + 1, at + 1, cost);
  }
}
