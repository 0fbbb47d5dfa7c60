import type { Crs } from '../../../domain/place/coordinates.ts';
import type { Committee, District, Town } from '../../../domain/place/region.ts';
import type { FixedNet } from '../../../domain/station/phone.ts';
import type { TidyHours } from '../../../domain/tidy/hours.ts';
import type { PlaceMatch } from '../../../domain/tidy/placeNames.ts';
import type { Field, Service } from '../../../domain/service/service.ts';
import type { Organization } from '../../../domain/service/organization.ts';
import type { Station } from '../../../domain/station/station.ts';

/** The stations of the dataset by what a row may name them. */
export interface KnownStations {
  readonly byId: ReadonlyMap<string, Station>;
  readonly byExternalId: ReadonlyMap<string, Station>;
  readonly byName: ReadonlyMap<string, readonly Station[]>;
}

/** Indexes the stations of the dataset. */
export function knownStations(stations: readonly Station[]): KnownStations {
  return {
    byId: new Map(stations.map((station) => [station.id, station])),
    byExternalId: new Map(
      stations.filter(({ externalId }) => externalId !== '').map((station) => [station.externalId, station]),
    ),
    byName: Map.groupBy(stations, ({ name }) => name),
  };
}

/** What an import needs to know of the dataset that it goes into. */
export interface ImportContext {
  readonly districts: readonly District[];
  readonly towns: readonly Town[];
  /** As `findTown`, remembered: a file names the same few places over and over. */
  readonly townNamed: (text: string, district: string | null) => PlaceMatch<Town>;
  readonly committeesOf: (townCode: string) => readonly Committee[];
  readonly fields: readonly Field[];
  readonly services: readonly Service[];
  readonly organizations: readonly Organization[];
  readonly known: KnownStations;
  /** The city's fixed net, for numbers without an area code. */
  readonly net: FixedNet;
  /** The district that the whole file is of, if the clerk said so. */
  readonly district: string | null;
  /** The coordinate system of the whole file, if the clerk said so. */
  readonly crs: Crs | null;
  readonly asAt: string;
  /** Opening hours that were read before, by the cell. */
  readonly hoursSeen: Map<string, TidyHours>;
}
