import { gatherExtents } from '../domain/place/extent.ts';
import type { Committee, Town } from '../domain/place/region.ts';
import type { CommitteePlaces, TownPageData } from '../views/place.ts';
import { derived } from './dataset.ts';
import { getCommitteesOf, getDistrict, getResponsibility, getTownsServedBy } from './regions.ts';
import { getStation, getStationsInTown } from './stations.ts';

const placesByCommittee = derived(({ places }) => Map.groupBy(places, ({ committeeCode }) => committeeCode));

/** What belongs to these 居委会; those of which no place is registered are left out. */
function placesOf(committees: readonly Committee[]): readonly CommitteePlaces[] {
  return committees.flatMap((committee) => {
    const own = placesByCommittee().get(committee.code) ?? [];
    if (own.length === 0) return [];
    const asAt = own.reduce<string | null>(
      (latest, one) => ((one.asAt ?? '') > (latest ?? '') ? one.asAt : latest),
      null,
    );
    return [{ committee, ...gatherExtents(own), asAt, sources: [...new Set(own.map(({ source }) => source))] }];
  });
}

/** Everything on the page of a 街镇: the responsible stations, all its stations, and the 居村委 that they serve. */
export function getTownPage(town: Town): TownPageData {
  const { servingTown, general, special } = getResponsibility(town);
  const committees = getCommitteesOf(town.code);
  const view = (id: string) => getStation(id) ?? [];
  return {
    town,
    district: getDistrict(town.districtCode),
    servingTown,
    general: general === null ? null : getStation(general.id),
    special: special.flatMap(({ id }) => view(id)),
    villages: getStationsInTown(town.code).filter(({ station }) => station.type === '居村'),
    committees,
    places: placesOf(committees),
    served: getTownsServedBy(town.code),
  };
}
