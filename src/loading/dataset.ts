import type { District, Point, Town } from '../domain/place/region.ts';
import type { Dataset, DatasetMeta, SiteIdentity, Coastline } from '../domain/dataset/dataset.ts';
import type { Station } from '../domain/station/station.ts';
import type { StationChange } from '../domain/station/changes.ts';
import { TABLES, type TableName } from '../domain/dataset/columns.ts';
import type { Row } from '../schemas/tables.ts';
import { readTable, type ReadTable } from './csv.ts';
import { toWgs84 } from './coordinates.ts';
import { DataFaultsError, fileFault, type Fault } from './faults.ts';
import { readCoastline, readIdentity, readPackage, type ReadOne } from './settings.ts';
import { referenceFaults, type Tables } from './references.ts';

/** Bytes of a file under data/, or null where there is none. */
export type ReadFile = (name: string) => Uint8Array | null;

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

function toDataset(tables: Tables, meta: DatasetMeta, site: SiteIdentity, coastline: Coastline): Dataset {
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

function readTables(read: ReadFile): Tables {
  const names = Object.keys(TABLES) as TableName[];
  const entries = names.map((table) => {
    const file = `${table}.csv`;
    const bytes = read(file);
    const result =
      bytes === null && table === 'changes'
        ? { rows: [], faults: [] } // A dataset without a past has no log.
        : bytes === null
          ? { rows: [], faults: [fileFault(file, '文件不存在', '在数据文件夹里放上这张表，没有内容也要有表头')] }
          : readTable(table, file, bytes);
    return [table, result] as const;
  });
  return Object.fromEntries(entries) as unknown as Tables;
}

/** What can be read, however incomplete, and everything that is wrong with it. */
export interface DatasetReading {
  readonly dataset: Dataset | null;
  readonly tables: Tables;
  /** What the dataset is and who publishes; null where that can't be read. */
  readonly meta: DatasetMeta | null;
  readonly site: SiteIdentity | null;
  readonly faults: readonly Fault[];
}

/** Reads every file of data/ and checks every cell and every reference; collects all faults before answering. */
export function readDataset(read: ReadFile): DatasetReading {
  const tables = readTables(read);
  const settings = { meta: readPackage(read), site: readIdentity(read), coastline: readCoastline(read) };
  const cellFaults = Object.values(tables).flatMap((table) => table.faults);
  const settingFaults = Object.values<ReadOne<unknown>>(settings).flatMap((one) => one.faults);
  // References are checked even where cells are wrong: a clerk should see all there is to mend in one go.
  const faults = [...settingFaults, ...cellFaults, ...referenceFaults(tables, settings.meta.value)];
  const { meta, site, coastline } = settings;
  const dataset =
    faults.length === 0 && meta.value !== null && site.value !== null && coastline.value !== null
      ? toDataset(tables, meta.value, site.value, coastline.value)
      : null;
  return { dataset, tables, meta: meta.value, site: site.value, faults };
}

/** The dataset, or a DataFaultsError with every fault in it. */
export function loadDataset(read: ReadFile): Dataset {
  const { dataset, faults } = readDataset(read);
  if (dataset === null) throw new DataFaultsError(faults);
  return dataset;
}
