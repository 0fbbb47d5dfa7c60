import type { HsdsTable } from './hsdsSchema.ts';
import { formatTime, hoursText } from '../station/hours/format.ts';
import type { Hours } from '../station/hours/week.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { isExactlyPlaced, publicView, STATION_TYPES, type Station } from '../station/station.ts';

/** Makes the identifier of a row: a UUID that is the same in every build. */
export type Identify = (table: string, id: string) => string;

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** What the three types are (notice 二). */
const TYPE_MEANINGS: Record<(typeof STATION_TYPES)[number], string> = {
  综合: '综合社工站：一个街镇原则上一个，什么事都可以先来问',
  专项: '专项社工站：只管一个领域的事',
  居村: '居村社工站：设在居委会、村委会',
};

/** An hour as HSDS writes it: two digits and the offset from UTC. */
const clock = (minutes: number) => `${formatTime(minutes).padStart(5, '0')}+08:00`;

/** Hours that are told in words alone. */
const UNPLANNED = { days: '', from: '', to: '', booked: false } as const;

/** Days that have the same plan together, each span a row; a day by appointment may be without times. */
function schedules({ week }: Hours): { days: string; from: string; to: string; booked: boolean }[] {
  const groups = Map.groupBy(
    week.map((plan, day) => ({ plan, day })).filter(({ plan }) => plan.mode !== '歇'),
    ({ plan }) => JSON.stringify(plan),
  );
  return [...groups.values()].flatMap((group) => {
    const days = group.map(({ day }) => DAYS[day]).join();
    const plan = group[0]?.plan;
    const booked = plan?.mode === '预约';
    const spans = (plan?.spans ?? []).map(({ from, to }) => ({ days, from: clock(from), to: clock(to), booked }));
    return spans.length > 0 ? spans : [{ days, from: '', to: '', booked }];
  });
}

function table(
  name: string,
  path: string,
  columns: string,
  required: string,
  refers: Readonly<Record<string, string>>,
  rows: HsdsTable['rows'],
  numbers: readonly string[] = [],
): HsdsTable {
  return { name, path, columns: columns.split(' '), required: required.split(' '), refers, numbers, rows };
}

const standing = ({ status, statusNote }: Station) =>
  status === '运行' ? '' : [status, statusNote].filter((words) => words !== '').join('：');

/**
 * The dataset in the Human Services Data Specification 3 (openreferral.org), tabular form. A station is a location; a
 * service is offered by the publisher at locations; the operator of a station keeps its location. Merged stations are
 * left out. What we don't know, postal codes above all, is an empty cell.
 */
export function hsdsTables(dataset: Dataset, identify: Identify): readonly HsdsTable[] {
  const { site, services, topics, fields, organizations } = dataset;
  const stations = dataset.stations.filter(({ status }) => status !== '撤并').map(publicView);
  const publisher = identify('organization', '');
  const organizationId = (id: string | null) => (id === null ? publisher : identify('organization', id));
  const location = (id: string) => identify('location', id);
  const districts = new Map(dataset.districts.map(({ code, name }) => [code, name]));
  const taxonomies = { type: '社工站类型', field: '领域', topic: '遇到的事' } as const;
  const term = (taxonomy: keyof typeof taxonomies, code: string) => identify('taxonomy_term', `${taxonomy}/${code}`);
  const attribute = (entity: string, link: string, taxonomy: keyof typeof taxonomies, code: string) => ({
    id: identify('attribute', `${link}/${taxonomy}/${code}`),
    link_id: link,
    taxonomy_term_id: term(taxonomy, code),
    link_type: taxonomy,
    link_entity: entity,
  });
  const terms = (taxonomy: keyof typeof taxonomies, rows: readonly { code: string; name: string; about: string }[]) =>
    rows.map(({ code, name, about }) => ({
      id: term(taxonomy, code),
      code: `${taxonomy}/${code}`,
      name,
      description: about,
      language: 'zh',
      taxonomy_id: identify('taxonomy', taxonomy),
    }));
  return [
    table('organization', 'organizations.csv', 'id name description', 'id name description', {}, [
      { id: publisher, name: site.organiser || site.siteName, description: `${site.siteName}的发布者` },
      ...organizations.map(({ id, name, kind, summary }) => ({
        id: organizationId(id),
        name,
        description: summary || kind,
      })),
    ]),
    table(
      'service',
      'services.csv',
      'id organization_id name alternate_name description status application_process fees_description eligibility_description',
      'id organization_id name status',
      { organization_id: 'organization' },
      services.map((service) => ({
        id: identify('service', service.id),
        organization_id: publisher,
        name: service.name,
        alternate_name: service.aliases.join('、'),
        description: service.summary,
        status: 'active',
        application_process: service.howToApply,
        fees_description: service.fee,
        eligibility_description: service.audience,
      })),
    ),
    table(
      'location',
      'locations.csv',
      'id location_type organization_id name alternate_name description transportation latitude longitude external_identifier external_identifier_type',
      'id location_type',
      { organization_id: 'organization' },
      stations.map((station) => {
        const point = isExactlyPlaced(station) ? station.point : null;
        return {
          id: location(station.id),
          location_type: 'physical',
          organization_id: organizationId(station.operator),
          name: station.name,
          alternate_name: station.formerNames.join('、'),
          description: standing(station),
          transportation: station.directions,
          latitude: point?.lat.toFixed(6) ?? null,
          longitude: point?.lon.toFixed(6) ?? null,
          external_identifier: station.id,
          external_identifier_type: '站点编号',
        };
      }),
      ['latitude', 'longitude'],
    ),
    table(
      'address',
      'addresses.csv',
      'id location_id address_1 city region state_province postal_code country address_type',
      'id location_id address_1 city country address_type',
      { location_id: 'location' },
      stations
        .filter(({ address }) => address !== '')
        .map((station) => ({
          id: identify('address', station.id),
          location_id: location(station.id),
          address_1: station.address,
          city: site.city,
          region: districts.get(station.townCode.slice(0, 6)) ?? '',
          country: 'CN',
          address_type: 'physical',
        })),
    ),
    table(
      'phone',
      'phones.csv',
      'id location_id number extension type',
      'id number',
      { location_id: 'location' },
      stations.flatMap((station) =>
        station.phones.map((phone) => ({
          id: identify('phone', `${station.id}/${phone.tel}`),
          location_id: location(station.id),
          number: phone.display.replace(/转.*$/u, ''),
          extension: phone.extension,
          type: 'voice',
        })),
      ),
    ),
    table(
      'schedule',
      'schedules.csv',
      'id location_id timezone freq byday description opens_at closes_at notes',
      'id location_id',
      { location_id: 'location' },
      stations.flatMap((station) => {
        const description = hoursText(station);
        if (description === '') return [];
        const rows = station.hours === null ? [UNPLANNED] : schedules(station.hours);
        return rows.map(({ days, from, to, booked }, index) => ({
          id: identify('schedule', `${station.id}/${index}`),
          location_id: location(station.id),
          timezone: 8,
          freq: days === '' ? '' : 'WEEKLY',
          byday: days,
          description,
          opens_at: from,
          closes_at: to,
          notes: booked ? '先打电话约' : '',
        }));
      }),
      ['timezone'],
    ),
    table(
      'service_at_location',
      'service_at_location.csv',
      'id service_id location_id',
      'id service_id location_id',
      { service_id: 'service', location_id: 'location' },
      stations.flatMap((station) =>
        station.services.map((service) => ({
          id: identify('service_at_location', `${station.id}/${service}`),
          service_id: identify('service', service),
          location_id: location(station.id),
        })),
      ),
    ),
    table(
      'required_document',
      'required_documents.csv',
      'id service_id document',
      'id',
      { service_id: 'service' },
      services.map(({ id, documents }) => ({
        id: identify('required_document', id),
        service_id: identify('service', id),
        document: documents,
      })),
    ),
    table(
      'taxonomy',
      'taxonomies.csv',
      'id name description',
      'id name description',
      {},
      Object.entries(taxonomies).map(([id, name]) => ({
        id: identify('taxonomy', id),
        name,
        description: `${site.siteName}用的分类：${name}`,
      })),
    ),
    table(
      'taxonomy_term',
      'taxonomy_terms.csv',
      'id code name description language taxonomy_id',
      'id name description',
      { taxonomy_id: 'taxonomy' },
      [
        ...terms(
          'type',
          STATION_TYPES.map((type) => ({ code: type, name: type, about: TYPE_MEANINGS[type] })),
        ),
        ...terms(
          'field',
          fields.map(({ slug, fullName, summary }) => ({ code: slug, name: fullName, about: summary })),
        ),
        ...terms(
          'topic',
          topics.map(({ slug, name, summary }) => ({ code: slug, name, about: summary })),
        ),
      ],
    ),
    table(
      'attribute',
      'attributes.csv',
      'id link_id taxonomy_term_id link_type link_entity',
      'id link_id taxonomy_term_id link_type link_entity',
      { taxonomy_term_id: 'taxonomy_term' },
      [
        ...services.flatMap(({ id, topic, fields: own }) => {
          const link = identify('service', id);
          return [
            attribute('service', link, 'topic', topic),
            ...own.map((field) => attribute('service', link, 'field', field)),
          ];
        }),
        ...stations.flatMap(({ id, type, field }) => [
          attribute('location', location(id), 'type', type),
          ...(field === null ? [] : [attribute('location', location(id), 'field', field)]),
        ]),
      ],
    ),
  ];
}
