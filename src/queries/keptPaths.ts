import { deepDigest } from '../loading/formats/deepDigest.ts';
import type { TownPageData } from '../views/place.ts';
import type { StationView } from '../views/station.ts';
import { getDataset } from './dataset.ts';
import { getTownPage } from './townPage.ts';

/** One path of a route, with what its page shows. */
export interface KeptPath<Data> {
  readonly params: Record<string, string>;
  readonly props: { readonly read: () => Data | Promise<Data> };
  /** What the page is made from, in builds that keep pages: where it is the same as last time, the page is taken from then. */
  readonly cacheKey?: string;
}

/** Whether the build keeps pages (KEEP_PAGES=1). */
const keepsPages = () => process.env['KEPT_NOTE'] !== undefined;

/** What a page or file of a route is made from, where the build keeps pages. */
export const keyOf = (made: object): { readonly cacheKey?: string } =>
  keepsPages() ? { cacheKey: deepDigest(made) } : {};

/**
 * The paths of a route with one page for each row. A page is made of what `read` gives of its row, of its address and of
 * the program, and of nothing else: components get what they show and ask for nothing. So a build that keeps pages
 * needs to make only those of which one of these is new.
 */
async function keptPaths<Row, Data extends object>(
  rows: readonly Row[],
  params: (row: Row) => Record<string, string>,
  read: (row: Row) => Data | Promise<Data>,
): Promise<KeptPath<Data>[]> {
  const paths: KeptPath<Data>[] = [];
  for (const row of rows)
    paths.push({
      params: params(row),
      props: { read: () => read(row) },
      ...(keepsPages() ? keyOf(await read(row)) : {}),
    });
  return paths;
}

/** The same with one page for each of these stations, by its id. */
export const stationPaths = <Data extends object>(
  views: readonly StationView[],
  read: (view: StationView) => Data | Promise<Data>,
) => keptPaths(views, ({ station: { id } }) => ({ id }), read);

/** The same with one page for each 街镇 and other unit, by its code; `read` gets what its page tells. */
export const townPaths = <Data extends object>(read: (page: TownPageData) => Data) =>
  keptPaths(
    getDataset().towns,
    ({ code }) => ({ code }),
    (town) => read(getTownPage(town)),
  );
