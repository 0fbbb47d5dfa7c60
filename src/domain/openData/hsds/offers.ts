import type { HsdsSource } from './source.ts';
import { type HsdsTable, table } from './table.ts';

/** The identifier of an organisation; null means the publisher of the site. */
export const organizationId = ({ identify }: HsdsSource, id: string | null): string =>
  identify('organization', id ?? '');

/** The table of organisations: the publisher of the site, and the operators of stations. */
export function organizationTable(source: HsdsSource): HsdsTable {
  const { site, organizations } = source.dataset;
  return table('organization', 'organizations.csv', 'id name description', 'id name description', {}, [
    {
      id: organizationId(source, null),
      name: site.organiser || site.siteName,
      description: `${site.siteName}的发布者`,
    },
    ...organizations.map(({ id, name, kind, summary }) => ({
      id: organizationId(source, id),
      name,
      description: summary || kind,
    })),
  ]);
}

/** The table of services, all offered by the publisher. */
export function serviceTable(source: HsdsSource): HsdsTable {
  const { dataset, identify } = source;
  return table(
    'service',
    'services.csv',
    'id organization_id name alternate_name description status application_process fees_description eligibility_description',
    'id organization_id name status',
    { organization_id: 'organization' },
    dataset.services.map((service) => ({
      id: identify('service', service.id),
      organization_id: organizationId(source, null),
      name: service.name,
      alternate_name: service.aliases.join('、'),
      description: service.summary,
      status: 'active',
      application_process: service.howToApply,
      fees_description: service.fee,
      eligibility_description: service.audience,
    })),
  );
}

/** The table of documents to bring for a service. */
export function documentTable({ dataset, identify }: HsdsSource): HsdsTable {
  return table(
    'required_document',
    'required_documents.csv',
    'id service_id document',
    'id',
    { service_id: 'service' },
    dataset.services.map(({ id, documents }) => ({
      id: identify('required_document', id),
      service_id: identify('service', id),
      document: documents,
    })),
  );
}

/** The table that says which service is offered at which station. */
export function serviceAtLocationTable({ stations, identify }: HsdsSource): HsdsTable {
  return table(
    'service_at_location',
    'service_at_location.csv',
    'id service_id location_id',
    'id service_id location_id',
    { service_id: 'service', location_id: 'location' },
    stations.flatMap((station) =>
      station.services.map((service) => ({
        id: identify('service_at_location', `${station.id}/${service}`),
        service_id: identify('service', service),
        location_id: identify('location', station.id),
      })),
    ),
  );
}
