import { insideParts } from '../../domain/place/extent.ts';
import { SHARED } from '../../domain/place/place.ts';
import type { ReadRow } from '../tables/readTable.ts';

type Row = ReadRow<'places'>;

/** A row that holds some numbers of one kind, or a question which rows hold a number. */
export interface Claim {
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

/** Whether the note of a row says that another 居委会 has it too. */
export const isShared = ({ cells }: Row): boolean => (cells['note'] ?? '').includes(SHARED);

/** The rows of other 居委会 that hold a number of a claim; in the order of numbers, so that no two are compared twice. */
export function meetings(claims: readonly Claim[]): (readonly [Claim, Claim])[] {
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
export function claimsOf(row: Row): (readonly [key: string, Claim])[] {
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
export const scopeOf = ({ value: { kind, name, committeeCode } }: Row): string =>
  `${name}|${committeeCode.slice(0, kind === '路段' ? 6 : 9)}`;
