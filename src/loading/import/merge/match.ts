import type { ImportRule } from '../../../domain/rules/importRules.ts';
import { importFault, type Fault } from '../../faults/fault.ts';
import type { Draft, StationColumn } from '../read/draft.ts';

/** A row of stations.csv as text. */
export type StationRecord = Readonly<Record<StationColumn, string>>;

/** Which row of stations.csv each draft means; null for a new station. */
export interface Matching {
  readonly matches: ReadonlyMap<Draft, StationRecord | null>;
  readonly faults: readonly Fault[];
}

const keyOf = (town: string, type: string, field: string, committee: string) =>
  [town, type, type === '专项' ? field : '', type === '居村' ? committee : ''].join('|');
const recordKey = (record: StationRecord) => keyOf(record.town_code, record.type, record.field, record.committee_code);
const draftKey = (draft: Draft) => keyOf(draft.townCode, draft.type, draft.field ?? '', draft.committeeCode ?? '');

const where = ({ place }: Draft) => `${place.sheet === null ? '' : `“${place.sheet}”表`}第 ${place.row} 行`;

const fault = (
  draft: Draft,
  code: ImportRule,
  column: string,
  value: string,
  message: string,
  remedy: string,
): Fault => ({ ...importFault(code, draft.place.file, value, message, remedy), ...draft.place, column });

type Key<T> = (of: T) => string;

/** Up to so many rows with one key are taken for one station written twice; more are a list without names. */
const MOST_ALIKE = 20;

/** Takes pairs with the same key out of both lists; only where each has just one partner. */
function pair(
  drafts: Set<Draft>,
  records: Set<StationRecord>,
  draftKeyOf: Key<Draft>,
  recordKeyOf: Key<StationRecord>,
  compatible: (draft: Draft, record: StationRecord) => boolean,
  found: (draft: Draft, record: StationRecord) => void,
): void {
  const byKey = Map.groupBy(records, recordKeyOf);
  for (const [key, own] of Map.groupBy(drafts, draftKeyOf)) {
    const others = key === '' ? [] : (byKey.get(key) ?? []);
    if (own.length > MOST_ALIKE || others.length > MOST_ALIKE) continue;
    for (const draft of own) {
      const partners = others.filter((record) => records.has(record) && compatible(draft, record));
      const [record] = partners;
      if (record === undefined || partners.length > 1) continue;
      if (own.some((other) => other !== draft && drafts.has(other) && compatible(other, record))) continue;
      drafts.delete(draft);
      records.delete(record);
      found(draft, record);
    }
  }
}

/** Pairs the rest of one 街镇, type and field: by name and address, by name, by address, and the only one with the only one. */
function matchGroup(
  drafts: Set<Draft>,
  records: Set<StationRecord>,
  matches: Map<Draft, StationRecord | null>,
  faults: Fault[],
): void {
  const found = (draft: Draft, record: StationRecord) => matches.set(draft, record);
  const value = (draft: Draft, column: StationColumn) => draft.values.get(column) ?? '';
  const compatible = (draft: Draft, record: StationRecord) =>
    value(draft, 'external_id') === '' ||
    record.external_id === '' ||
    value(draft, 'external_id') === record.external_id;
  const both = (name: string, address: string) => `${name}\n${address}`;
  pair(
    drafts,
    records,
    (draft) => both(value(draft, 'name'), value(draft, 'address')),
    (record) => both(record.name, record.address),
    compatible,
    found,
  );
  pair(
    drafts,
    records,
    (draft) => value(draft, 'name'),
    (record) => record.name,
    compatible,
    found,
  );
  pair(
    drafts,
    records,
    (draft) => value(draft, 'address'),
    (record) => record.address,
    compatible,
    found,
  );
  const [draft] = drafts;
  const [record] = records;
  if (
    draft?.typeKnown === true &&
    drafts.size === 1 &&
    records.size === 1 &&
    draft !== undefined &&
    record !== undefined &&
    compatible(draft, record)
  ) {
    found(draft, record);
    return;
  }
  for (const left of drafts) {
    matches.set(left, null);
    if (records.size > 0) {
      faults.push(
        fault(
          left,
          'station.several',
          '站点名称',
          value(left, 'name'),
          `同一街镇、同一类已有 ${[...records]
            .map(({ id, name }) => `${name}（${id}）`)
            .slice(0, 3)
            .join('、')}，分不清是哪一个，当作新站`,
          '如果就是其中一个，在“站点编号”列填它的编号',
        ),
      );
    }
  }
}

function indexBy(records: readonly StationRecord[], column: StationColumn): Map<string, StationRecord> {
  return new Map(records.filter((record) => record[column] !== '').map((record) => [record[column], record]));
}

/** Matches by external_id, then id, then 街镇 + type + field; two rows of the file for one station are a fault. */
export function matchDrafts(drafts: readonly Draft[], records: readonly StationRecord[]): Matching {
  const faults: Fault[] = [];
  const matches = new Map<Draft, StationRecord | null>();
  const taken = new Map<StationRecord, Draft>();
  const byExternalId = indexBy(records, 'external_id');
  const byId = indexBy(records, 'id');
  const rest: Draft[] = [];
  const seen = new Map<string, Draft>();
  for (const draft of drafts) {
    const id = draft.values.get('id') ?? '';
    const externalId = draft.values.get('external_id') ?? '';
    const same = [
      id === '' ? '' : `id|${id}`,
      externalId === '' ? '' : `external|${externalId}`,
      id + externalId === ''
        ? `all|${draftKey(draft)}|${draft.values.get('name') ?? ''}|${draft.values.get('address') ?? ''}`
        : '',
    ].filter((key) => key !== '');
    const before = same.map((key) => seen.get(key)).find((other) => other !== undefined);
    same.forEach((key) => seen.set(key, draft));
    if (before !== undefined) {
      faults.push(
        fault(
          draft,
          'station.twice',
          id !== '' ? '站点编号' : externalId !== '' ? '外部编号' : '站点名称',
          id || externalId || (draft.values.get('name') ?? ''),
          `和${where(before)}是同一个站`,
          '留下一行，或在“站点编号”“外部编号”列写清是两个站',
        ),
      );
      continue;
    }
    const record = byExternalId.get(externalId) ?? byId.get(id);
    if (record === undefined) {
      // An id that nobody has yet is the clerk's choice for a new station.
      if (id === '') rest.push(draft);
      else matches.set(draft, null);
      continue;
    }
    const other = taken.get(record);
    if (other !== undefined) {
      faults.push(
        fault(
          draft,
          'station.twice',
          '站点编号',
          record.id,
          `和${where(other)}说的都是 ${record.name}`,
          '留下一行，或改正编号',
        ),
      );
      continue;
    }
    taken.set(record, draft);
    matches.set(draft, record);
  }
  const free = Map.groupBy(
    records.filter((record) => !taken.has(record)),
    recordKey,
  );
  for (const [key, group] of Map.groupBy(rest, draftKey))
    matchGroup(new Set(group), new Set(free.get(key)), matches, faults);
  return { matches, faults };
}
