import { type Hotline, urgentLines } from '../domain/service/hotline.ts';
import type { Field, Need, Service, Topic } from '../domain/service/service.ts';
import type { CaseLink } from '../views/case.ts';
import { derived, getDataset } from './dataset.ts';

/** The emergency lines of what needs.csv says of the needs that `leads` picks, and of the fields concerned. */
function linesOf(leads: (need: Need) => boolean, fields: readonly Field[], atRisk = false): readonly Hotline[] {
  const { needs, hotlines } = getDataset();
  const numbers = new Set([
    ...needs.filter(leads).flatMap(({ crisis }) => crisis),
    ...fields.flatMap(({ hotline }) => hotline ?? []),
  ]);
  return urgentLines(numbers, atRisk || fields.some(({ sensitive }) => sensitive), hotlines);
}

const byField = derived(
  ({ fields }) =>
    new Map(
      fields.map((field) => [
        field.slug,
        linesOf((need) => need.fields.includes(field.slug), [field], field.hotline !== null),
      ]),
    ),
);

/**
 * The emergency lines of a field's pages. A field with a hotline of its own has them too, so that nobody reads that one
 * before them.
 */
export const urgentOfField = ({ slug }: Field): readonly Hotline[] => byField().get(slug) ?? [];

/** The emergency lines of a service's page; empty where nobody's life nor a child is at risk. */
export function urgentOfService(service: Service): readonly Hotline[] {
  const fields = getDataset().fields.filter(({ slug }) => service.fields.includes(slug));
  return linesOf((need) => need.services.includes(service.id), fields);
}

/** The emergency lines of a topic; empty where nobody's life nor a child is at risk. */
export function urgentOfTopic(topic: Topic): readonly Hotline[] {
  const { fields, services } = getDataset();
  const own = new Set(services.filter((service) => service.topic === topic.slug).flatMap((service) => service.fields));
  return linesOf(
    (need) => need.topic === topic.slug,
    fields.filter(({ slug, sensitive }) => sensitive && own.has(slug)),
  );
}

/** The emergency lines of a case: those of its field, else of its topic. */
export const urgentOfCase = ({ field, topic }: Pick<CaseLink, 'field' | 'topic'>): readonly Hotline[] =>
  field !== null ? (field.sensitive ? urgentOfField(field) : []) : topic === null ? [] : urgentOfTopic(topic);
