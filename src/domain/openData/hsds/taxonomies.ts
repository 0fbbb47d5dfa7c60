import { STATION_TYPES } from '../../station/station.ts';
import type { HsdsSource, Identify } from './source.ts';
import { type HsdsTable, table } from './table.ts';

/** The taxonomies that stations and services are classified by. */
const TAXONOMIES = { type: '社工站类型', field: '领域', topic: '遇到的事' } as const;
type Taxonomy = keyof typeof TAXONOMIES;

/** The meaning of the three types of stations (notice 二). */
const TYPE_MEANINGS: Record<(typeof STATION_TYPES)[number], string> = {
  综合: '综合社工站：原则上每个街镇设一个',
  专项: '专项社工站：按领域设置',
  居村: '居村社工站：在居村层面探索设置',
};

const termId = (identify: Identify, taxonomy: Taxonomy, code: string) =>
  identify('taxonomy_term', `${taxonomy}/${code}`);

/** The table of the three taxonomies. */
export function taxonomyTable({ dataset, identify }: HsdsSource): HsdsTable {
  return table(
    'taxonomy',
    'taxonomies.csv',
    'id name description',
    'id name description',
    {},
    Object.entries(TAXONOMIES).map(([id, name]) => ({
      id: identify('taxonomy', id),
      name,
      description: `${dataset.site.siteName}用的分类：${name}`,
    })),
  );
}

/** The table of terms of the taxonomies: types, fields and topics. */
export function termTable({ dataset: { fields, topics }, identify }: HsdsSource): HsdsTable {
  const terms = (taxonomy: Taxonomy, rows: readonly { code: string; name: string; about: string }[]) =>
    rows.map(({ code, name, about }) => ({
      id: termId(identify, taxonomy, code),
      code: `${taxonomy}/${code}`,
      name,
      description: about,
      language: 'zh',
      taxonomy_id: identify('taxonomy', taxonomy),
    }));
  return table(
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
  );
}

/** The table that says which terms apply to which service or station. */
export function attributeTable({ dataset, stations, identify }: HsdsSource): HsdsTable {
  const attribute = (entity: string, link: string, taxonomy: Taxonomy, code: string) => ({
    id: identify('attribute', `${link}/${taxonomy}/${code}`),
    link_id: link,
    taxonomy_term_id: termId(identify, taxonomy, code),
    link_type: taxonomy,
    link_entity: entity,
  });
  return table(
    'attribute',
    'attributes.csv',
    'id link_id taxonomy_term_id link_type link_entity',
    'id link_id taxonomy_term_id link_type link_entity',
    { taxonomy_term_id: 'taxonomy_term' },
    [
      ...dataset.services.flatMap(({ id, topic, fields }) => {
        const link = identify('service', id);
        return [
          attribute('service', link, 'topic', topic),
          ...fields.map((field) => attribute('service', link, 'field', field)),
        ];
      }),
      ...stations.flatMap(({ id, type, field }) => {
        const link = identify('location', id);
        return [
          attribute('location', link, 'type', type),
          ...(field === null ? [] : [attribute('location', link, 'field', field)]),
        ];
      }),
    ],
  );
}
