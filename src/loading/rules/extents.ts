import type { DataRule } from '../../domain/rules/dataRules.ts';
import { insideParts, writeExtent, writeRun } from '../../domain/place/extent.ts';
import { endsFault } from '../../domain/place/place.ts';
import type { ReadRow } from '../tables/readTable.ts';
import type { Fault } from '../faults/fault.ts';
import { at } from '../faults/cellFault.ts';
import type { Tables } from '../tables/tables.ts';
import { claimsOf, isShared, meetings, scopeOf } from './extentClaims.ts';

type Row = ReadRow<'places'>;

/** What is wrong with the cells of one row: numbers, their unit, what they lie in. */
function rowFaults({ row, value, cells }: Row): Fault[] {
  const { unit, from, to, parity, inside } = value;
  const fault = (code: DataRule, column: string, message: string, written = cells[column] ?? '') => [
    at(code, 'places', row, column, written, message),
  ];
  const numbered = from !== null || to !== null;
  if (inside !== '' && insideParts(inside) === null) return fault('place-inside', 'inside', '读不懂在哪一弄、哪一幢里');
  if (unit === null)
    return numbered || parity !== '全' || inside !== '' ? fault('place-unit', 'unit', '没有写是弄还是号') : [];
  if (!numbered && parity === '全') return fault('place-empty', 'from', `写了“${unit}”，没有写从几到几`);
  const wrong = endsFault(value);
  if (wrong === null) return [];
  return wrong.kind === '先后'
    ? fault('place-order', 'from', `从 ${from ?? ''} 到 ${to ?? ''}，后面的比前面的小`, writeRun(value))
    : fault('place-parity', 'parity', `${wrong.end}不是${parity}号`, writeRun(value));
}

function overlapFaults(tables: Tables, rows: readonly Row[]): Fault[] {
  const names = new Map(tables.committees.rows.map(({ value }) => [value.code, value.name]));
  const told = new Set<Row>();
  const faults: Fault[] = [];
  const tell = (code: DataRule, row: Row, other: Row) => {
    if (isShared(row) && isShared(other)) return;
    tellOne(code, row, other);
    tellOne(code, other, row);
  };
  const tellOne = (code: DataRule, row: Row, other: Row) => {
    if (told.has(row)) return;
    told.add(row);
    const owner = names.get(other.value.committeeCode) ?? other.value.committeeCode;
    const written = writeExtent(row.value);
    faults.push(
      at(code, 'places', row.row, 'name', written, `和第 ${other.row} 行${owner}的“${writeExtent(other.value)}”重了`),
    );
  };
  for (const group of Map.groupBy(rows, scopeOf).values()) {
    const [first] = group;
    if (first === undefined || group.every(({ value }) => value.committeeCode === first.value.committeeCode)) continue;
    // One row of each 居委会 is enough to compare with, and one that says that others have it too.
    const whole = [
      ...Map.groupBy(
        group.filter(({ value }) => value.unit === null),
        (row) => `${row.value.committeeCode}${String(isShared(row))}`,
      ).values(),
    ].flatMap(([row]) => (row === undefined ? [] : [row]));
    for (const row of group) {
      const other = whole.find(
        (one) => one.value.committeeCode !== row.value.committeeCode && !(isShared(one) && isShared(row)),
      );
      if (other !== undefined)
        tell(row.value.unit === null && row.value.kind === '小区' ? 'estate-twice' : 'place-overlap', row, other);
    }
    const claims = Map.groupBy(group.flatMap(claimsOf), ([key]) => key);
    for (const same of claims.values())
      for (const [claim, other] of meetings(same.map(([, claim]) => claim)))
        tell('place-overlap', claim.row, other.row);
  }
  return faults;
}

/** What is wrong with the rows of places.csv, and which places two 居委会 have; takes n log n steps. */
export function extentFaults(tables: Tables): Fault[] {
  const { rows } = tables.places;
  const faulty = new Map(rows.map((row) => [row, rowFaults(row)]));
  const sound = rows.filter((row) => faulty.get(row)?.length === 0);
  return [...[...faulty.values()].flat(), ...overlapFaults(tables, sound)];
}
