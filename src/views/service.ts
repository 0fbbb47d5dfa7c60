import type { Field, Service, Topic } from '../domain/service/service.ts';
import type { Organization } from '../domain/service/organization.ts';
import type { Hotline } from '../domain/service/hotline.ts';
import type { District } from '../domain/place/region.ts';
import type { CaseLink } from './case.ts';
import type { ClauseName } from './policy.ts';
import type { DistrictGroup } from './station.ts';

/** Everything on the page of one field. */
export interface FieldPageData {
  readonly field: Field;
  readonly basis: ClauseName;
  readonly hotline: Hotline | null;
  readonly services: readonly Service[];
  readonly cases: readonly CaseLink[];
  readonly groups: readonly DistrictGroup[];
}

/** Everything on the page of one service. */
export interface ServicePageData {
  readonly service: Service;
  readonly topic: Topic | null;
  readonly fields: readonly Field[];
  readonly sensitive: boolean;
  readonly basis: ClauseName;
  readonly crisis: readonly Hotline[];
  readonly stationCount: number;
  readonly groups: readonly DistrictGroup[];
  readonly cases: readonly CaseLink[];
}

/** An organisation and the stations that it runs. */
export interface OrganizationSummary {
  readonly organization: Organization;
  readonly district: District | null;
  readonly stationCount: number;
  readonly groups: readonly DistrictGroup[];
}
