import type { OrganizationSummary } from '../domain/views.ts';
import { derived } from './dataset.ts';
import { getDistrict } from './regions.ts';
import { getStationsOfOperator } from './stations.ts';

/** Organisations with the stations that they run. */
export const getOrganizations = derived(({ organizations, districts }): readonly OrganizationSummary[] =>
  organizations.map((organization) => {
    const stations = getStationsOfOperator(organization.id);
    return {
      organization,
      district: organization.districtCode === null ? null : getDistrict(organization.districtCode),
      stationCount: stations.length,
      groups: districts
        .map((district) => ({ district, stations: stations.filter((view) => view.district === district) }))
        .filter((group) => group.stations.length > 0),
    };
  }),
);
