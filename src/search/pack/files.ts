import { stationsByTown, stationColumns } from './stations.ts';
import { caseEntriesOf, pagesOf } from './pages.ts';
import {
  bit,
  type CommitteesFile,
  type LookupFile,
  type MoreFile,
  type NeedGroup,
  SERVED_BY_ITSELF,
  SERVED_BY_NOBODY,
  type WordsFile,
  writeCommittee,
} from '../files/format.ts';
import type { Dataset } from '../../domain/dataset/dataset.ts';
import type { Need } from '../../domain/service/service.ts';
import type { SearchSource } from './source.ts';
import { commonReadings, readingsOf, traditionalOf } from './readings.ts';

const joined = (words: readonly string[]) => words.join('、');

const indexes = (of: ReadonlyMap<string, number>, keys: readonly string[]) => keys.flatMap((key) => of.get(key) ?? []);

/** The rows of the lookup file, without what its names are read with. */
export type LookupRows = Omit<LookupFile, 'runs' | 'readings' | 'traditional'>;

/** Makes the rows of the lookup file, `byTown` being the stations of the dataset. */
export function lookupRowsOf(dataset: Dataset, byTown = stationsByTown(dataset)): LookupRows {
  const { districts, towns, fields, services, hotlines, site } = dataset;
  const districtAt = new Map(districts.map(({ code }, index) => [code, index]));
  const townAt = new Map(towns.map(({ code }, index) => [code, index]));
  const fieldAt = new Map(fields.map(({ slug }, index) => [slug, index]));
  const stations = stationColumns(
    dataset,
    byTown.flatMap((town) => town.stations),
  );
  return {
    city: [
      site.cityHotline,
      hotlines.find(({ number }) => number === site.cityHotline)?.name ?? '市民服务热线',
      site.city,
    ],
    hotlines: hotlines.map(({ number, name, purpose }) => [number, name, purpose]),
    districts: districts.map(({ code, name, leadDepartment, phone }) => [code, name, leadDepartment, phone]),
    towns: towns.map(({ districtCode, code, name, aliases, kind, servedBy }, index) => [
      districtAt.get(districtCode) ?? 0,
      code.slice(districtCode.length),
      name,
      joined(aliases),
      kind !== '其他' ? SERVED_BY_ITSELF : (townAt.get(servedBy ?? '') ?? SERVED_BY_NOBODY),
      byTown[index]?.general ?? 0,
      byTown[index]?.special ?? 0,
      (byTown[index]?.stations.length ?? 0) - (byTown[index]?.general ?? 0) - (byTown[index]?.special ?? 0),
    ]),
    fields: fields.map(({ slug, name, fullName, aliases, sensitive }) => [
      slug,
      name,
      fullName,
      joined(aliases),
      bit(sensitive),
    ]),
    services: services.map(({ id, name, fields: own }) => [id, name, indexes(fieldAt, own)]),
    stations,
  };
}

/** Makes the lookup file, which the search loads first and which answers names alone. */
export function lookupFileOf({ dataset }: SearchSource): LookupFile {
  const { districts, towns, fields, services } = dataset;
  const byTown = stationsByTown(dataset);
  const texts = [
    ...districts.map(({ name }) => name),
    ...towns.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...byTown.flatMap((town) => town.stations.flatMap(({ name, formerNames }) => [name, ...formerNames])),
    ...fields.flatMap(({ name, fullName, aliases }) => [name, fullName, ...aliases]),
    ...services.map(({ name }) => name),
  ];
  return {
    ...lookupRowsOf(dataset, byTown),
    runs: commonReadings,
    readings: readingsOf(texts, ''),
    traditional: traditionalOf(texts),
  };
}

/**
 * Whether a need is answered while it is still being typed (words file) or only when it is complete (file of phrases).
 * Needs with emergency numbers never wait.
 */
const isWord = ({ word, crisis }: Need) => word.length <= 3 || crisis.length > 0;

/** Groups the needs that lead to the same services, fields and numbers, so that the file holds these once. */
function needGroups(needs: readonly Need[], { fields, services, hotlines }: Dataset): NeedGroup[] {
  const fieldAt = new Map(fields.map(({ slug }, index) => [slug, index]));
  const serviceAt = new Map(services.map(({ id }, index) => [id, index]));
  const hotlineAt = new Map(hotlines.map(({ number }, index) => [number, index]));
  const groups = Map.groupBy(needs, ({ services: own, fields: ofFields, crisis }) =>
    JSON.stringify([own, ofFields, crisis]),
  );
  return [...groups.values()].map((together) => [
    joined(together.map(({ word }) => word)),
    indexes(serviceAt, together[0]?.services ?? []),
    indexes(fieldAt, together[0]?.fields ?? []),
    indexes(hotlineAt, together[0]?.crisis ?? []),
  ]);
}

/** Makes the words file. `lookup` is the lookup file of the same build: characters that it explains are not repeated. */
export function wordsFileOf(input: SearchSource, lookup: LookupFile): WordsFile {
  const { services, needs, organizations } = input.dataset;
  const words = needs.filter(isWord);
  const pages = pagesOf(input);
  const known = new Set(needs.map(({ word }) => word));
  const texts = [
    ...services.flatMap(({ aliases }) => aliases),
    ...words.map(({ word }) => word),
    ...organizations.map(({ name }) => name),
    ...pages.flatMap(([, , title, aliases]) => [title, aliases]),
  ];
  return {
    services: services.map(({ summary, aliases }) => [summary, joined(aliases.filter((word) => !known.has(word)))]),
    needs: needGroups(words, input.dataset),
    organizations: organizations.map(({ id, name }) => [id, name]),
    pages,
    readings: readingsOf(texts, lookup.readings),
    traditional: traditionalOf(texts, lookup.traditional),
  };
}

/** The names of the 居村委 of every town, in the order of the towns. */
export function committeeNamesOf({ committees, towns }: Dataset): CommitteesFile['names'] {
  const of = Map.groupBy(committees, ({ townCode }) => townCode);
  return towns.map(({ code }) =>
    // Sorted names compress better; the order has no meaning.
    (of.get(code) ?? [])
      .map(({ name }) => writeCommittee(name))
      .sort()
      .join('|'),
  );
}

/** Makes the committees file: the 居村委 of every town, in the order of the lookup's towns. */
export function committeesFileOf({ dataset }: SearchSource, lookup: LookupFile): CommitteesFile {
  const names = dataset.committees.map(({ name }) => name);
  return {
    names: committeeNamesOf(dataset),
    readings: readingsOf(names, lookup.readings),
    traditional: traditionalOf(names, lookup.traditional),
  };
}

/** The addresses of stations that may be shown, in the order of the lookup. */
export const addressesOf = (dataset: Dataset): MoreFile['addresses'] =>
  stationsByTown(dataset).flatMap(({ stations }) => stations.map(({ address }) => address));

/**
 * Makes the file of addresses that may be shown, of whole phrases for needs and of cases; `today` decides which of these
 * are published.
 */
export function moreFileOf(input: SearchSource, today: string, lookup: LookupFile): MoreFile {
  const { dataset } = input;
  const cases = caseEntriesOf(input, today);
  const addresses = addressesOf(dataset);
  const phrases = dataset.needs.filter((need) => !isWord(need));
  const texts = [
    ...addresses,
    ...phrases.map(({ word }) => word),
    ...cases.flatMap(([, , title, aliases]) => [title, aliases]),
  ];
  return {
    addresses,
    needs: needGroups(phrases, dataset),
    cases,
    readings: readingsOf(texts, lookup.readings),
    traditional: traditionalOf(texts, lookup.traditional),
  };
}
