import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countChanges, withChanges, type StationChange } from '../../domain/station/changes.ts';
import { CHANGE_LOG, readChangeLog, unloggedChanges, writeChangeLog } from '../../loading/tables/changeLog.ts';
import { readStations } from '../../loading/tables/earlierStations.ts';
import type { Input } from '../../loading/input.ts';
import { writeTogether } from '../../loading/formats/writeTogether.ts';
import { isSampleData } from '../../domain/dataset/sample.ts';

/**
 * The list of stations in an official site. A sample names its list differently, so that no changes are derived from
 * it.
 */
const PUBLISHED = 'data/stations.csv';

/**
 * Changes since the official site in `out` that the log doesn't hold; null where the list of that site can't be read.
 */
function forgotten(out: string, { dataset }: Input): readonly StationChange[] | null {
  const path = join(out, PUBLISHED);
  if (isSampleData(dataset.meta) || !existsSync(path)) return [];
  const { stations, faults } = readStations(path, readFileSync(path));
  return faults.length > 0 ? null : unloggedChanges(stations, dataset.stations, dataset.changes);
}

/**
 * A warning about changes since the site in `out` that the log doesn't hold: once that site is replaced they can't be
 * found any more. Null where there are none.
 */
export function unloggedMessage(out: string, input: Input): string | null {
  const changes = forgotten(out, input);
  if (changes === null) return '原来发布的站点名单读不出来，没有查变更。';
  if (changes.length === 0) return null;
  return `和原来发布的比，有变更没有记：${countChanges(changes)}。把原来发布的 stations.csv 找出来，运行 npm run changes -- 那个文件，再造一次。`;
}

/** The log of changes with what a release has added to it. */
export interface LoggedChanges {
  /** The line for the operator once the release has succeeded. */
  readonly words: string;
  /** The whole new log. */
  readonly text: string;
  /** The whole log before the addition; null where there was none. */
  readonly before: string | null;
}

const textOf = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null);

/**
 * Adds the changes since the official site in `out` to the log in `data`, the frozen copy of a build, under the as-at
 * date. Null where nothing has changed.
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

/**
 * Whether the log in the editors' data folder is unchanged since the release read it, so that it may be overwritten.
 */
export const isUntouched = (data: string, { before }: LoggedChanges): boolean =>
  textOf(join(data, CHANGE_LOG)) === before;
