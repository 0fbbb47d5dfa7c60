/** A record with a key that it is found under: the first letters of a name, or a number. */
export interface Keyed<T> {
  readonly key: string;
  readonly record: T;
}

/** A file is split by one more letter where its JSON is longer than this; packed it is then about a third. */
const LARGEST = 30_000;

/** Puts the entries whose keys begin with `begin` into one file, or into several by longer keys where one is too large. */
function fill<T, F>(
  entries: readonly Keyed<T>[],
  begin: string,
  files: Map<string, F>,
  write: (records: readonly T[]) => F,
): void {
  const file = write([...new Set(entries.map(({ record }) => record))]);
  const longer = entries.filter(({ key }) => key.length > begin.length);
  if (longer.length === 0 || JSON.stringify(file).length <= LARGEST) {
    files.set(begin, file);
    return;
  }
  const here = entries.filter(({ key }) => key.length <= begin.length);
  if (here.length > 0) files.set(begin, write(here.map(({ record }) => record)));
  for (const [next, own] of Map.groupBy(longer, ({ key }) => key.slice(0, begin.length + 1)))
    fill(own, next, files, write);
}

/** Files of records by the first letters of their keys, each of a bounded size; numbers begin with one digit. */
export function filesByInitials<T, F>(
  entries: readonly Keyed<T>[],
  write: (records: readonly T[]) => F,
): ReadonlyMap<string, F> {
  const files = new Map<string, F>();
  const begins = Map.groupBy(entries, ({ key }) => key.slice(0, /^\d/u.test(key) ? 1 : 2));
  for (const [begin, own] of [...begins].sort(([a], [b]) => (a < b ? -1 : 1))) fill(own, begin, files, write);
  return files;
}
