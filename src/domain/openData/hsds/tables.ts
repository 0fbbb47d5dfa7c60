import type { Dataset } from '../../dataset/dataset.ts';
import { isClosed, publicView } from '../../station/station.ts';
import { addressTable, locationTable, phoneTable } from './locations.ts';
import { documentTable, organizationTable, serviceAtLocationTable, serviceTable } from './offers.ts';
import { scheduleTable } from './schedules.ts';
import type { HsdsSource, Identify } from './source.ts';
import type { HsdsTable } from './table.ts';
import { attributeTable, taxonomyTable, termTable } from './taxonomies.ts';

/**
 * The dataset in the Human Services Data Specification 3 (openreferral.org), tabular form. A station is a location; a
 * service is offered by the publisher at locations; the operator of a station keeps its location. Merged stations are
 * left out. What we don't know, postal codes above all, is an empty cell.
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
