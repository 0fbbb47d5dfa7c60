import { usualStationId } from '../../../domain/station/naming.ts';
import { importTitle } from '../../../domain/tidy/headings.ts';
import type { ImportRule } from '../../../domain/rules/importRules.ts';
import { importFault, type Fault } from '../../faults/fault.ts';
import { applied, type Remark } from './applyDraft.ts';
import type { Draft, Place, StationColumn } from '../read/draft.ts';
import { matchDrafts, type StationRecord } from './match.ts';
import { closeAbsent, findSuccessors, type Absence, type AbsenceOptions } from './retire.ts';
import { changesOf, COLUMNS, type Touched } from './touched.ts';

/** The table after the import, and what became of each row. */
export interface Merge extends Absence {
  readonly records: readonly StationRecord[];
  readonly added: readonly Touched[];
  readonly updated: readonly Touched[];
  readonly unchanged: number;
  /** Where the file says what a station now is, by id. */
  readonly origins: ReadonlyMap<string, Place>;
}

/** What the merge takes as given. */
export interface MergeOptions extends AbsenceOptions {
  readonly isSensitive: (field: string) => boolean;
}

const EMPTY = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as Record<StationColumn, string>;

/** Gives permanent ids out of 街镇, type and field, with a number behind where one is taken. */
function idMint(taken: Set<string>): (draft: Draft) => string {
  const next = new Map<string, number>();
  return (draft) => {
    const base = usualStationId(draft);
    for (let number = next.get(base) ?? 1; ; number += 1) {
      const id = number === 1 ? base : `${base}-${number}`;
      if (taken.has(id)) continue;
      next.set(base, number + 1);
      taken.add(id);
      return id;
    }
  };
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

  const absence = closeAbsent(old, next, origins, districts, options);
  for (const fault of [...absence.faults, ...findSuccessors(next, origins, absence.retired)]) faults.push(fault);
  return {
    records: [...next.values()],
    added,
    updated,
    unchanged: counts.unchanged,
    missing: absence.missing,
    retired: absence.retired,
    origins,
    faults,
  };
}
