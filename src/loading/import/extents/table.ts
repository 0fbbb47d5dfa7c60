import type { Extent } from '../../../domain/place/extent.ts';
import type { TextRecord } from '../../tables/tableText.ts';

/** A row of places.csv as text, by machine name. */
export type PlaceRecord = TextRecord<'places'>;

/** The row of a place that a clerk's table names. */
export const recordOf = (
  { kind, name, unit, from, to, parity, inside, aliases }: Extent,
  committeeCode: string,
): PlaceRecord => ({
  committee_code: committeeCode,
  kind,
  name,
  unit: unit ?? '',
  from: from === null ? '' : String(from),
  to: to === null ? '' : String(to),
  parity: parity === '全' ? '' : parity,
  inside,
  aliases: aliases.join('、'),
  note: '',
  source: '',
  as_at: '',
});
