import { packagesOf } from './packageFiles.ts';
import { type Download, type DownloadGroup, getTableDownloads } from './tableFiles.ts';
import { derived } from './dataset.ts';

/** Everything that the page /data/ offers: tables in their formats, and packages of all tables. */
export interface Downloads {
  readonly tables: readonly DownloadGroup[];
  readonly packages: readonly Download[];
}

const packages = derived((dataset) => {
  const made = new Map<string, Promise<readonly Download[]>>();
  return (site: URL) => {
    const key = site.href;
    const known = made.get(key) ?? packagesOf(dataset, site);
    made.set(key, known);
    return known;
  };
});

/**
 * Makes everything that the page /data/ offers. `site` is the address that descriptions name; files of a sample begin
 * with `sample-`.
 */
export async function getDownloads(site: URL): Promise<Downloads> {
  return { tables: getTableDownloads(), packages: await packages()(site) };
}

/** The same files as one list, to write them. */
export async function getDownloadFiles(site: URL): Promise<readonly Download[]> {
  const { tables, packages: rest } = await getDownloads(site);
  return [...tables.flatMap(({ files }) => files), ...rest];
}
