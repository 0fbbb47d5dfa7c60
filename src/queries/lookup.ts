import type { LookupFile } from '../domain/lookup.ts';
import { derived } from './dataset.ts';
import { getDistrict, getResponsibility } from './regions.ts';
import { getCityHotline } from './site.ts';
import { getListed } from './stations.ts';

/** What the search page loads to answer names at once. */
export const getLookupFile = derived((dataset): LookupFile => {
  const listed = getListed();
  const stationAt = new Map(listed.map(({ station }, index) => [station.id, index]));
  const townAt = new Map(dataset.towns.map(({ code }, index) => [code, index]));
  const serviceAt = new Map(dataset.services.map(({ id }, index) => [id, index]));
  return {
    towns: dataset.towns.map((town) => {
      const { general, special } = getResponsibility(town);
      return [
        town.code,
        town.name,
        getDistrict(town.districtCode).name,
        general === null ? -1 : (stationAt.get(general.id) ?? -1),
        special.flatMap(({ id }) => stationAt.get(id) ?? []),
      ];
    }),
    committees: dataset.committees.map(({ name, townCode }) => [name, townAt.get(townCode) ?? -1]),
    stations: listed.map(({ station, town }) => [
      station.id,
      station.name,
      townAt.get(town.code) ?? -1,
      station.phones[0]?.display ?? '',
    ]),
    needs: dataset.needs.map(({ word, services, crisis }) => [
      word,
      services.flatMap((id) => serviceAt.get(id) ?? []),
      crisis,
    ]),
    services: dataset.services.map(({ id, name, summary }) => [id, name, summary]),
    fallback: getCityHotline(),
  };
});
