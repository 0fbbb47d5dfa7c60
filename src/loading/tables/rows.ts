import type { TableName } from '../../domain/dataset/columns.ts';
import type { Coastline, Dataset, DatasetMeta, SiteIdentity } from '../../domain/dataset/dataset.ts';
import type { District, Point, Town } from '../../domain/place/region.ts';
import type { StationChange } from '../../domain/station/changes.ts';
import type { Station } from '../../domain/station/station.ts';
import type { Row } from '../../schemas/tables.ts';
import { toWgs84 } from '../adapters/crs.ts';
import type { Tables } from './tables.ts';
import type { ReadTable } from './readTable.ts';

const pointOf = (row: { lon: number | null; lat: number | null }): Point | null =>
  row.lon === null || row.lat === null ? null : { lon: row.lon, lat: row.lat };

/** A checked row of stations.csv as the domain knows it. */
export function toStation(row: Row<'stations'>): Station {
  const point = pointOf(row);
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    field: row.field,
    townCode: row.town_code,
    committeeCode: row.committee_code,
    address: row.address,
    point: point !== null && row.crs !== null ? toWgs84(point, row.crs) : null,
    precision: row.precision,
    phones: row.phone,
    hours: row.hours,
    hoursNote: row.hours_note,
    host: row.host,
    operator: row.operator,
    staffCount: row.staff_count,
    qualifiedCount: row.qualified_count,
    services: row.services,
    accessibility: row.accessibility,
    directions: row.directions,
    openedOn: row.opened_on,
    status: row.status,
    statusNote: row.status_note,
    statusFrom: row.status_from,
    statusUntil: row.status_until,
    successor: row.successor,
    verifiedOn: row.verified_on,
    verifiedBy: row.verified_by,
    source: row.source,
    publishLevel: row.publish_level,
    formerNames: row.former_names,
    externalId: row.external_id,
  };
}

/** A checked row of districts.csv as the domain knows it. */
export const toDistrict = (row: Row<'districts'>): District => ({
  code: row.code,
  name: row.name,
  leadDepartment: row.lead_department,
  phone: row.phone,
  point: pointOf(row),
});

/** A checked row of towns.csv as the domain knows it. */
export const toTown = (row: Row<'towns'>): Town => ({
  code: row.code,
  districtCode: row.district_code,
  name: row.name,
  kind: row.kind,
  point: pointOf(row),
  pointSource: row.point_source,
  servedBy: row.served_by,
  aliases: row.aliases,
});

/** A checked row of changes.csv; its date was required. */
export const toChange = (row: Row<'changes'>): StationChange => ({ ...row, on: row.on ?? '' });

export function toDataset(tables: Tables, meta: DatasetMeta, site: SiteIdentity, coastline: Coastline): Dataset {
  const values = <T extends TableName>(table: T): Row<T>[] =>
    (tables[table] as ReadTable<T>).rows.map(({ value }) => value);
  return {
    meta,
    site,
    coastline,
    stations: values('stations').map(toStation),
    districts: values('districts').map(toDistrict),
    towns: values('towns').map(toTown),
    committees: values('committees').map((row) => ({
      code: row.code,
      townCode: row.town_code,
      name: row.name,
      kind: row.kind,
    })),
    fields: values('fields').map(({ full_name, lead_department, named_in, ...row }) => ({
      ...row,
      fullName: full_name,
      leadDepartment: lead_department,
      namedIn: named_in,
    })),
    topics: values('topics'),
    services: values('services').map(({ how_to_apply, ...row }) => ({ ...row, howToApply: how_to_apply })),
    organizations: values('organizations').map(({ district_code, ...row }) => ({
      ...row,
      districtCode: district_code,
    })),
    needs: values('needs'),
    hotlines: values('hotlines').map(({ verified_on, ...row }) => ({ ...row, verifiedOn: verified_on ?? '' })),
    targets: values('targets'),
    documents: values('documents').map(({ doc_number, other_titles, ...row }) => ({
      ...row,
      docNumber: doc_number,
      otherTitles: other_titles,
    })),
    glossary: values('glossary'),
    redirects: values('redirects'),
    changes: values('changes').map(toChange),
  };
}
