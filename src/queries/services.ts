import type { Service } from '../domain/service/service.ts';
import type { ServicePageData } from '../views/service.ts';
import { getCases, caseLink } from './cases.ts';
import { getDataset } from './dataset.ts';
import { getClauseNames } from './policies.ts';
import { getStationsOffering, groupByDistrict } from './stations.ts';
import { urgentOfService } from './urgent.ts';

/** Everything on the page of a service: basis, hotlines, cases, and the stations that offer it. */
export async function getServicePage(service: Service): Promise<ServicePageData> {
  const { topics, fields, hotlines } = getDataset();
  const own = fields.filter(({ slug }) => service.fields.includes(slug));
  const stations = getStationsOffering(service.id);
  const nameOf = await getClauseNames();
  return {
    service,
    topic: topics.find(({ slug }) => slug === service.topic) ?? null,
    fields: own,
    sensitive: own.some(({ sensitive }) => sensitive),
    basis: nameOf(service.basis),
    crisis: urgentOfService(service),
    lines: hotlines.filter(({ number }) => service.hotlines.includes(number)),
    only: stations.length === 1 ? (stations[0] ?? null) : null,
    stationCount: stations.length,
    groups: groupByDistrict(stations),
    cases: (await getCases())
      .filter(({ data }) => data.withdrawn === undefined && data.services.includes(service.id))
      .map(caseLink),
  };
}
