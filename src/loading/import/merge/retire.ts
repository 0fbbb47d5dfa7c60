import { importTitle } from '../../../domain/tidy/headings.ts';
import { importFault, type Fault } from '../../faults/fault.ts';
import type { Place } from '../read/draft.ts';
import type { StationRecord } from './match.ts';
import { changesOf, type Touched } from './touched.ts';

/** What became of the stations that the table has and the clerk's file does not. */
export interface Absence {
  /** Rows of the covered districts that the file doesn't have and that stay as they are. */
  readonly missing: readonly Touched[];
  readonly retired: readonly Touched[];
  readonly faults: readonly Fault[];
}

/** What the clerk says of rows that are absent. */
export interface AbsenceOptions {
  readonly retire: boolean;
  /** The day that a retired station's state begins. */
  readonly today: string;
  /** The district that the clerk says the file is of; a file that names none must hold most of a district to retire in it. */
  readonly district: string | null;
}

type Records = Map<string, StationRecord>;

/** The station that takes over from one that is closed: the 综合 one of its 街镇, else any other that runs there. */
function successorOf(
  record: StationRecord,
  records: Iterable<StationRecord>,
  gone: ReadonlySet<string>,
): string | null {
  const there = [...records].filter(
    ({ id, town_code, status }) =>
      id !== record.id && town_code === record.town_code && status === '运行' && !gone.has(id),
  );
  return (there.find(({ type }) => type === '综合') ?? there[0])?.id ?? null;
}

const districtOf = ({ town_code }: StationRecord) => town_code.slice(0, 6);

/** Whether the file holds at least half of a district's stations: one stray row must not close all the others. */
function isWhole(district: string, open: readonly StationRecord[], origins: ReadonlyMap<string, Place>): boolean {
  const own = open.filter((record) => districtOf(record) === district);
  return own.filter(({ id }) => origins.has(id)).length * 2 >= own.length;
}

const untouched = ({ id, name }: StationRecord): Touched => ({ id, name, place: null, changes: [] });

/** Closes these rows where another station takes over, and gives them back with what changed. */
function close(retiring: readonly StationRecord[], records: Records, today: string): readonly Touched[] {
  const gone = new Set(retiring.map(({ id }) => id));
  const retired: Touched[] = [];
  for (const record of retiring) {
    const successor = successorOf(record, records.values(), gone);
    if (successor === null) continue;
    const closed = {
      ...record,
      status: '撤并',
      status_note: '报送的表里没有这个站',
      status_from: today,
      status_until: '',
      successor,
    };
    records.set(record.id, closed);
    retired.push({ ...untouched(record), changes: changesOf(record, closed) });
  }
  // Stations whose successor is closed now get that station's successor.
  const forward = new Map(retired.map(({ id }) => [id, records.get(id)?.successor ?? '']));
  for (const [id, record] of records) {
    const to = forward.get(record.successor);
    if (to !== undefined && to !== '' && to !== id) records.set(id, { ...record, successor: to });
  }
  return retired;
}

/**
 * Looks after the rows of the covered districts that the file (`origins`) doesn't have: with `retire` they are marked
 * 撤并 in `records` where the file holds most of their district, else they stay and are told.
 */
export function closeAbsent(
  old: readonly StationRecord[],
  records: Records,
  origins: ReadonlyMap<string, Place>,
  districts: ReadonlySet<string>,
  options: AbsenceOptions,
): Absence {
  const open = old.filter((record) => record.status !== '撤并' && districts.has(districtOf(record)));
  const absent = open.filter((record) => !origins.has(record.id));
  const whole = new Set(
    [...districts].filter((district) => district === options.district || isWhole(district, open, origins)),
  );
  const retiring = options.retire ? absent.filter((record) => whole.has(districtOf(record))) : [];
  const retired = close(retiring, records, options.today);
  const closed = new Set(retired.map(({ id }) => id));
  const alone = retiring.length - retired.length;
  const about = (code: 'retire.alone' | 'retire.part', message: string, remedy: string) =>
    importFault(code, 'stations.csv', '', message, remedy);
  return {
    missing: absent.filter(({ id }) => !closed.has(id)).map(untouched),
    retired,
    faults: [
      ...(alone > 0
        ? [
            about(
              'retire.alone',
              `${alone} 个站表里没有，同一街镇也没有别的站接续，没有改成撤并`,
              '找好接续的站，自己改 status 和 successor',
            ),
          ]
        : []),
      ...[...(options.retire ? districts : [])]
        .filter((district) => !whole.has(district))
        .map((district) =>
          about(
            'retire.part',
            `表里只有 ${district} 这个区的一小部分站，没有把别的标为撤并`,
            `确实是全区的表，加 --district ${district}`,
          ),
        ),
    ],
  };
}

/** Finds a successor in the same 街镇 for each station that the file closes, and reports those that have none. */
export function findSuccessors(
  records: Records,
  origins: ReadonlyMap<string, Place>,
  retired: readonly Touched[],
): readonly Fault[] {
  const gone = new Set(retired.map(({ id }) => id));
  const faults: Fault[] = [];
  for (const [id, place] of origins) {
    const record = records.get(id);
    if (record?.status !== '撤并' || record.successor !== '') continue;
    const successor = successorOf(record, records.values(), gone);
    if (successor === null) continue;
    records.set(id, { ...record, successor });
    const message = `撤并了，没写以后找哪个站，填了 ${successor}`;
    faults.push({
      ...importFault('successor.guessed', place.file, '', message, '看一下对不对，在“接续站点”列写编号'),
      ...place,
      column: importTitle('successor'),
    });
  }
  return faults;
}
