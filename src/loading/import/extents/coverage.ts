import type { ImportContext } from '../read/context.ts';
import type { PlaceRecord } from './table.ts';

/** How many 居委会 of a 街镇 have places, and the names of those that have none. */
export interface TownCoverage {
  readonly town: string;
  readonly committees: number;
  readonly missing: readonly string[];
}

/** The coverage of these 街镇, in the order of their codes. */
export function coverageOf(
  records: readonly PlaceRecord[],
  towns: ReadonlySet<string>,
  context: ImportContext,
): readonly TownCoverage[] {
  const told = new Set(records.map((record) => record.committee_code));
  return context.towns
    .filter(({ code }) => towns.has(code))
    .toSorted((a, b) => a.code.localeCompare(b.code))
    .map(({ code, name }) => {
      const committees = context.committeesOf(code);
      return {
        town: name,
        committees: committees.length,
        missing: committees.filter((one) => !told.has(one.code)).map((one) => one.name),
      };
    });
}
