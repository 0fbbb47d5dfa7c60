import type { Committee } from '../../../domain/place/region.ts';
import { SHARED } from '../../../domain/place/place.ts';
import type { Place } from '../read/draft.ts';
import type { ExtentDraft } from './readSheet.ts';
import { type PlaceRecord, recordOf } from './table.ts';

/** A 居委会 whose rows change, with how many it had and has. */
export interface TouchedCommittee {
  readonly committee: Committee;
  readonly before: number;
  readonly after: number;
}

/** The table of places after an import, and what became of each 居委会. */
export interface ExtentMerge {
  readonly records: readonly PlaceRecord[];
  readonly touched: readonly TouchedCommittee[];
  readonly unchanged: number;
  /** Where the file says a row that is in the table now; rows that stay as they were have none. */
  readonly origins: ReadonlyMap<PlaceRecord, Place>;
}

/** What a row says, without who said it and when. */
const saysOf = ({ note: _note, source: _source, as_at: _asAt, ...says }: PlaceRecord): string =>
  JSON.stringify(Object.values(says));

const noteOf = (unread: readonly string[]): string =>
  unread.length === 0 ? '' : `没有读的原话：${unread.map((text) => text.replace(/\s+/gu, ' ')).join('；')}`;

/** The rows that the drafts of one 居委会 come to. What another row of it said of two 居委会 stays. */
function rowsOf(drafts: readonly ExtentDraft[], old: readonly PlaceRecord[]): Map<string, [PlaceRecord, Place]> {
  const before = new Map(old.map((record) => [saysOf(record), record]));
  const rows = new Map<string, [PlaceRecord, Place]>();
  for (const { committee, townName, extents, unread, shared, source, asAt, place } of drafts) {
    extents.forEach((extent, at) => {
      const record = recordOf(extent, committee.code);
      const says = saysOf(record);
      const known = before.get(says);
      const both = shared || known?.note.includes(SHARED) === true ? SHARED : '';
      const note = [both, at === 0 ? noteOf(unread) : ''].filter((part) => part !== '').join('；');
      const facts = {
        note,
        source: source || known?.source || `${townName}报送`,
        as_at: asAt || (known?.as_at ?? ''),
      };
      if (!rows.has(says)) rows.set(says, [{ ...record, ...facts }, place]);
    });
  }
  return rows;
}

/**
 * Puts what a table says into places.csv: the rows of each 居委会 that it tells a place of are replaced, all others stay.
 * The same table a second time changes nothing.
 */
export function mergeExtents(old: readonly PlaceRecord[], drafts: readonly ExtentDraft[]): ExtentMerge {
  const byCommittee = Map.groupBy(
    drafts.filter(({ extents }) => extents.length > 0),
    ({ committee }) => committee.code,
  );
  const kept = Map.groupBy(old, (record) => record.committee_code);
  const origins = new Map<PlaceRecord, Place>();
  const touched: TouchedCommittee[] = [];
  let unchanged = 0;
  for (const [code, own] of byCommittee) {
    const [first] = own;
    const before = kept.get(code) ?? [];
    const rows = rowsOf(own, before);
    const same =
      before.length === rows.size &&
      before.every((record) => JSON.stringify(rows.get(saysOf(record))?.[0]) === JSON.stringify(record));
    if (same || first === undefined) {
      unchanged += 1;
      continue;
    }
    kept.set(
      code,
      [...rows.values()].map(([record]) => record),
    );
    for (const [record, place] of rows.values()) origins.set(record, place);
    touched.push({ committee: first.committee, before: before.length, after: rows.size });
  }
  return { records: [...kept.values()].flat(), touched, unchanged, origins };
}
