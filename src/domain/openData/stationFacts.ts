import { formatHours } from '../station/hours/format.ts';
import type { Facts } from './tables.ts';
import { publicView, type Station } from '../station/station.ts';

/** Rounds degrees to six decimals, about 10 cm; further digits come from conversions only. */
const degrees = (value: number) => Number(value.toFixed(6));

/** The published row of a station under the names of the columns, with its coordinates in WGS-84. */
export function stationFacts(row: Station): Facts {
  const station = publicView(row);
  return {
    id: station.id,
    name: station.name,
    type: station.type,
    field: station.field,
    town_code: station.townCode,
    committee_code: station.committeeCode,
    address: station.address,
    lon: station.point === null ? null : degrees(station.point.lon),
    lat: station.point === null ? null : degrees(station.point.lat),
    precision: station.precision,
    phone: station.phones.map(({ display }) => display),
    hours: station.hours === null ? '' : formatHours(station.hours),
    hours_note: station.hoursNote,
    host: station.host,
    operator: station.operator,
    staff_count: station.staffCount,
    qualified_count: station.qualifiedCount,
    services: station.services,
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
    former_names: station.formerNames,
    external_id: station.externalId,
  };
}
