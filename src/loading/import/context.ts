import type { TableName } from '../../domain/dataset/columns.ts';
import type { DatasetMeta, TableRecords } from '../../domain/dataset/dataset.ts';
import type { Town } from '../../domain/place/region.ts';
import { commonNet } from '../../domain/tidy/phones.ts';
import { findTown, type PlaceMatch } from '../../domain/tidy/placeNames.ts';
import type { ReadFile } from '../tables/readFile.ts';
import { readTable } from '../tables/readTable.ts';
import { type ImportContext, knownStations } from './read/context.ts';
import type { ImportOptions } from './outcome.ts';

export function contextOf(read: ReadFile, meta: DatasetMeta, options: ImportOptions): ImportContext {
  const rows = <T extends TableName>(table: T): TableRecords[T][] =>
    readTable(table, `${table}.csv`, read(`${table}.csv`) ?? new Uint8Array()).rows.map(({ value }) => value);
  const stations = rows('stations');
  const towns = rows('towns');
  const districts = rows('districts');
  const committees = Map.groupBy(rows('committees'), ({ townCode }) => townCode);
  const places = new Map<string, PlaceMatch<Town>>();
  return {
    districts,
    towns,
    townNamed: (text, district) => {
      const key = `${district ?? ''}|${text}`;
      const found =
        places.get(key) ??
        findTown(
          text,
          district === null ? towns : towns.filter(({ districtCode }) => districtCode === district),
          districts,
        );
      places.set(key, found);
      return found;
    },
    committeesOf: (townCode) => committees.get(townCode) ?? [],
    fields: rows('fields'),
    services: rows('services'),
    organizations: rows('organizations'),
    known: knownStations(stations),
    net: commonNet(
      stations.flatMap(({ phones }) => phones),
      options.areaCode,
    ),
    district: options.district,
    crs: options.crs,
    asAt: meta.asAt,
    hoursSeen: new Map(),
  };
}
