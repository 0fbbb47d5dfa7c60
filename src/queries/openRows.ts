import type { Facts, OpenTableName } from '../domain/openData/tables.ts';
import type { ClauseRef } from '../domain/policy/clauses.ts';
import type { Point } from '../domain/place/region.ts';
import { isClosed, publicView, shownPoint } from '../domain/station/station.ts';
import { publicChange } from '../domain/station/changes.ts';
import { stationFacts } from '../domain/openData/stationFacts.ts';
import type { Placed } from '../domain/openData/geojson.ts';
import { derived, keyed } from './dataset.ts';

/** A pointer to a clause as it stands in tables: `shmz-2021-5#3-2`. */
const pointerOf = ({ policy, clause }: ClauseRef) => `${policy}#${clause}`;

const at = (point: Point | null) => ({ lon: point?.lon ?? null, lat: point?.lat ?? null });

/** The rows of every published table, with values by machine name of the column. */
export const getOpenRows = derived((dataset): Readonly<Record<OpenTableName, readonly Facts[]>> => {
  const stations = keyed(dataset.stations, ({ id }) => id);
  return {
    stations: dataset.stations.map(stationFacts),
    services: dataset.services.map(({ howToApply, basis, ...row }) => ({
      ...row,
      how_to_apply: howToApply,
      basis: pointerOf(basis),
    })),
    organizations: dataset.organizations.map(({ districtCode, ...row }) => ({ ...row, district_code: districtCode })),
    fields: dataset.fields.map(({ fullName, leadDepartment, namedIn, basis, ...row }) => ({
      ...row,
      full_name: fullName,
      lead_department: leadDepartment,
      named_in: namedIn,
      basis: pointerOf(basis),
    })),
    districts: dataset.districts.map(({ leadDepartment, leadVerifiedOn, point, ...row }) => ({
      ...row,
      lead_department: leadDepartment,
      lead_verified_on: leadVerifiedOn,
      ...at(point),
    })),
    towns: dataset.towns.map(({ districtCode, point, pointSource, servedBy, ...row }) => ({
      ...row,
      district_code: districtCode,
      ...at(point),
      point_source: pointSource,
      served_by: servedBy,
    })),
    committees: dataset.committees.map(({ townCode, ...row }) => ({ ...row, town_code: townCode })),
    places: dataset.places.map(({ committeeCode, asAt, ...row }) => ({
      ...row,
      committee_code: committeeCode,
      as_at: asAt,
    })),
    changes: dataset.changes.map((change) => ({ ...publicChange(change, stations.get(change.station) ?? null) })),
  };
});

/** The stations of the GeoJSON file, each at the point that may be published; merged ones have no place. */
export const getPlacedStations = derived(({ stations, towns }): readonly Placed[] => {
  const points = new Map(towns.map(({ code, point }) => [code, point]));
  return stations.map(publicView).map((station) => {
    const shown = isClosed(station) ? null : shownPoint(station, points.get(station.townCode) ?? null);
    return {
      id: station.id,
      point: shown?.point ?? null,
      // Where the station's own point is unknown or withheld, the representative point of its 街镇 is shown.
      facts: { ...stationFacts(station), point_of: shown === null ? null : shown.exact ? '站点' : '街镇代表点' },
    };
  });
});

/** The 街镇 of the GeoJSON file, each at its representative point. */
export const getPlacedTowns = derived(({ towns }): readonly Placed[] =>
  getOpenRows().towns.map((facts, index) => ({
    id: towns[index]?.code ?? '',
    point: towns[index]?.point ?? null,
    facts,
  })),
);
