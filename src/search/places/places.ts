import type { LookupFile } from '../files/format.ts';
import { MOST_NAMES, type PlacesFile, type PlacesRoot } from '../files/places.ts';
import { placeAnswer } from '../answers/responsible.ts';
import { Initials, placeKey } from '../text/initials.ts';
import { characterPairs, type Simplified } from '../text/keys.ts';
import { Readings } from '../text/readings.ts';
import type { AddressAnswer, AddressRow } from '../types/answer.ts';
import type { PlaceRun } from '../types/places.ts';
import type { Directory } from '../types/rows.ts';
import { type Address, type AddressReading, readAddress } from './address.ts';
import { PlaceIndex } from './placeIndex.ts';
import { type Found, resolve, type Resolution } from './resolve.ts';
import { extentWords, parityWords, stepWords } from './words.ts';

/** At most so many rows are shown; a reader goes on writing to see others. */
const MOST_ROWS = 12;

/** The table of places, of which files are added as questions need them. */
export class Places {
  readonly #directory: Directory;
  readonly #city: string;
  readonly #keys: ReadonlySet<string>;
  readonly #readings: Readings;
  readonly #initials: Initials;
  readonly #simplified: Simplified;
  readonly #files = new Map<string, PlaceIndex>();

  /** `lookup` holds the readings and traditional characters that the root leaves out. */
  constructor(root: PlacesRoot, lookup: LookupFile, directory: Directory) {
    this.#city = lookup.city[2];
    this.#directory = directory;
    this.#keys = new Set(root.keys.split(' '));
    this.#readings = new Readings(lookup.runs, lookup.readings + root.readings);
    this.#initials = new Initials(this.#readings);
    this.#simplified = new Map(characterPairs(lookup.traditional + root.traditional));
  }

  /** Reads what somebody typed as an address; null where it can't be one. */
  read(text: string): Address | null {
    return readAddress(text, this.#city, this.#directory, this.#simplified);
  }

  /** Adds the file of a key. */
  add(key: string, file: PlacesFile): void {
    this.#files.set(key, new PlaceIndex(file, this.#readings, this.#simplified));
  }

  /** The key of the one file that may know an address; null where there is none. */
  keyOf({ readings }: Address): string | null {
    for (const { name, steps } of readings) {
      const keys = name === '' ? [String(steps[0]?.number ?? '')] : this.#initials.of(name).map(placeKey);
      for (const key of keys)
        for (let length = key.length; length > 0; length -= 1)
          if (this.#keys.has(key.slice(0, length))) return key.slice(0, length);
    }
    return null;
  }

  /** Whether the file of a key was added. */
  has(key: string): boolean {
    return this.#files.has(key);
  }

  /** What the table says of an address; null where it doesn't know the name. */
  answer(address: Address): AddressAnswer | null {
    const index = this.#files.get(this.keyOf(address) ?? '');
    const [first] = address.readings;
    if (first?.name === '') return this.#withoutName(index, first);
    if (index === undefined) return null;
    let near: Resolution | null = null;
    for (const { name, steps } of address.readings) {
      const { records, exact } = index.find(name);
      if (!exact && new Set(records.map((record) => record.name)).size > MOST_NAMES) continue;
      const found = records.flatMap((record) =>
        record.runs.filter((run) => this.#lies(run, address)).map((run) => ({ record, run })),
      );
      const resolution = resolve(found, steps, exact);
      if (resolution?.exact === true) return this.#answerOf(resolution);
      near ??= resolution;
    }
    return near === null ? null : this.#answerOf(near);
  }

  /** Whether a run lies in the district or town that the reader has named, if any. */
  #lies({ town }: PlaceRun, { within }: Address): boolean {
    return within.length === 0 || within.some(({ code }) => town.startsWith(code));
  }

  /** A lane or door whose road was left out: the roads that have it, or that the road is missing. */
  #withoutName(index: PlaceIndex | undefined, { steps }: AddressReading): AddressAnswer | null {
    const lanes = (index?.records ?? []).flatMap((record) => record.runs.map((run) => ({ record, run })));
    const resolution = steps[0]?.units[0] === '弄' ? resolve(lanes, steps, false) : null;
    const names = new Set(resolution?.found.map(({ record }) => record.name));
    return resolution === null || names.size > MOST_NAMES
      ? { kind: '缺路名', written: stepWords(steps), exact: false, rows: [], more: 0 }
      : this.#answerOf(resolution);
  }

  /** Null where no 街镇 of the rows is known. */
  #answerOf({ kind, written, exact, found }: Resolution): AddressAnswer | null {
    const rows = found.flatMap((one) => this.#rowOf(one));
    if (rows.length === 0 && found.length > 0) return null;
    const shown = rows.slice(0, MOST_ROWS);
    return { kind, written, exact, rows: shown, more: rows.length - shown.length };
  }

  /** A run as an answer shows it; none where its 街镇 is not in the lookup, which is then of another build. */
  #rowOf({ record, run }: Found): AddressRow[] {
    const { towns } = this.#directory;
    const town = towns.find(({ code }) => code === run.town);
    if (town === undefined) return [];
    const committee = { kind: 'committee', name: run.committee, town } as const;
    return [
      {
        name: record.name,
        extent: extentWords(run),
        parity: parityWords(run),
        place: placeAnswer(town, committee, towns, new Set(), 1000),
        source: run.source,
        asAt: run.asAt,
      },
    ];
  }
}
