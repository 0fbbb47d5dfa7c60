import { packagesOf } from './packageFiles.ts';
import { type Download, type DownloadGroup, getTableDownloads } from './tableFiles.ts';
import { derived } from './dataset.ts';

/** Everything that /data/ offers: tables, and files that describe or repackage all of them. */
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

/** All that /data/ offers; files of a sample carry it in their names. `site` is the address that descriptors name. */
export async function getDownloads(site: URL): Promise<Downloads> {
  return { tables: getTableDownloads(), packages: await packages()(site) };
}

/** All files of /data/, one after the other. */
export async function getDownloadFiles(site: URL): Promise<readonly Download[]> {
  const { tables, packages: rest } = await getDownloads(site);
  return [...tables.flatMap(({ files }) => files), ...rest];
}
