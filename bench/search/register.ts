import type { Dataset } from '../../src/domain/dataset/dataset.ts';
import type { Committee, Town } from '../../src/domain/place/region.ts';
import { responsibilityFor } from '../../src/domain/station/responsibility.ts';
import { routes } from '../../src/domain/site/routes.ts';
import type { Station } from '../../src/domain/station/station.ts';

/** A name that somebody may type for a place, and the pages that answer it. */
export interface Named {
  readonly name: string;
  /** The name as people say it: without 街道, 镇, 居委会 and their like. */
  readonly short: string;
  readonly pages: readonly string[];
}

/** The register as the bench asks about it. */
export interface Places {
  readonly towns: readonly Named[];
  /** 居委会 and 村委会; each is answered by its town's page, the 综合 station responsible, or a station of its own. */
  readonly committees: readonly (Named & { readonly townName: string })[];
  readonly special: readonly (Named & { readonly field: string; readonly town: Named })[];
  readonly stations: readonly (Named & { readonly phone: string | null })[];
}

export const shortTown = (name: string): string => {
  const short = name.replace(/(?:街道|镇|乡)$/u, '');
  return short.length >= 2 ? short : name;
};

export const shortCommittee = (name: string): string => {
  const short = name.replace(/(?:(?:社区)?居委会|(?<=村)村委会)$/u, '');
  return short.length >= 2 ? short : name;
};

/** Reads what the bench needs out of a dataset; closed stations (撤并) are nobody's answer. */
export function placesOf(dataset: Dataset): Places {
  const open = dataset.stations.filter(({ status }) => status !== '撤并');
  const stationsOf = Map.groupBy(open, ({ townCode }) => townCode);
  const towns = new Map(dataset.towns.map((town) => [town.code, town]));
  const fields = new Map(dataset.fields.map(({ slug, name }) => [slug, name]));
  const townPages = (town: Town): string[] => {
    const { general } = responsibilityFor(town, towns, (code) => stationsOf.get(code) ?? []);
    return [routes.town(town.code), ...(general === null ? [] : [routes.station(general.id)])];
  };
  const named = new Map(
    dataset.towns.map((town) => [town.code, { name: town.name, short: shortTown(town.name), pages: townPages(town) }]),
  );
  const townOf = (code: string): Named => {
    const town = named.get(code);
    if (town === undefined) throw new Error(`no town ${code}`);
    return town;
  };
  const own = Map.groupBy(open, ({ committeeCode }) => committeeCode);
  const committee = ({ code, name, townCode }: Committee) => ({
    name,
    short: shortCommittee(name),
    townName: townOf(townCode).name,
    pages: [...townOf(townCode).pages, ...(own.get(code) ?? []).map(({ id }) => routes.station(id))],
  });
  const station = ({ id, name }: Station) => ({
    name,
    short: name.replace(/(?:社会工作(?:服务)?站|社工(?:服务)?站)$/u, ''),
    pages: [routes.station(id)],
  });
  return {
    towns: [...named.values()],
    committees: dataset.committees.map(committee),
    special: open.flatMap((row) =>
      row.type === '专项'
        ? [{ ...station(row), field: fields.get(row.field ?? '') ?? '', town: townOf(row.townCode) }]
        : [],
    ),
    stations: open.map((row) => ({
      ...station(row),
      phone: row.publishLevel === '仅街镇' ? null : (row.phones[0]?.display ?? null),
    })),
  };
}
