import type { Row } from '../types/rows.ts';
import type { NameMatch } from './nameMatch.ts';

/** Whether a row is a place or a station in it, and not a word or a text. */
export const isPlace = ({ kind }: Row) =>
  kind === 'district' || kind === 'town' || kind === 'committee' || kind === 'station';

/** The best match of everything that agrees with a query. */
export class Matches extends Map<Row, NameMatch> {
  take(row: Row | undefined, match: NameMatch): void {
    if (row !== undefined && match.score > (this.get(row)?.score ?? 0)) this.set(row, match);
  }

  /** What fits best. */
  get top(): readonly [Row, NameMatch] | null {
    let top: readonly [Row, NameMatch] | null = null;
    for (const entry of this) if (top === null || entry[1].score > top[1].score) top = entry;
    return top;
  }
}
