import type { IsoDate } from '../time/dates.ts';
import { freshnessOf } from './freshness.ts';
import type { Station } from './station.ts';

type Dated = Pick<Station, 'id' | 'status' | 'verifiedOn'>;

/**
 * Whether a station should be called to verify its row: it is not closed, and was not verified within 180 days
 * (docs/norms.md §8).
 */
export function needsCall({ status, verifiedOn }: Pick<Station, 'status' | 'verifiedOn'>, today: IsoDate): boolean {
  return status !== '撤并' && freshnessOf(verifiedOn, today) !== '新';
}

/** The stations to call: those never verified first, then the oldest verifications; of the same day, by id. */
export function stationsToCall<S extends Dated>(stations: readonly S[], today: IsoDate): readonly S[] {
  const key = ({ verifiedOn, id }: S) => `${verifiedOn ?? ''} ${id}`;
  return stations
    .filter((station) => needsCall(station, today))
    .toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
