import { nearlyEqual } from '../text/nearlyEqual.ts';
import { blurred, type Readings } from '../text/readings.ts';
import { digitOf } from '../../domain/language/numerals.ts';

/** How a query agrees with a name, best first. */
export type Agreement = 'text' | 'pinyin' | 'initials' | 'sound' | 'edit';

/** The best agreement of a query with the names of one owner; a higher score is better. */
export interface NameMatch {
  readonly score: number;
  readonly how: Agreement;
  /** All of the name, or all of it but the word for its kind. */
  readonly whole: boolean;
}

/** A piece of a query that is a whole name. */
export interface NameSpan {
  readonly from: number;
  readonly to: number;
  readonly owner: number;
  readonly name: string;
}

const INITIAL = 1;
const PARTIAL = 0.2;
const SOUND = 20;
const BLURRED = 35;

/** Places in a name, best first: all of it, its stem, its beginning, somewhere inside. */
const WHOLE = 1000;
const STEM = 960;
const START = 820;
const INSIDE = 700;

const TEN = '十'.charCodeAt(0);

const isLetter = (code: number) => code >= 97 && code <= 122;
const isDigit = (code: number) => code >= 48 && code <= 57;

/** Whether a text begins with the same characters in another order. */
const isSwapped = (query: string, text: string) =>
  [...query].sort().join('') === [...text.slice(0, query.length)].sort().join('');

/** Where a character stands, and the letters that its readings begin with, one bit each. */
interface Char {
  readonly code: number;
  readonly places: number[];
  readonly initials: number;
}

const bitOf = (letter: number) => 1 << (letter - 97);

/**
 * Names one after the other in one array, with the places of every character: a query looks only where its first
 * character (or letter, by pinyin) stands.
 */
export class NameIndex {
  readonly #readings: Readings;
  readonly #names: string[] = [];
  readonly #stems: number[] = [];
  readonly #owners: number[] = [];
  readonly #malus: number[] = [];
  #codes = new Uint16Array(0);
  #nameAt = new Int32Array(0);
  #starts: number[] = [];
  #chars = new Map<number, Char>();
  #pinyin: string[] | null = null;
  #ready = false;

  constructor(readings: Readings) {
    this.#readings = readings;
  }

  /** Takes a key; the first `stem` characters of it are the name proper. */
  add(owner: number, key: string, stem = key.length, malus = 0): void {
    if (key === '') return;
    this.#names.push(key);
    this.#stems.push(stem);
    this.#owners.push(owner);
    this.#malus.push(malus);
    this.#ready = false;
  }

  #prepare(): void {
    if (this.#ready) return;
    this.#ready = true;
    this.#pinyin = null;
    const length = this.#names.reduce((sum, name) => sum + name.length + 1, 0);
    this.#codes = new Uint16Array(length + 1);
    this.#nameAt = new Int32Array(length + 1);
    this.#starts = [];
    this.#chars = new Map();
    let at = 0;
    this.#names.forEach((name, index) => {
      this.#starts.push(at);
      for (let place = 0; place < name.length; place += 1) {
        const code = name.charCodeAt(place);
        this.#codes[at] = code;
        this.#nameAt[at] = index;
        const char = this.#chars.get(code);
        if (char === undefined) this.#chars.set(code, { code, places: [at], initials: this.#initials(code) });
        else char.places.push(at);
        at += 1;
      }
      at += 1;
    });
  }

  // The state of one walk; a field each, because the walk is taken a hundred thousand times a second.
  #query = '';
  #loose = false;
  #best = 0;
  #end = 0;
  #pieces: (string | undefined)[] = [];

  #walk(from: number, at: number, cost: number): void {
    if (cost > this.#best) return;
    const query = this.#query;
    if (from >= query.length) {
      if (cost < this.#best || at > this.#end) {
        this.#best = cost;
        this.#end = at;
      }
      return;
    }
    const code = this.#codes[at] ?? 0;
    if (code === 0) return;
    const wanted = query.charCodeAt(from);
    if (code === wanted) this.#walk(from + 1, at + 1, cost);
    if (isLetter(wanted)) this.#walkPinyin(from, at, cost, code, wanted);
    else if (isDigit(wanted)) this.#walkDigits(from, at, cost, code);
    else if (this.#loose && code !== wanted) {
      const alike = this.#readings.alike(wanted, code);
      if (alike > 0) this.#walk(from + 1, at + 1, cost + (alike === 2 ? SOUND : BLURRED));
    }
  }

  #walkPinyin(from: number, at: number, cost: number, code: number, wanted: number): void {
    const query = this.#query;
    for (const reading of this.#readings.of(code)) {
      if (query.startsWith(reading, from)) this.#walk(from + reading.length, at + 1, cost);
      else if (query.length - from < reading.length && reading.startsWith(query.slice(from)))
        this.#walk(query.length, at + 1, cost + (query.length - from === 1 ? INITIAL : PARTIAL));
      else if (this.#loose) {
        const other = this.#readings.blurred(reading);
        for (let to = Math.min(query.length, from + Math.min(7, reading.length + 1)); to > from + 1; to -= 1)
          if (this.#piece(from, to) === other) this.#walk(to, at + 1, cost + SOUND);
      }
      if (reading.length > 1 && reading.charCodeAt(0) === wanted) {
        this.#walk(from + 1, at + 1, cost + INITIAL);
        if (reading[1] === 'h' && query[from + 1] === 'h') this.#walk(from + 2, at + 1, cost + INITIAL);
      }
    }
  }

  /** A piece of the query as it is confused with others; the same few pieces are asked for again and again. */
  #piece(from: number, to: number): string {
    const at = from * 8 + to - from;
    return (this.#pieces[at] ??= blurred(this.#query.slice(from, to)));
  }

  /** 499 on 四九九, 12 on 十二, 35 on 三十五. */
  #walkDigits(from: number, at: number, cost: number, code: number): void {
    const query = this.#query;
    if (code === TEN) {
      for (const digits of ['10', '1', '0', ''])
        if (query.startsWith(digits, from)) this.#walk(from + digits.length, at + 1, cost);
    } else if (digitOf(String.fromCharCode(code)) === query[from]) this.#walk(from + 1, at + 1, cost);
  }

  #initials(code: number): number {
    let bits = 0;
    for (const reading of this.#readings.of(code)) bits |= bitOf(reading.charCodeAt(0));
    return bits;
  }

  /** Places where the query may begin. */
  #beginnings(): readonly (readonly number[])[] {
    const wanted = this.#query.charCodeAt(0);
    const letter = isLetter(wanted);
    const digit = isDigit(wanted) ? String.fromCharCode(wanted) : '';
    // n and l are confused with each other.
    const either = bitOf(108) | bitOf(110);
    const bits = letter ? bitOf(wanted) | (this.#loose && bitOf(wanted) & either ? either : 0) : 0;
    const found: (readonly number[])[] = [];
    for (const { code, places, initials } of this.#chars.values()) {
      const begins =
        code === wanted ||
        (letter
          ? (initials & bits) !== 0
          : digit === ''
            ? this.#loose && this.#readings.alike(wanted, code) > 0
            : code === TEN || digitOf(String.fromCharCode(code)) === digit);
      if (begins) found.push(places);
    }
    return found;
  }

  /**
   * The best match of every owner whose name contains the query: as text, pinyin, initials or any mixture; `loose`
   * also by sound. `take` is told each owner's matches as they are found.
   */
  find(query: string, loose: boolean, take: (owner: number, match: NameMatch) => void): void {
    this.#prepare();
    if (query === '') return;
    this.#query = query;
    this.#loose = loose;
    this.#pieces = [];
    const latin = /^[a-z]+$/u.test(query);
    const letters = query.replace(/[^a-z]/gu, '').length;
    const most = loose ? Math.max(SOUND, (query.length - letters) * SOUND + 15) : letters;
    for (const places of this.#beginnings())
      for (const at of places) {
        const name = this.#nameAt[at] ?? 0;
        const start = this.#starts[name] ?? 0;
        if (latin && query.length < 3 && at !== start) continue;
        this.#best = most;
        this.#end = -1;
        this.#walk(0, at, 0);
        if (this.#end < 0) continue;
        take(this.#owners[name] ?? 0, this.#rate(name, at - start, this.#end - start, this.#best, letters));
      }
  }

  #rate(name: number, from: number, to: number, cost: number, letters: number): NameMatch {
    const length = (this.#names[name] ?? '').length;
    const stem = this.#stems[name] ?? length;
    const whole = from === 0 && to >= stem;
    const place = from > 0 ? INSIDE : to === length ? WHOLE : whole ? STEM : START;
    const left = Math.min(60, (whole ? 0.5 : 2) * (length - (to - from)));
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
    return { score: place - left - doubt - (this.#malus[name] ?? 0), how, whole };
  }

  /** Owners of names that differ from the query by one character, or whose pinyin differs by one letter. */
  findNear(query: string, take: (owner: number, match: NameMatch) => void): void {
    this.#prepare();
    const latin = /^[a-z]+$/u.test(query);
    if (query.length < (latin ? 5 : 3)) return;
    const half = Math.ceil(query.length / 2);
    // One fault in all leaves the beginning or the end right, two neighbours swapped in the middle too.
    const halves = [query.slice(0, Math.max(1, half - 1)), query.slice(Math.min(query.length - 1, half + 1))] as const;
    const seen = new Set<number>();
    const check = (name: number, text: string, stem: number) => {
      if (text.length + 1 < query.length || seen.has(name)) return;
      seen.add(name);
      const whole = nearlyEqual(query, text) || (stem < text.length && nearlyEqual(query, text.slice(0, stem)));
      if (!whole && (latin || !this.#nearInside(query, text))) return;
      const score =
        (whole ? 560 : 440) +
        (isSwapped(query, text) ? 8 : 0) -
        (this.#malus[name] ?? 0) -
        Math.min(40, text.length - query.length);
      take(this.#owners[name] ?? 0, { score, how: 'edit', whole });
    };
    if (latin) {
      this.#wholePinyin().forEach((text, name) => {
        if (text.startsWith(halves[0]) || text.endsWith(halves[1])) check(name, text, text.length);
      });
      return;
    }
    for (const part of halves)
      for (const at of this.#chars.get(part.charCodeAt(0))?.places ?? []) {
        const name = this.#nameAt[at] ?? 0;
        const text = this.#names[name] ?? '';
        if (text.startsWith(part, at - (this.#starts[name] ?? 0))) check(name, text, this.#stems[name] ?? text.length);
      }
  }

  #nearInside(query: string, text: string): boolean {
    if (query.length < 4) return false;
    for (let from = 0; from + query.length - 1 <= text.length; from += 1)
      for (let length = query.length - 1; length <= query.length + 1; length += 1)
        if (nearlyEqual(query, text.slice(from, from + length))) return true;
    return false;
  }

  #wholePinyin(): readonly string[] {
    this.#pinyin ??= this.#names.map((name, index) =>
      [...name.slice(0, this.#stems[index])].map((char) => this.#readings.of(char.charCodeAt(0))[0] ?? char).join(''),
    );
    return this.#pinyin;
  }

  /** Every piece of the query that is a whole name, or a name without the word for its kind, as text or full pinyin. */
  spans(query: string): readonly NameSpan[] {
    this.#prepare();
    const spans: NameSpan[] = [];
    for (let from = 0; from < query.length; from += 1) {
      const wanted = query.charCodeAt(from);
      for (let name = 0; name < this.#names.length; name += 1) {
        const start = this.#starts[name] ?? 0;
        const code = this.#codes[start] ?? 0;
        if (code !== wanted && !isLetter(wanted)) continue;
        for (const to of this.#consume(query, from, start, start + (this.#stems[name] ?? 0)))
          spans.push({ from, to, owner: this.#owners[name] ?? 0, name: this.#names[name] ?? '' });
      }
    }
    return spans;
  }

  /** Where in the query a name can end that begins at `from`; it has to be read to `stem` at least. */
  #consume(query: string, from: number, at: number, stem: number): readonly number[] {
    const code = this.#codes[at] ?? 0;
    const ends: number[] = at >= stem ? [from] : [];
    if (code === 0 || from >= query.length) return ends;
    const wanted = query.charCodeAt(from);
    const longer: number[] = [];
    if (code === wanted) longer.push(...this.#consume(query, from + 1, at + 1, stem));
    else if (isLetter(wanted))
      for (const reading of this.#readings.of(code))
        if (query.startsWith(reading, from)) longer.push(...this.#consume(query, from + reading.length, at + 1, stem));
    return longer.length > 0 ? [Math.max(...longer)] : ends;
  }
}
