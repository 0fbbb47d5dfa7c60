import { encodeHours } from '../domain/station/hours/code.ts';
import { PAGED_ABOVE, placeWords, weekWords, type ListFile, type ListRow } from '../domain/station/listing.ts';
import { isExactlyPlaced, isRunning, STATION_TYPES } from '../domain/station/station.ts';
import { phoneInLists } from '../domain/station/freshness.ts';
import { isSampleData } from '../domain/dataset/sample.ts';
import { derived } from './dataset.ts';
import { getListed } from './stations.ts';

/** Whether there are so many stations that their list is paged by district. */
export const isPaged = () => getListed().length > PAGED_ABOVE;

/** The content of /stations/list.json, which the filters of a long list read. */
export const getListFile = derived(({ districts, towns, fields, meta }): ListFile => {
  const townAt = new Map(towns.map(({ code }, at) => [code, at]));
  const fieldAt = new Map(fields.map(({ slug }, at) => [slug, at]));
  const hours = new Map<string, { readonly at: number; readonly plain: string }>();
  const hoursAt = (of: Parameters<typeof weekWords>[0]): number => {
    if (of === null) return -1;
    const code = encodeHours(of);
    const known = hours.get(code) ?? { at: hours.size, plain: weekWords(of) };
    hours.set(code, known);
    return known.at;
  };
  const rows = getListed().map(({ station, town, mark, freshness }): ListRow => {
    const phone = phoneInLists(station, freshness);
    return [
      station.id,
      station.name,
      STATION_TYPES.indexOf(station.type),
      mark,
      isExactlyPlaced(station) ? 1 : 0,
      townAt.get(town.code) ?? -1,
      fieldAt.get(station.field ?? '') ?? -1,
      phone?.display ?? '',
      // The numbers of a sample can't be dialled.
      isSampleData(meta) ? '' : (phone?.tel ?? ''),
      placeWords(station, town.name),
      hoursAt(station.hours),
      station.verifiedOn ?? '',
      isRunning(station) ? '' : station.status,
      station.statusFrom ?? '',
      station.statusUntil ?? '',
    ];
  });
  return {
    districts: districts.map(({ code, name }) => [code, name]),
    towns: towns.map(({ code, name }) => [code, name]),
    fields: fields.map(({ slug, fullName }) => [slug, fullName]),
    hours: [...hours].map(([code, { plain }]) => [code, plain]),
    rows,
  };
});
