import { existsSync, readFileSync, rmSync } from 'node:fs';
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

/** What was added to the log, and how to take it back. */
export interface LoggedChanges {
  readonly words: string;
  readonly undo: () => void;
}

/**
 * Adds to the log in `data` what has changed since the official site in `out`, of the day of the data. Null where
 * nothing has.
 */
export function logChanges(out: string, data: string, input: Input): LoggedChanges | null {
  const changes = forgotten(out, input) ?? [];
  if (changes.length === 0) return null;
  const path = join(data, CHANGE_LOG);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
  const dated = changes.map((change) => ({ ...change, on: input.dataset.meta.asAt }));
  writeTogether(data, { [CHANGE_LOG]: writeChangeLog(withChanges(readChangeLog(data), dated)) });
  return {
    words: `和原来发布的比，${countChanges(changes)}，记进了 ${CHANGE_LOG}。`,
    undo: () => (before === null ? rmSync(path, { force: true }) : writeTogether(data, { [CHANGE_LOG]: before })),
  };
}
