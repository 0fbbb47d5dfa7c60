import type { Town } from '../domain/place/region.ts';
import type { TownPageData } from '../views/place.ts';
import { getCommitteesOf, getDistrict, getResponsibility, getTownsServedBy } from './regions.ts';
import { getStation, getStationsInTown } from './stations.ts';

/** Everything on the page of a 街镇: the responsible stations, all its stations, and the 居村委 that they serve. */
export function getTownPage(town: Town): TownPageData {
  const { servingTown, general, special } = getResponsibility(town);
  const view = (id: string) => getStation(id) ?? [];
  return {
    town,
    district: getDistrict(town.districtCode),
    servingTown,
    general: general === null ? null : getStation(general.id),
    special: special.flatMap(({ id }) => view(id)),
    villages: getStationsInTown(town.code).filter(({ station }) => station.type === '居村'),
    committees: getCommitteesOf(town.code),
    served: getTownsServedBy(town.code),
  };
}
