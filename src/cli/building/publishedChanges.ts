import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countChanges, withChanges, type StationChange } from '../../domain/station/changes.ts';
import { CHANGE_LOG, readChangeLog, unloggedChanges, writeChangeLog } from '../../loading/tables/changeLog.ts';
import { readStations } from '../../loading/tables/earlierStations.ts';
import type { Input } from '../../loading/input.ts';
import { writeTogether } from '../../loading/formats/writeTogether.ts';

/** The list of stations that an official site publishes; a sample has no past. */
const PUBLISHED = 'data/stations.csv';

/** Changes since the official site in `out` that the log doesn't hold; null where its list can't be read. */
function forgotten(out: string, { dataset }: Input): readonly StationChange[] | null {
  const path = join(out, PUBLISHED);
  if (dataset.meta.kind === 'sample' || !existsSync(path)) return [];
  const { stations, faults } = readStations(path, readFileSync(path));
  return faults.length > 0 ? null : unloggedChanges(stations, dataset.stations, dataset.changes);
}

/**
 * What to tell of changes since the site in `out` that the log doesn't hold: a site that is replaced without them in
 * the log forgets them for good. Null where there is nothing to tell.
 */
export function unloggedMessage(out: string, input: Input): string | null {
  const changes = forgotten(out, input);
  if (changes === null) return '原来发布的站点名单读不出来，没有查变更。';
  if (changes.length === 0) return null;
  return `和原来发布的比，有变更没有记：${countChanges(changes)}。把原来发布的 stations.csv 找出来，运行 npm run changes -- 那个文件，再造一次。`;
}

/** What a release adds to the log of changes. */
export interface LoggedChanges {
  /** To be told once it is out. */
  readonly words: string;
  /** The whole log with the addition, and what stood there before; null where there was no log. */
  readonly text: string;
  readonly before: string | null;
}

const textOf = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null);

/**
 * Adds to the log in `data`, the copy of one build, what has changed since the official site in `out`, of the day of
 * the data. Null where nothing has.
 */
export function logChanges(out: string, data: string, input: Input): LoggedChanges | null {
  const changes = forgotten(out, input) ?? [];
  if (changes.length === 0) return null;
  const before = textOf(join(data, CHANGE_LOG));
  const dated = changes.map((change) => ({ ...change, on: input.dataset.meta.asAt }));
  const text = writeChangeLog(withChanges(readChangeLog(data), dated));
  writeTogether(data, { [CHANGE_LOG]: text });
  return { words: `和原来发布的比，${countChanges(changes)}，记进了 ${CHANGE_LOG}。`, text, before };
}

/** Whether the log in a data folder is still what a release has added to. */
export const isUntouched = (data: string, { before }: LoggedChanges): boolean =>
  textOf(join(data, CHANGE_LOG)) === before;
