import type { Dataset } from '../../dataset/dataset.ts';
import { isClosed, publicView } from '../../station/station.ts';
import { addressTable, locationTable, phoneTable } from './locations.ts';
import { documentTable, organizationTable, serviceAtLocationTable, serviceTable } from './offers.ts';
import { scheduleTable } from './schedules.ts';
import type { HsdsSource, Identify } from './source.ts';
import type { HsdsTable } from './table.ts';
import { attributeTable, taxonomyTable, termTable } from './taxonomies.ts';

/**
 * All tables of the Human Services Data Specification 3 (openreferral.org). Stations are locations kept by their
 * operators, services are offered by the publisher; merged stations are left out, and unknown values are empty cells.
 */
export function hsdsTables(dataset: Dataset, identify: Identify): readonly HsdsTable[] {
  const stations = dataset.stations.filter((station) => !isClosed(station)).map(publicView);
  const source: HsdsSource = { dataset, stations, identify };
  return [
    organizationTable(source),
    serviceTable(source),
    locationTable(source),
    addressTable(source),
    phoneTable(source),
    scheduleTable(source),
    serviceAtLocationTable(source),
    documentTable(source),
    taxonomyTable(source),
    termTable(source),
    attributeTable(source),
  ];
}
