import type { Answer } from '../../search/types/answer.ts';
import type { Search } from '../search/search.ts';

/** Which rows of the list a query means, where its words stand in none of them. */
export interface Meant {
  readonly stations: ReadonlySet<string>;
  readonly towns: ReadonlySet<string>;
  readonly districts: ReadonlySet<string>;
  /** Whether the words tell where somebody lives, so that they are kept out of the address of the page. */
  readonly isAddress: boolean;
}

const NOTHING: Meant = { stations: new Set(), towns: new Set(), districts: new Set(), isAddress: false };

/** The last part of an address under a folder: `310104` of `/districts/310104/`. */
const idsUnder = (folder: string, paths: readonly string[]) =>
  new Set(paths.flatMap((path) => (path.startsWith(`/${folder}/`) ? [path.split('/')[2] ?? ''] : [])));

function meantBy({ responsible, groups, weak, isAddress }: Answer): Meant {
  if (weak) return NOTHING;
  const sure = groups.flatMap(({ entries }) => entries.filter((entry) => !entry.weak).map(({ path }) => path));
  const towns = responsible.map(({ town }) => town.code);
  return {
    stations: idsUnder('stations', sure),
    towns: new Set([...towns, ...idsUnder('towns', sure)]),
    districts: idsUnder('districts', sure),
    isAddress,
  };
}

/**
 * What the search of the site understands that a plain comparison does not: pinyin, initials, traditional characters,
 * slips. Answers nothing where the search does not come.
 */
export async function rowsMeantBy(search: Search, words: string): Promise<Meant> {
  return search.quick(words).then(meantBy, () => NOTHING);
}

/** Whether a row is one of those, by its id and the codes of its 街镇 and district. */
export const isMeant = (
  { stations, towns, districts }: Meant,
  id: string,
  town: string | undefined,
  district: string | undefined,
) => stations.has(id) || towns.has(town ?? '') || districts.has(district ?? '');
