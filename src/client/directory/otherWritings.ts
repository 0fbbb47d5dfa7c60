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

/** Asks the search of the site what words mean that stand in no row; its code comes with the first question. */
export class OtherWritings {
  readonly #host: HTMLElement;
  #search: Search | null = null;
  #last: { readonly text: string; readonly rows: Meant } | null = null;

  /** For a directory that names the files of the search. */
  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** What the words mean, where they were the last that were asked; else null. */
  known(text: string): Meant | null {
    return this.#last?.text === text ? this.#last.rows : null;
  }

  /**
   * What the search of the site understands that a plain comparison does not: pinyin, initials, traditional characters,
   * slips. Finds nothing where the search does not come; `known` has it afterwards.
   */
  async ask(text: string): Promise<void> {
    const rows = await this.#rowsMeantBy(text).catch(() => NOTHING);
    this.#last = { text, rows };
  }

  async #rowsMeantBy(text: string): Promise<Meant> {
    this.#search ??= (await import('../search/searchOf.ts')).searchOf(this.#host);
    return meantBy(await this.#search.quick(text));
  }
}

/** Whether a row is one of those, by its id and the codes of its 街镇 and district. */
export const isMeant = (
  { stations, towns, districts }: Meant,
  id: string,
  town: string | undefined,
  district: string | undefined,
) => stations.has(id) || towns.has(town ?? '') || districts.has(district ?? '');
