import { PLACE_KINDS, type DoorUnit, type Parity } from '../../domain/place/place.ts';
import type { PlaceRecord, PlaceRun } from '../types/places.ts';
import { readCommittee, writeCommittee } from './format.ts';

/** If more names than this fit to what was typed, it is too short to tell which is meant. */
export const MOST_NAMES = 8;

/**
 * The content of `/search/places.json`: which files of places there are, and what a query is read with to tell its file
 * (`placeKeys`). It is loaded with the first question that needs a place.
 */
export interface PlacesRoot {
  /** The keys of all files, joined with a space; the file of a key is `/search/places/<key>.json`. */
  readonly keys: string;
  readonly readings: string;
  readonly traditional: string;
}

/** The runs of a place that belong to one 居村委 and come from one source (`writeRuns`). */
type Share = readonly [committee: number, source: number, runs: string];

/** The content of one file of places. Numbers are indexes into the other lists. */
export interface PlacesFile {
  /** Codes of 街镇. They stand here and not as indexes, so that a file of another build never names another 街镇. */
  readonly towns: readonly string[];
  /** The 居村委 (`writeCommittee`). */
  readonly committees: readonly (readonly [town: number, name: string])[];
  readonly sources: readonly (readonly [source: string, asAt: string])[];
  readonly places: readonly (readonly [kind: number, name: string, aliases: string, ...shares: Share[]])[];
}

const PARITY_MARKS: Readonly<Record<Parity, string>> = { 单: '!', 双: ':', 全: '' };
const RUN = /^(?:([^/]*)\/)?([^\d:!-]*)(?:(\d*)(-)(\d*)|(\d+))?([!:]?)$/u;

/**
 * Runs as text: `弄700,750-840:` are 700弄 and the even numbers of 750弄 to 840弄, `555弄/号1-` is 1号 and up inside 555弄, an
 * empty run is all of the place. A unit holds for the runs after it too.
 */
export function writeRuns(runs: readonly PlaceRun[]): string {
  let last: DoorUnit | null = null;
  return runs
    .map(({ unit, inside, from, to, parity }) => {
      const word = unit === last ? '' : (unit ?? '=');
      last = unit;
      const numbers = from === null && to === null ? '' : from === to ? String(from) : `${from ?? ''}-${to ?? ''}`;
      return `${inside === '' ? '' : `${inside}/`}${word}${numbers}${PARITY_MARKS[parity]}`;
    })
    .join(',');
}

const number = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text));

/** The runs that `writeRuns` wrote; what is not in its form is left out. */
function readRuns(text: string, of: Pick<PlaceRun, 'town' | 'committee' | 'source' | 'asAt'>): PlaceRun[] {
  let unit: DoorUnit | null = null;
  return text.split(',').flatMap((run): PlaceRun[] => {
    const found = RUN.exec(run);
    if (found === null) return [];
    const [, inside = '', word = '', from, dash, to, single, mark = ''] = found;
    if (word !== '') unit = word === '=' ? null : (word as DoorUnit);
    const parity = mark === '!' ? '单' : mark === ':' ? '双' : '全';
    const ends =
      dash === undefined ? { from: number(single), to: number(single) } : { from: number(from), to: number(to) };
    return [{ ...of, unit, inside, ...ends, parity }];
  });
}

/** The index of an entry in a list of different ones, to which it is added where it is new. */
function placeIn<T>(list: T[], known: Map<string, number>, key: string, entry: () => T): number {
  const at = known.get(key);
  if (at !== undefined) return at;
  known.set(key, list.length);
  return list.push(entry()) - 1;
}

/** Makes a file of places. */
export function writePlaces(records: readonly PlaceRecord[]): PlacesFile {
  const towns: string[] = [];
  const committees: [number, string][] = [];
  const sources: [string, string][] = [];
  const known = { towns: new Map(), committees: new Map(), sources: new Map() } as const;
  const places = records.map(({ kind, name, aliases, runs }): PlacesFile['places'][number] => {
    const shares = new Map<string, PlaceRun[]>();
    for (const run of runs) {
      const town = placeIn(towns, known.towns, run.town, () => run.town);
      const of = placeIn(committees, known.committees, `${town} ${run.committee}`, () => [
        town,
        writeCommittee(run.committee),
      ]);
      const source = placeIn(sources, known.sources, `${run.asAt ?? ''} ${run.source}`, () => [
        run.source,
        run.asAt ?? '',
      ]);
      const share = shares.get(`${of} ${source}`);
      if (share === undefined) shares.set(`${of} ${source}`, [run]);
      else share.push(run);
    }
    const written = [...shares].map(([key, own]): Share => {
      const [of = 0, source = 0] = key.split(' ').map(Number);
      return [of, source, writeRuns(own)];
    });
    return [PLACE_KINDS.indexOf(kind), name, aliases.join('、'), ...written];
  });
  return { towns, committees, sources, places };
}

/** The places of a file. */
export function readPlaces({ towns, committees, sources, places }: PlacesFile): readonly PlaceRecord[] {
  return places.map(([kind, name, aliases, ...shares]) => ({
    kind: PLACE_KINDS[kind] ?? '小区',
    name,
    aliases: aliases === '' ? [] : aliases.split('、'),
    runs: shares.flatMap(([of, from, runs]) => {
      const [town = 0, committee = ''] = committees[of] ?? [];
      const [source = '', asAt = ''] = sources[from] ?? [];
      return readRuns(runs, {
        town: towns[town] ?? '',
        committee: readCommittee(committee),
        source,
        asAt: asAt === '' ? null : asAt,
      });
    }),
  }));
}
