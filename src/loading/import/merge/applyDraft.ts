import { importTitle } from '../../../domain/tidy/headings.ts';
import { CRS, distanceMetres, type Crs } from '../../../domain/place/coordinates.ts';
import { formatHours } from '../../../domain/station/hours/format.ts';
import { parseHours } from '../../../domain/station/hours/grammar.ts';
import { callFirst } from '../../../domain/tidy/hoursLimits.ts';
import type { ImportRule } from '../../../domain/rules/importRules.ts';
import { toWgs84 } from '../../adapters/crs.ts';
import type { Draft, StationColumn } from '../read/draft.ts';
import type { StationRecord } from './match.ts';
import { keptWords, mergedNote } from './note.ts';
import { sameValue } from './sameValue.ts';
import { COLUMNS } from './touched.ts';

const crsOf = (text: string): Crs | undefined => CRS.find((crs) => crs === text);

/** Whether both rows have a coordinate and it is the same place, in whatever system. */
function samePoint(a: StationRecord, b: ReadonlyMap<StationColumn, string>): boolean {
  const crsA = crsOf(a.crs);
  const crsB = crsOf(b.get('crs') ?? '');
  if (crsA === undefined || crsB === undefined || a.lon === '' || a.lat === '') return false;
  const point = (lon: string, lat: string, crs: Crs) => toWgs84({ lon: Number(lon), lat: Number(lat) }, crs);
  return distanceMetres(point(a.lon, a.lat, crsA), point(b.get('lon') ?? '', b.get('lat') ?? '', crsB)) < 1;
}

/** Tells something of a cell that changes. */
export type Remark = (code: ImportRule, column: StationColumn, value: string, message: string, remedy: string) => void;

/** Two facts of a row of which the first can't be more than the second: people, and days. */
const ORDERED = [
  ['qualified_count', 'staff_count', (small: string, large: string) => Number(small) > Number(large)],
  ['status_from', 'status_until', (early: string, late: string) => early > late],
] as const satisfies readonly (readonly [StationColumn, StationColumn, (a: string, b: string) => boolean])[];

/**
 * Empties what we knew before where a newer table, which doesn't have that column, makes it impossible: nobody could
 * mend it in that table. `next` is changed, and each emptied cell told.
 */
function emptyImpossible(next: Record<StationColumn, string>, draft: Draft, remark: Remark): void {
  for (const [first, second, impossible] of ORDERED) {
    const [one, other] = [next[first], next[second]];
    if (one === '' || other === '' || !impossible(one, other)) continue;
    const told = [first, second].filter((column) => draft.values.has(column));
    const [said] = told;
    if (told.length !== 1 || said === undefined) continue;
    const known = said === first ? second : first;
    const message = `新的${importTitle(said)}是 ${next[said]}，和原来的${importTitle(known)} ${next[known]} 对不上，原来的清空了`;
    remark('fact.emptied', said, next[said], message, `问一下现在的${importTitle(known)}，补进表里`);
    next[known] = '';
  }
}

/**
 * Makes the plan that we knew one to call before, where the newer table tells other hours that can't be read. Words
 * that an earlier import kept change nothing, as the plan beside them was made later. `next` is changed, and it is told.
 */
function doubtOldHours(next: Record<StationColumn, string>, old: StationRecord, draft: Draft, remark: Remark): void {
  const title = importTitle('hours');
  const words = keptWords(mergedNote('', undefined, draft.leftover, []), title);
  const { hours } = parseHours(old.hours);
  if (draft.values.has('hours') || hours === null || words === '' || words === keptWords(old.note, title)) return;
  next.hours = formatHours(callFirst(hours));
  if (next.hours === old.hours) return;
  const message = `新的表写“${words}”，读不懂，可能和原来的“${old.hours}”不一样，开放的日子改成“预约”，请居民先打电话`;
  remark('hours.doubted', 'hours', words, message, '问清楚星期几、几点到几点，填进“开放时间”');
}

/** The row with what the draft says; an empty cell of the file never erases. */
export function applied(old: StationRecord, draft: Draft, isNew: boolean, remark: Remark): StationRecord {
  const next: Record<StationColumn, string> = { ...old };
  const keepsPoint = samePoint(old, draft.values);
  for (const [column, value] of draft.values) {
    if (column === 'id' || column === 'note' || (keepsPoint && ['lon', 'lat', 'crs'].includes(column))) continue;
    if (!sameValue(column, old[column], value)) next[column] = value;
  }
  emptyImpossible(next, draft, remark);
  doubtOldHours(next, old, draft, remark);
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
