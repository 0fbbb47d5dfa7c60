import type { Field } from '../domain/service/service.ts';
import type { ClauseName } from '../views/policy.ts';
import type { FieldPageData } from '../views/service.ts';
import { caseLink, getCases } from './cases.ts';
import { getDataset } from './dataset.ts';
import { getClauseNames } from './policies.ts';
import { urgentOfField } from './urgent.ts';
import { getStationsOfField, groupByDistrict } from './stations.ts';

/** A field as lists show it, with the clause that it rests on and the number of its listed stations. */
export interface FieldSummary {
  readonly field: Field;
  readonly basis: ClauseName;
  readonly stationCount: number;
}

/** All fields in the order of fields.csv, with their clause and their number of listed stations. */
export async function getFieldSummaries(): Promise<readonly FieldSummary[]> {
  const nameOf = await getClauseNames();
  return getDataset().fields.map((field) => ({
    field,
    basis: nameOf(field.basis),
    stationCount: getStationsOfField(field.slug).length,
  }));
}

/** Everything on the page of a field: its stations by district, services, cases and hotlines. */
export async function getFieldPage({ field, basis }: FieldSummary): Promise<FieldPageData> {
  const { services, hotlines } = getDataset();
  const stations = getStationsOfField(field.slug);
  return {
    field,
    basis,
    urgent: urgentOfField(field),
    hotline: hotlines.find(({ number }) => number === field.hotline) ?? null,
    services: services.filter(({ fields }) => fields.includes(field.slug)),
    cases: (await getCases()).map(caseLink).filter((entry) => !entry.withdrawn && entry.field?.slug === field.slug),
    groups: groupByDistrict(stations),
  };
}
