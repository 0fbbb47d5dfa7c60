import type { Row } from '../types/rows.ts';
import type { NameMatch } from './nameMatch.ts';

/** Whether a row is a place or a station, as opposed to a need, a service, a field or a page. */
export const isPlace = ({ kind }: Row) =>
  kind === 'district' || kind === 'town' || kind === 'committee' || kind === 'station';

/** The rows that match a query, each with its best match; `take` keeps the better of two matches of one row. */
export class Matches extends Map<Row, NameMatch> {
  take(row: Row | undefined, match: NameMatch): void {
    if (row !== undefined && match.score > (this.get(row)?.score ?? 0)) this.set(row, match);
  }

  /** The row with the highest score; null where nothing matches. */
  get top(): readonly [Row, NameMatch] | null {
    let top: readonly [Row, NameMatch] | null = null;
    for (const entry of this) if (top === null || entry[1].score > top[1].score) top = entry;
    return top;
  }
}
