import { isExactlyPlaced, isRunning, type Station } from '../../station/station.ts';
import { organizationId } from './offers.ts';
import type { HsdsSource } from './source.ts';
import { type HsdsTable, table } from './table.ts';

const standing = (station: Station) =>
  isRunning(station) ? '' : [station.status, station.statusNote].filter((words) => words !== '').join('：');

/** The table of locations: every station, kept by its operator. A point is given only where it is exact. */
export function locationTable(source: HsdsSource): HsdsTable {
  return table(
    'location',
    'locations.csv',
    'id location_type organization_id name alternate_name description transportation latitude longitude external_identifier external_identifier_type',
    'id location_type',
    { organization_id: 'organization' },
    source.stations.map((station) => {
      const point = isExactlyPlaced(station) ? station.point : null;
      return {
        id: source.identify('location', station.id),
        location_type: 'physical',
        organization_id: organizationId(source, station.operator),
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
  );
}

/** The table of addresses that may be published; postal code and province stay empty, because the data hold none. */
export function addressTable({ dataset, stations, identify }: HsdsSource): HsdsTable {
  const districts = new Map(dataset.districts.map(({ code, name }) => [code, name]));
  return table(
    'address',
    'addresses.csv',
    'id location_id address_1 city region state_province postal_code country address_type',
    'id location_id address_1 city country address_type',
    { location_id: 'location' },
    stations
      .filter(({ address }) => address !== '')
      .map((station) => ({
        id: identify('address', station.id),
        location_id: identify('location', station.id),
        address_1: station.address,
        city: dataset.site.city,
        region: districts.get(station.townCode.slice(0, 6)) ?? '',
        country: 'CN',
        address_type: 'physical',
      })),
  );
}

/** The table of telephone numbers, with the extension in its own column. */
export function phoneTable({ stations, identify }: HsdsSource): HsdsTable {
  return table(
    'phone',
    'phones.csv',
    'id location_id number extension type',
    'id number',
    { location_id: 'location' },
    stations.flatMap((station) =>
      station.phones.map((phone) => ({
        id: identify('phone', `${station.id}/${phone.tel}`),
        location_id: identify('location', station.id),
        number: phone.display.replace(/转.*$/u, ''),
        extension: phone.extension,
        type: 'voice',
      })),
    ),
  );
}
