import { importTitle } from '../../domain/columnSynonyms.ts';
import { TABLES } from '../../domain/columns.ts';
import { distanceMetres, CRS, type Crs } from '../../domain/coordinates.ts';
import type { ImportRule } from '../../domain/importRules.ts';
import { toWgs84 } from '../coordinates.ts';
import { importFault, type Fault } from '../faults.ts';
import type { Draft, Place, StationColumn } from './draft.ts';
import { matchDrafts, type StationRecord } from './match.ts';
import { keptWords, mergedNote } from './note.ts';
import { sameValue } from './sameValue.ts';

/** One cell that changes. */
export interface Change {
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

/** A station in the summary, with what changes in it. */
export interface Touched {
  readonly id: string;
  readonly name: string;
  readonly place: Place | null;
  readonly changes: readonly Change[];
}

/** The table after the import, and what became of each row. */
export interface Merge {
  readonly records: readonly StationRecord[];
  readonly added: readonly Touched[];
  readonly updated: readonly Touched[];
  readonly unchanged: number;
  /** Rows of the covered districts that the file doesn't have. */
  readonly missing: readonly Touched[];
  readonly retired: readonly Touched[];
  /** Where the file says what a station now is, by id. */
  readonly origins: ReadonlyMap<string, Place>;
  readonly faults: readonly Fault[];
}

/** What the merge takes as given. */
export interface MergeOptions {
  readonly retire: boolean;
  /** The day that a retired station's state begins. */
  readonly today: string;
  readonly isSensitive: (field: string) => boolean;
  /** The district that the clerk says the file is of; a file that names none must hold most of a district to retire in it. */
  readonly district: string | null;
}

const COLUMNS = TABLES.stations.map(({ name }) => name);
const EMPTY = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as Record<StationColumn, string>;

/** Gives permanent ids out of 街镇, type and field, with a number behind where one is taken. */
function idMint(taken: Set<string>): (draft: Draft) => string {
  const next = new Map<string, number>();
  return ({ townCode, type, field, committeeCode }) => {
    const base =
      type === '居村'
        ? `${townCode}-${committeeCode?.slice(9) ?? 'j'}`
        : type === '专项'
          ? `${townCode}-${field ?? 'x'}`
          : `${townCode}-z`;
    for (let number = next.get(base) ?? 1; ; number += 1) {
      const id = number === 1 ? base : `${base}-${number}`;
      if (taken.has(id)) continue;
      next.set(base, number + 1);
      taken.add(id);
      return id;
    }
  };
}

const crsOf = (text: string): Crs | undefined => CRS.find((crs) => crs === text);

/** Whether both rows have a coordinate and it is the same place, in whatever system. */
function samePoint(a: StationRecord, b: ReadonlyMap<StationColumn, string>): boolean {
  const crsA = crsOf(a.crs);
  const crsB = crsOf(b.get('crs') ?? '');
  if (crsA === undefined || crsB === undefined || a.lon === '' || a.lat === '') return false;
  const point = (lon: string, lat: string, crs: Crs) => toWgs84({ lon: Number(lon), lat: Number(lat) }, crs);
  return distanceMetres(point(a.lon, a.lat, crsA), point(b.get('lon') ?? '', b.get('lat') ?? '', crsB)) < 1;
}

type Remark = (code: ImportRule, column: StationColumn, value: string, message: string, remedy: string) => void;

/** The row with what the draft says; an empty cell of the file never erases. */
function applied(old: StationRecord, draft: Draft, isNew: boolean, remark: Remark): StationRecord {
  const next: Record<StationColumn, string> = { ...old };
  const keepsPoint = samePoint(old, draft.values);
  for (const [column, value] of draft.values) {
    if (column === 'id' || column === 'note' || (keepsPoint && ['lon', 'lat', 'crs'].includes(column))) continue;
    if (!sameValue(column, old[column], value)) next[column] = value;
  }
  if (draft.type !== '专项') next.field = '';
  const hasPoint = next.lon !== '' && next.lat !== '';
  if (!hasPoint) next.precision = '街镇';
  else if (draft.values.has('lon') && !keepsPoint && !draft.values.has('precision')) {
    next.precision = old.precision === '门牌' ? '门牌' : '道路';
  } else if (
    !isNew &&
    !draft.values.has('lon') &&
    next.address !== old.address &&
    old.address !== '' &&
    old.precision !== '街镇'
  ) {
    next.precision = '街镇';
    remark('address.moved', 'address', next.address, '地址改了，没有新坐标，旧坐标只当约略位置', '补上新地址的坐标');
  }
  const understood = [...draft.values.keys()].map(importTitle);
  if (draft.values.has('lon')) understood.push(importTitle('lon_lat'));
  // Words that stood in for a plan go when the plan is there; a remark that somebody wrote stays.
  const standIn = keptWords(old.note, importTitle('hours'));
  if (draft.values.has('hours') && !draft.values.has('hours_note') && standIn !== '' && old.hours_note === standIn)
    next.hours_note = '';
  next.note = mergedNote(old.note, draft.values.get('note'), draft.leftover, understood);
  const changed = COLUMNS.some((column) => next[column] !== old[column]);
  if (!draft.values.has('source') && changed && (old.source === '' || old.source.includes('示例')))
    next.source = `报送的表 ${draft.place.file}`;
  if (old.verified_on !== '' && next.verified_on < old.verified_on) {
    remark(
      'date.older',
      'verified_on',
      next.verified_on,
      `比已有的核实日期 ${old.verified_on} 还早`,
      '看一下是不是拿错了旧表',
    );
  }
  if (!isNew && old.status === '撤并' && next.status === '撤并') {
    remark(
      'station.closed',
      'name',
      next.name,
      `这个站（${next.id}）已经撤并，仍按撤并`,
      '如果重新开了，在“状态”列写“运行”',
    );
  }
  return next;
}

const changesOf = (old: StationRecord, next: StationRecord): Change[] =>
  COLUMNS.filter((column) => old[column] !== next[column]).map((column) => ({
    column: importTitle(column),
    from: old[column],
    to: next[column],
  }));

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

/** Puts the drafts into the table. Nothing is deleted; with `retire` the absent rows are marked 撤并. */
export function merge(
  old: readonly StationRecord[],
  drafts: readonly Draft[],
  districts: ReadonlySet<string>,
  options: MergeOptions,
): Merge {
  const { matches, faults: matchFaults } = matchDrafts(drafts, old);
  const faults: Fault[] = [...matchFaults];
  const taken = new Set(old.map(({ id }) => id));
  for (const draft of drafts) if (draft.values.has('id')) taken.add(draft.values.get('id') ?? '');
  const mint = idMint(taken);
  const next = new Map<string, StationRecord>(old.map((record) => [record.id, record]));
  const origins = new Map<string, Place>();
  const added: Touched[] = [];
  const updated: Touched[] = [];
  const counts = { unchanged: 0, status: 0, precision: 0, guarded: 0 };
  for (const [draft, match] of matches) {
    const remark: Remark = (code, column, value, message, remedy) =>
      faults.push({
        ...importFault(code, draft.place.file, value, message, remedy),
        ...draft.place,
        column: importTitle(column),
      });
    const id = match?.id ?? draft.values.get('id') ?? mint(draft);
    const sensitive = draft.field !== null && options.isSensitive(draft.field);
    const base: StationRecord = match ?? {
      ...EMPTY,
      id,
      status: '运行',
      precision: '街镇',
      publish_level: sensitive ? '仅电话' : '全部',
    };
    const record = applied(base, draft, match === null, remark);
    origins.set(id, draft.place);
    next.set(id, record);
    const touched = {
      id,
      name: record.name,
      place: draft.place,
      changes: changesOf(match ?? { ...EMPTY, id }, record),
    };
    if (match === null) {
      added.push(touched);
      if (!draft.values.has('status')) counts.status += 1;
      if (sensitive && !draft.values.has('publish_level')) counts.guarded += 1;
    } else if (touched.changes.length > 0) updated.push(touched);
    else counts.unchanged += 1;
    if (
      draft.values.has('lon') &&
      !draft.values.has('precision') &&
      touched.changes.length > 0 &&
      record.precision === '道路'
    )
      counts.precision += 1;
  }
  const about = (code: ImportRule, message: string, remedy: string) =>
    faults.push(importFault(code, 'stations.csv', '', message, remedy));
  if (counts.status > 0)
    about('status.assumed', `${counts.status} 个新站没有写状态，按“运行”`, '不对的话，加一列“状态”');
  if (counts.precision > 0)
    about(
      'precision.assumed',
      `${counts.precision} 个坐标没有写位置精度，按“道路”`,
      '精确到门牌的，加一列“位置精度”写“门牌”',
    );
  if (counts.guarded > 0)
    about(
      'publish_level.assumed',
      `${counts.guarded} 个敏感领域的新站没有写公开范围，按“仅电话”，不公开地址`,
      '可以公开地址的，加一列“公开范围”写“全部”',
    );

  const open = old.filter((record) => record.status !== '撤并' && districts.has(districtOf(record)));
  const absent = open.filter((record) => !origins.has(record.id));
  const whole = new Set(
    [...districts].filter((district) => district === options.district || isWhole(district, open, origins)),
  );
  const retiring = options.retire ? absent.filter((record) => whole.has(districtOf(record))) : [];
  const gone = new Set(retiring.map(({ id }) => id));
  const retired: Touched[] = [];
  const missing: Touched[] = [];
  for (const record of absent) {
    const successor = gone.has(record.id) ? successorOf(record, next.values(), gone) : null;
    if (successor === null) {
      missing.push({ id: record.id, name: record.name, place: null, changes: [] });
      continue;
    }
    const closed = {
      ...record,
      status: '撤并',
      status_note: '报送的表里没有这个站',
      status_from: options.today,
      status_until: '',
      successor,
    };
    next.set(record.id, closed);
    retired.push({ id: record.id, name: record.name, place: null, changes: changesOf(record, closed) });
  }
  const alone = retiring.length - retired.length;
  if (alone > 0) {
    about(
      'retire.alone',
      `${alone} 个站表里没有，同一街镇也没有别的站接续，没有改成撤并`,
      '找好接续的站，自己改 status 和 successor',
    );
  }
  for (const district of options.retire ? districts : []) {
    if (whole.has(district)) continue;
    about(
      'retire.part',
      `表里只有 ${district} 这个区的一小部分站，没有把别的标为撤并`,
      `确实是全区的表，加 --district ${district}`,
    );
  }
  // Who pointed to a station that is closed now points to the one that took over.
  const forward = new Map(retired.map(({ id }) => [id, next.get(id)?.successor ?? '']));
  for (const [id, record] of next) {
    const to = forward.get(record.successor);
    if (to !== undefined && to !== '' && to !== id) next.set(id, { ...record, successor: to });
  }
  // A station that the file closes needs one that takes over, or its page leads nowhere.
  for (const [id, place] of origins) {
    const record = next.get(id);
    if (record?.status !== '撤并' || record.successor !== '') continue;
    const successor = successorOf(record, next.values(), gone);
    if (successor === null) continue;
    next.set(id, { ...record, successor });
    faults.push({
      ...importFault(
        'successor.guessed',
        place.file,
        '',
        `撤并了，没写以后找哪个站，填了 ${successor}`,
        '看一下对不对，在“接续站点”列写编号',
      ),
      ...place,
      column: importTitle('successor'),
    });
  }
  return {
    records: [...next.values()],
    added,
    updated,
    unchanged: counts.unchanged,
    missing,
    retired,
    origins,
    faults,
  };
}
