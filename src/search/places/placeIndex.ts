import { readPlaces, type PlacesFile } from '../files/places.ts';
import { NameIndex } from '../match/nameIndex.ts';
import type { NameMatch } from '../match/nameMatch.ts';
import { EQUAL, FAULTY, PIECE, SHORT_PIECE, WRITTEN } from '../match/scores.ts';
import { searchKey, type Simplified } from '../text/keys.ts';
import type { Readings } from '../text/readings.ts';
import { estateStem } from '../text/stems.ts';
import type { PlaceRecord } from '../types/places.ts';

/** The places that a name means. */
export interface NamedPlaces {
  readonly records: readonly PlaceRecord[];
  /** Whether they bear exactly this name; else it is a part of theirs, or near to it. */
  readonly exact: boolean;
}

const NOBODY: NamedPlaces = { records: [], exact: false };

/** The places of one file, to be found by name. */
export class PlaceIndex {
  readonly records: readonly PlaceRecord[];
  readonly #names: NameIndex;

  constructor(file: PlacesFile, readings: Readings, simplified: Simplified) {
    this.records = readPlaces(file);
    this.#names = new NameIndex(readings);
    this.records.forEach(({ name, aliases }, owner) => {
      for (const own of [name, ...aliases]) this.#names.add(owner, estateStem(searchKey(own, simplified, 200)));
    });
  }

  /** The places that bear a name, given as a search key; where none does, those whose name is near to it. */
  find(name: string): NamedPlaces {
    const best = new Map<number, NameMatch>();
    const take = (owner: number, match: NameMatch) => {
      if (match.score > (best.get(owner)?.score ?? 0)) best.set(owner, match);
    };
    this.#names.find(name, false, take);
    const written = this.#among(best, ({ score, whole }) => whole && score >= WRITTEN);
    if (written.length > 0) return { records: written, exact: true };
    if (name.length < (/^[a-z]+$/u.test(name) ? 3 : 2)) return NOBODY;
    this.#names.find(name, true, take);
    if (Math.max(0, ...[...best.values()].map(({ score }) => score)) < FAULTY) this.#names.findNear(name, take);
    const near = this.#among(best, ({ score, whole, how }) =>
      whole ? true : how === 'text' || how === 'pinyin' ? score >= PIECE : how === 'initials' && score >= SHORT_PIECE,
    );
    return { records: near, exact: false };
  }

  /** The records with the best of the matches that are good enough. */
  #among(best: ReadonlyMap<number, NameMatch>, isGood: (match: NameMatch) => boolean): PlaceRecord[] {
    const good = [...best].filter(([, match]) => isGood(match));
    const top = Math.max(...good.map(([, { score }]) => score));
    return good.filter(([, { score }]) => score > top - EQUAL).flatMap(([owner]) => this.records[owner] ?? []);
  }
}
