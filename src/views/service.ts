import type { Field, Service, Topic } from '../domain/service/service.ts';
import type { Organization } from '../domain/service/organization.ts';
import type { Hotline } from '../domain/service/hotline.ts';
import type { District } from '../domain/place/region.ts';
import type { CaseLink } from './case.ts';
import type { ClauseName } from './policy.ts';
import type { DistrictGroup, StationView } from './station.ts';

/** The data of a field's page. */
export interface FieldPageData {
  readonly field: Field;
  readonly basis: ClauseName;
  /** The emergency lines, which stand before the field's own hotline. */
  readonly urgent: readonly Hotline[];
  readonly hotline: Hotline | null;
  readonly services: readonly Service[];
  readonly cases: readonly CaseLink[];
  readonly groups: readonly DistrictGroup[];
}

/** The data of a service's page. */
export interface ServicePageData {
  readonly service: Service;
  readonly topic: Topic | null;
  readonly fields: readonly Field[];
  readonly sensitive: boolean;
  readonly basis: ClauseName;
  readonly crisis: readonly Hotline[];
  /** Hotlines that help beside the station. */
  readonly lines: readonly Hotline[];
  /** The station that alone offers it (特色服务); null where several do, or none. */
  readonly only: StationView | null;
  readonly stationCount: number;
  readonly groups: readonly DistrictGroup[];
  readonly cases: readonly CaseLink[];
}

/** An organisation with the stations that it runs, by district. */
export interface OrganizationSummary {
  readonly organization: Organization;
  readonly district: District | null;
  readonly stationCount: number;
  readonly groups: readonly DistrictGroup[];
}
