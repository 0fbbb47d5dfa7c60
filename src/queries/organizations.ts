import type { OrganizationSummary } from '../views/service.ts';
import { derived } from './dataset.ts';
import { getDistrict } from './regions.ts';
import { getStationsOfOperator, groupByDistrict } from './stations.ts';

/** All organisations, each with its district and the listed stations that it runs. */
export const getOrganizations = derived(({ organizations }): readonly OrganizationSummary[] =>
  organizations.map((organization) => {
    const stations = getStationsOfOperator(organization.id);
    return {
      organization,
      district: organization.districtCode === null ? null : getDistrict(organization.districtCode),
      stationCount: stations.length,
      groups: groupByDistrict(stations),
    };
  }),
);
