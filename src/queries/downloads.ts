import { TABLES, type TableName } from '../domain/columns.ts';
import { toCsv } from '../domain/csv.ts';
import { formatHours } from '../domain/hours.ts';
import { formatPhones } from '../domain/phone.ts';
import type { ClauseRef } from '../domain/records.ts';
import type { StationView } from '../domain/views.ts';
import { byteLength, sha256 } from '../loading/digest.ts';
import { derived } from './dataset.ts';
import { getStations } from './stations.ts';

/** One file of /data/: its text, size in bytes and checksum. */
export interface Download {
  readonly file: string;
  readonly title: string;
  readonly about: string;
  readonly type: string;
  readonly text: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Columns that the public gets of a station; internal notes stay inside. */
const HIDDEN = new Set(['note', 'crs']);

type Cell = string | number | null;

/** A station's public cells under the machine names of the columns; coordinates in WGS-84. */
function stationCells({ station }: StationView): Record<string, Cell> {
  return {
    id: station.id,
    name: station.name,
    type: station.type,
    field: station.field,
    town_code: station.townCode,
    committee_code: station.committeeCode,
    address: station.address,
    lon: station.point?.lon.toFixed(6) ?? null,
    lat: station.point?.lat.toFixed(6) ?? null,
    precision: station.precision,
    phone: formatPhones(station.phones),
    hours: station.hours === null ? '' : formatHours(station.hours),
    host: station.host,
    operator: station.operator,
    staff_count: station.staffCount,
    qualified_count: station.qualifiedCount,
    services: station.services.join('、'),
    accessibility: station.accessibility,
    directions: station.directions,
    opened_on: station.openedOn,
    status: station.status,
    status_note: station.statusNote,
    status_from: station.statusFrom,
    status_until: station.statusUntil,
    successor: station.successor,
    verified_on: station.verifiedOn,
    verified_by: station.verifiedBy,
    source: station.source,
    publish_level: station.publishLevel,
    former_names: station.formerNames.join('、'),
    external_id: station.externalId,
  };
}

function table(name: TableName, rows: readonly Record<string, Cell>[]): string {
  const columns = TABLES[name].filter((column) => !HIDDEN.has(column.name));
  return toCsv(
    columns.map(({ title }) => title),
    rows.map((row) => columns.map((column) => row[column.name] ?? null)),
  );
}

const clause = ({ policy, clause: id }: ClauseRef) => `${policy}#${id}`;

/** All files of /data/; those of a sample carry it in their names. */
export const getDownloads = derived((dataset): readonly Download[] => {
  const prefix = dataset.meta.kind === 'sample' ? 'sample-' : '';
  const stations = getStations();
  const cells = stations.map(stationCells);
  const { asAt, kind, title } = dataset.meta;
  const file = (name: string, words: string, about: string, type: string, text: string, rows: number): Download => ({
    file: `${prefix}${name}`,
    title: words,
    about,
    type,
    text,
    rows,
    bytes: byteLength(text),
    sha256: sha256(text),
  });
  const csv = (name: TableName, words: string, about: string, rows: readonly Record<string, Cell>[]) =>
    file(`${name}.csv`, words, about, 'text/csv; charset=utf-8', table(name, rows), rows.length);
  const geojson = {
    type: 'FeatureCollection',
    features: stations.map(({ station }, index) => ({
      type: 'Feature',
      id: station.id,
      geometry: station.point === null ? null : { type: 'Point', coordinates: [station.point.lon, station.point.lat] },
      properties: cells[index],
    })),
  };
  return [
    csv('stations', '社工站（CSV）', '用 Excel、WPS 可以直接打开', cells),
    file(
      'stations.json',
      '社工站（JSON）',
      '给程序用',
      'application/json; charset=utf-8',
      JSON.stringify({ title, kind, as_at: asAt, stations: cells }),
      cells.length,
    ),
    file(
      'stations.geojson',
      '社工站（GeoJSON）',
      '给地图软件用，WGS-84；没有准确位置的，几何为空',
      'application/geo+json; charset=utf-8',
      JSON.stringify(geojson),
      cells.length,
    ),
    csv(
      'services',
      '服务（CSV）',
      '能办的事',
      dataset.services.map(({ howToApply, fields, aliases, basis, ...row }) => ({
        ...row,
        how_to_apply: howToApply,
        fields: fields.join('、'),
        aliases: aliases.join('、'),
        basis: clause(basis),
      })),
    ),
    csv(
      'organizations',
      '承接机构（CSV）',
      '机构名单',
      dataset.organizations.map(({ districtCode, ...row }) => ({ ...row, district_code: districtCode })),
    ),
    csv(
      'fields',
      '领域（CSV）',
      '专项站的领域和出处',
      dataset.fields.map(({ fullName, leadDepartment, namedIn, sensitive, basis, aliases, ...row }) => ({
        ...row,
        full_name: fullName,
        lead_department: leadDepartment,
        named_in: namedIn,
        sensitive: sensitive ? '是' : '否',
        basis: clause(basis),
        aliases: aliases.join('、'),
      })),
    ),
    csv(
      'towns',
      '街镇（CSV）',
      '行政区划名录，代表点是约略位置',
      dataset.towns.map(({ districtCode, point, pointSource, servedBy, aliases, ...row }) => ({
        ...row,
        district_code: districtCode,
        lon: point?.lon ?? null,
        lat: point?.lat ?? null,
        point_source: pointSource,
        served_by: servedBy,
        aliases: aliases.join('、'),
      })),
    ),
    csv(
      'committees',
      '居村委（CSV）',
      '行政区划名录',
      dataset.committees.map(({ townCode, ...row }) => ({ ...row, town_code: townCode })),
    ),
  ];
});
