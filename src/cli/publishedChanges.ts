import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countChanges } from '../domain/stationChanges.ts';
import { unloggedChanges } from '../loading/changeLog.ts';
import { readStations } from '../loading/earlierStations.ts';
import type { Input } from '../loading/folders.ts';

/** The list of stations that an official site publishes; a sample has no past. */
const PUBLISHED = 'data/stations.csv';

/**
 * What to tell of changes since the site in `out` that the log doesn't hold: a site that is replaced without them in
 * the log forgets them for good. Null where there is nothing to tell.
 */
export function unloggedMessage(out: string, { dataset }: Input): string | null {
  const path = join(out, PUBLISHED);
  if (dataset.meta.kind === 'sample' || !existsSync(path)) return null;
  const { stations, faults } = readStations(path, readFileSync(path));
  if (faults.length > 0) return '原来发布的站点名单读不出来，没有查变更。';
  const changes = unloggedChanges(stations, dataset.stations, dataset.changes);
  if (changes.length === 0) return null;
  return `和原来发布的比，有变更没有记：${countChanges(changes)}。把原来发布的 stations.csv 找出来，运行 npm run changes -- 那个文件，再造一次。`;
}
