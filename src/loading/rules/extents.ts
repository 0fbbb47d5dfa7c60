import type { DataRule } from '../../domain/rules/dataRules.ts';
import { insideParts, writeExtent, writeRun } from '../../domain/place/extent.ts';
import { covers } from '../../domain/place/place.ts';
import type { ReadRow } from '../tables/readTable.ts';
import type { Fault } from '../faults/fault.ts';
import { at } from '../faults/cellFault.ts';
import type { Tables } from '../tables/tables.ts';

type Row = ReadRow<'places'>;

/** What the note of a row says where two 居委会 really share a place; both rows must say it. */
export const SHARED = '两个居委会都有';

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
  if (from !== null && to !== null && from > to)
    return fault('place-order', 'from', `从 ${from} 到 ${to}，后面的比前面的小`, writeRun(value));
  const wrong = [from, to].find((end) => end !== null && !covers({ from: null, to: null, parity }, end));
  return wrong === undefined ? [] : fault('place-parity', 'parity', `${wrong ?? ''}不是${parity}号`, writeRun(value));
}

/** A row that holds some numbers of one kind, or a question which rows hold a number. */
interface Claim {
  readonly row: Row;
  readonly from: number;
  readonly to: number;
  /** Whether a part of the number is meant, as 3号 in 555弄 is a part of the lane: parts never meet each other. */
  readonly part: boolean;
}

/** The furthest claim that was passed, and the furthest of any other 居委会. */
class Furthest {
  #best: Claim | null = null;
  #other: Claim | null = null;

  add(claim: Claim): void {
    const owner = claim.row.value.committeeCode;
    if (this.#best === null || claim.to > this.#best.to) {
      if (this.#best !== null && this.#best.row.value.committeeCode !== owner) this.#other = this.#best;
      this.#best = claim;
    } else if (this.#best.row.value.committeeCode !== owner && (this.#other === null || claim.to > this.#other.to))
      this.#other = claim;
  }

  /** A claim of another 居委会 that reaches so far; null where there is none. */
  reaching({ from, row }: Claim): Claim | null {
    const owner = row.value.committeeCode;
    const found = this.#best?.row.value.committeeCode === owner ? this.#other : this.#best;
    return found !== null && found.to >= from ? found : null;
  }
}

const isShared = ({ cells }: Row): boolean => (cells['note'] ?? '').includes(SHARED);

/** The rows of other 居委会 that hold a number of a claim; in the order of numbers, so that no two are compared twice. */
function meetings(claims: readonly Claim[]): (readonly [Claim, Claim])[] {
  const [all, unshared] = [new Furthest(), new Furthest()];
  const ordered = claims.toSorted((a, b) => a.from - b.from || Number(a.part) - Number(b.part));
  return ordered.flatMap((claim): (readonly [Claim, Claim])[] => {
    const other = (isShared(claim.row) ? unshared : all).reaching(claim);
    if (!claim.part) {
      all.add(claim);
      if (!isShared(claim.row)) unshared.add(claim);
    }
    return other === null ? [] : [[claim, other]];
  });
}

/** The claims of a row, by what they are of: the numbers of one parity of one unit in one place. */
function claimsOf(row: Row): (readonly [key: string, Claim])[] {
  const { unit, from, to, parity, inside } = row.value;
  if (unit === null) return [];
  const claims: (readonly [string, Claim])[] = [];
  for (const [odd, rest] of [
    ['单', 1],
    ['双', 0],
  ] as const) {
    if (parity !== '全' && parity !== odd) continue;
    const [low, high] = [from ?? 1, to ?? Infinity];
    const first = low % 2 === rest ? low : low + 1;
    if (first <= high) claims.push([`${inside}|${unit}|${odd}`, { row, from: first, to: high, part: false }]);
  }
  let outer = '';
  for (const { number, unit: within } of insideParts(inside) ?? []) {
    claims.push([
      `${outer}|${within}|${number % 2 === 1 ? '单' : '双'}`,
      { row, from: number, to: number, part: true },
    ]);
    outer += `${number}${within}`;
  }
  return claims;
}

/** Names of roads are told apart within a 区, those of estates and hamlets within a 街镇. */
const scopeOf = ({ value: { kind, name, committeeCode } }: Row): string =>
  `${name}|${committeeCode.slice(0, kind === '路段' ? 6 : 9)}`;

function overlapFaults(tables: Tables, rows: readonly Row[]): Fault[] {
  const names = new Map(tables.committees.rows.map(({ value }) => [value.code, value.name]));
  const told = new Set<Row>();
  const faults: Fault[] = [];
  const tell = (code: DataRule, row: Row, other: Row) => {
    if (told.has(row) || (isShared(row) && isShared(other))) return;
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
      if (other === undefined || (row.value.unit === null && row.row < other.row)) continue;
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
