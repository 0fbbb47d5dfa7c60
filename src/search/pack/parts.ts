import type { Dataset } from '../../domain/dataset/dataset.ts';
import { publicView } from '../../domain/station/station.ts';
import type { LookupFile } from '../files/format.ts';
import type { NamesFile } from '../files/members.ts';
import type { PartFile, PartsRoot } from '../files/parts.ts';
import { numberEnd, numberKey } from '../text/numbers.ts';
import { type Keyed, filesByInitials } from './byInitials.ts';
import { addressesOf, committeeNamesOf, lookupRowsOf } from './files.ts';
import { type NamedRows, namesFilesOf } from './members.ts';
import { readingsOf, traditionalOf } from './readings.ts';

/** The files of a lookup in parts: the root, those of names by their keys, and the parts by the codes of districts. */
export interface PartFiles {
  readonly root: PartsRoot;
  readonly names: ReadonlyMap<string, NamesFile>;
  readonly parts: ReadonlyMap<string, PartFile>;
}

/**
 * The code of the part that each district is in: its own, or that of an earlier district where a unit of one is served by
 * a 街镇 of the other.
 */
function partsOf({ districts, towns }: Dataset): ReadonlyMap<string, string> {
  const partOf = new Map(districts.map(({ code }) => [code, code]));
  const districtOf = new Map(towns.map(({ code, districtCode }) => [code, districtCode]));
  for (const { districtCode, servedBy } of towns) {
    const own = partOf.get(districtCode);
    const other = partOf.get(districtOf.get(servedBy ?? '') ?? districtCode);
    if (own === undefined || other === undefined || own === other) continue;
    const [first, second] = own < other ? [own, other] : [other, own];
    for (const [code, part] of partOf) if (part === second) partOf.set(code, first);
  }
  return partOf;
}

type Rows = Pick<Dataset, 'districts' | 'towns' | 'committees' | 'stations'>;

/** The rows of each group of districts, by what `groupOf` calls the district with a code. */
function rowsBy({ districts, towns, committees, stations }: Dataset, groupOf: (code: string) => string) {
  const districtOf = new Map(towns.map(({ code, districtCode }) => [code, districtCode]));
  const ofTown = (code: string) => groupOf(districtOf.get(code) ?? '');
  const grouped = {
    towns: Map.groupBy(towns, ({ districtCode }) => groupOf(districtCode)),
    committees: Map.groupBy(committees, ({ townCode }) => ofTown(townCode)),
    stations: Map.groupBy(stations, ({ townCode }) => ofTown(townCode)),
  };
  return [...Map.groupBy(districts, ({ code }) => groupOf(code))].map(([group, own]): [string, Rows] => [
    group,
    {
      districts: own,
      towns: grouped.towns.get(group) ?? [],
      committees: grouped.committees.get(group) ?? [],
      stations: grouped.stations.get(group) ?? [],
    },
  ]);
}

/** The names of a district; a station that begins with the name of its 街镇 is found by that. */
function namesOf(rows: Rows): NamedRows {
  const townNames = new Map(rows.towns.map(({ code, name }) => [code, name]));
  const stations = rows.stations.flatMap(({ name, townCode, formerNames }) => [
    ...(name.startsWith(townNames.get(townCode) ?? '') ? [] : [name]),
    ...formerNames,
  ]);
  return { ...rows, stations };
}

/** The ends of the phone numbers of stations, each with the places of its districts. */
function numbersOf(districts: readonly Rows[]): readonly Keyed<NamesFile['names'][number]>[] {
  const having = new Map<string, Set<number>>();
  districts.forEach(({ stations }, at) => {
    for (const { display } of stations.flatMap((station) => publicView(station).phones))
      for (const [number] of display.replace(/[-\s]/gu, '').matchAll(/\d{7,}/gu)) {
        const end = numberEnd(number);
        having.set(end, (having.get(end) ?? new Set()).add(at));
      }
  });
  return [...having].map(([end, own]) => ({ key: numberKey(end), record: [end, ...own] }));
}

/**
 * Makes the files of a lookup in parts, one for each district. `lookup` is the lookup file of the same build, which holds
 * no place.
 */
export function partFilesOf(dataset: Dataset, lookup: LookupFile): PartFiles {
  const partOf = partsOf(dataset);
  const byDistrict = rowsBy(dataset, (code) => code).map(([, rows]) => rows);
  const parts = rowsBy(dataset, (code) => partOf.get(code) ?? '').map(([part, rows]): [string, PartFile] => {
    const own = { ...dataset, ...rows };
    const { districts, towns, stations } = lookupRowsOf(own);
    return [part, { districts, towns, stations, committees: committeeNamesOf(own), addresses: addressesOf(own) }];
  });
  const { root, files } = namesFilesOf(byDistrict.map(namesOf), lookup);
  const numbers = filesByInitials(numbersOf(byDistrict), (records): NamesFile => ({ names: records }));
  const addresses = parts.flatMap(([, part]) => part.addresses);
  const stations = dataset.stations.map(({ name }) => name);
  const texts = [...addresses, ...stations];
  return {
    root: {
      districts: dataset.districts.map(({ code, name }) => [code, name, partOf.get(code) ?? code]),
      keys: [...files.keys(), ...numbers.keys()].sort().join(' '),
      readings: root.readings + readingsOf(texts, lookup.readings + root.readings),
      traditional: root.traditional + traditionalOf(texts, lookup.traditional + root.traditional),
    },
    names: new Map([...files, ...numbers]),
    parts: new Map(parts),
  };
}
