import type { Dataset } from '../../domain/dataset/dataset.ts';
import type { Place } from '../../domain/place/place.ts';
import { MOST_NAMES, type PlacesFile, type PlacesRoot, writePlaces } from '../files/places.ts';
import type { LookupFile } from '../files/format.ts';
import { Initials, placeKey } from '../text/initials.ts';
import { characterPairs, searchKey, type Simplified } from '../text/keys.ts';
import { Readings } from '../text/readings.ts';
import { estateStem } from '../text/stems.ts';
import type { PlaceRecord, PlaceRun } from '../types/places.ts';
import { filesByInitials, type Keyed } from './byInitials.ts';
import { readingsOf, traditionalOf } from './readings.ts';

/** The files of places: the root, and every other file by its key. */
export interface PlaceFiles {
  readonly root: PlacesRoot;
  readonly files: ReadonlyMap<string, PlacesFile>;
}

/** Words for the kind of an estate, with which many names end. */
const KIND_END =
  /(?:新村|花园|花苑|家园|公寓|小区|大厦|公房|名苑|华庭|佳苑|雅苑|别墅|新苑|小苑|广场|新城|[区苑园村坊里弄庭城楼宅队组])$/u;

type Entry = Keyed<PlaceRecord>;

/** What of a place's row is written between commas and strokes must not hold any. */
const unmarked = (text: string) => text.replace(/[,/]/gu, ' ');

function recordsOf({ places, committees }: Dataset): readonly PlaceRecord[] {
  const byCode = new Map(committees.map((committee) => [committee.code, committee]));
  const same = Map.groupBy(places, ({ kind, name, aliases }) => [kind, name, ...aliases].join('、'));
  const run = (place: Place): PlaceRun[] => {
    const committee = byCode.get(place.committeeCode);
    if (committee === undefined) return [];
    const { unit, from, to, parity, inside, source, asAt } = place;
    const where = { town: committee.townCode, committee: committee.name, source, asAt };
    return [{ ...where, unit, from, to, parity, inside: unmarked(inside) }];
  };
  return [...same.values()].flatMap((rows): PlaceRecord[] => {
    const [first] = rows;
    if (first === undefined) return [];
    const { kind, name, aliases } = first;
    return [{ kind, name, aliases: aliases.map((alias) => alias.replaceAll('、', '')), runs: rows.flatMap(run) }];
  });
}

/**
 * The parts of an estate's name by which people call it without its beginning: 两湾城 for 中远两湾城. Parts that leave less
 * than two characters beside the word for the kind fit too many estates.
 */
const ends = (name: string): readonly string[] =>
  Array.from({ length: Math.max(0, name.length - 2) }, (_, at) => name.slice(at + 1)).filter(
    (end) => end.replace(KIND_END, '').length >= 2,
  );

/** The keys that a place is found under: by its names, and an estate also by parts of them. */
function entriesOf(record: PlaceRecord, initials: Initials, simplified: Simplified): readonly Entry[] {
  const names = [record.name, ...record.aliases].map((name) => estateStem(searchKey(name, simplified, 200)));
  const called = record.kind === '小区' ? names.flatMap((name) => [name, ...ends(name)]) : names;
  const keys = called.flatMap((name) => initials.of(name, true).map(placeKey));
  return [...new Set(keys)].map((key) => ({ key, record }));
}

/**
 * Lanes by their number alone, for a reader who leaves the road out. Numbers of many roads are left out: there the road is
 * asked for without naming any.
 */
function lanesOf(records: readonly PlaceRecord[]): readonly Entry[] {
  const lanes = records
    .filter(({ kind }) => kind === '路段')
    .flatMap((record) =>
      record.runs
        .filter(({ unit, inside, from, to }) => unit === '弄' && inside === '' && from !== null && from === to)
        .map((run) => ({ key: String(run.from), record: { ...record, runs: [run] } })),
    );
  return [...Map.groupBy(lanes, ({ key }) => key).values()].filter(({ length }) => length <= MOST_NAMES).flat();
}

/** Makes the files of places; a root alone where the dataset has none. `lookup` is the lookup file of the same build. */
export function placeFilesOf(dataset: Dataset, lookup: LookupFile): PlaceFiles {
  const records = recordsOf(dataset);
  const names = records.flatMap(({ name, aliases }) => [name, ...aliases]);
  const readings = readingsOf(names, lookup.readings);
  const initials = new Initials(new Readings(lookup.runs, lookup.readings + readings));
  const traditional = traditionalOf(names, lookup.traditional);
  const simplified = new Map(characterPairs(lookup.traditional + traditional));
  const entries = [...records.flatMap((record) => entriesOf(record, initials, simplified)), ...lanesOf(records)];
  const files = filesByInitials(entries, writePlaces);
  return { root: { keys: [...files.keys()].sort().join(' '), readings, traditional }, files };
}
