import { stationName, usualStationId } from '../../domain/station/naming.ts';
import type { Dataset } from '../../domain/dataset/dataset.ts';
import { responsibilityFor } from '../../domain/station/responsibility.ts';
import { isRunning, publicView, type Station } from '../../domain/station/station.ts';
import { bit, GENERAL, type LookupFile, writeCommittee } from '../files/format.ts';

/**
 * The stations of every town, in the order in which the lookup file holds them: the responsible ones first, 撤并 last
 * (they keep their pages).
 */
export function stationsByTown({ towns, stations }: Dataset) {
  const of = Map.groupBy(stations, ({ townCode }) => townCode);
  const byCode = new Map(towns.map((town) => [town.code, town]));
  return towns.map((town) => {
    const own = of.get(town.code) ?? [];
    const { servingTown, general, special } = responsibilityFor(town, byCode, (code) => of.get(code) ?? []);
    // A unit served by another 街镇 has no responsible station of its own.
    const first = servingTown === town ? [...(general === null ? [] : [general]), ...special] : [];
    const answering = new Set(first);
    return {
      general: bit(servingTown === town && general !== null),
      special: servingTown === town ? special.length : 0,
      stations: [...first, ...own.filter((station) => !answering.has(station))].map(publicView),
    };
  });
}

/** The most frequent beginning of the phone numbers, up to the dash. */
function commonPrefix(phones: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const phone of phones) {
    const prefix = /^0\d+-/u.exec(phone)?.[0];
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** The columns of the stations in the lookup file; `stations` must stand in the order of `stationsByTown`. */
export function stationColumns(dataset: Dataset, stations: readonly Station[]): LookupFile['stations'] {
  const fieldAt = new Map(dataset.fields.map(({ slug }, index) => [slug, index]));
  const towns = new Map(dataset.towns.map((town) => [town.code, town]));
  const committees = new Map(dataset.committees.map((committee) => [committee.code, committee]));
  const shown = stations.map(({ phones }) => phones.map(({ display }) => display).join('、'));
  const prefix = commonPrefix(shown);
  return {
    prefix,
    kinds: stations
      .map(({ type, field }) => (type === '综合' ? 0 : type === '专项' ? (fieldAt.get(field ?? '') ?? -1) + 1 : -1))
      .map((kind) => String.fromCharCode(GENERAL + kind))
      .join(''),
    phones: shown.map((phone) =>
      phone === '' ? '' : prefix !== '' && phone.startsWith(prefix) ? phone.slice(prefix.length) : `=${phone}`,
    ),
    committees: stations
      .filter(({ type }) => type === '居村')
      .map(({ committeeCode }) => {
        const name = committees.get(committeeCode ?? '')?.name ?? '';
        return `${(committeeCode ?? '').slice(-3).padStart(3, '0')}${writeCommittee(name)}`;
      }),
    others: stations.flatMap((station, index) => {
      const { type, field, townCode, committeeCode } = station;
      const name = stationName({
        type,
        townName: towns.get(townCode)?.name ?? '',
        fieldName: dataset.fields[fieldAt.get(field ?? '') ?? -1]?.name ?? null,
        committeeName: committees.get(committeeCode ?? '')?.name ?? null,
      });
      const row = [
        index,
        station.id === usualStationId(station) ? '' : station.id,
        station.name === name ? '' : station.name,
        station.formerNames.join('、'),
        isRunning(station) ? '' : station.status,
      ] as const;
      return row.slice(1).every((cell) => cell === '') ? [] : [row];
    }),
  };
}
