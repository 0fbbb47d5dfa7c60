import { placeWritings } from '../domain/privacy/identifying.ts';
import type { DeskChoices, DeskData } from '../views/caseDesk.ts';
import { derived, grouped } from './dataset.ts';

/** The stations by district and town, and the names of 居村, for the case desk. */
export const getDeskData = derived(({ districts, towns, stations, committees }): DeskData => {
  const townsOf = grouped(towns, ({ districtCode }) => districtCode);
  const stationsOf = grouped(stations, ({ townCode }) => townCode);
  return {
    districts: districts.map((district) => [
      district.name,
      (townsOf.get(district.code) ?? []).map((town) => [
        town.name,
        (stationsOf.get(town.code) ?? []).map(({ id, name }) => [id, name] as const),
      ]),
    ]),
    places: [...placeWritings(committees)].join(' '),
  };
});

/** What the lists of the case desk offer. */
export const getDeskChoices = derived(({ topics, fields, services }): DeskChoices => ({
  topics,
  fields,
  services: topics
    .map(({ slug, name }) => ({ topic: name, services: services.filter(({ topic }) => topic === slug) }))
    .filter((group) => group.services.length > 0),
}));
