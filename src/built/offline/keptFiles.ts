import { PARTS_ROOT } from '../../domain/site/lookupParts.ts';
import { keptParts, placesKept } from '../../domain/site/offline.ts';
import { paths } from '../../domain/site/paths.ts';
import { fileOf } from '../addresses.ts';
import { gzipSize, pageIn, read, type BuiltSite } from '../builtSite.ts';
import { isMapScript, scriptsOf, stylesOf, withImports } from '../pageFiles.ts';

/** The workers that a script starts; they are named by an address from the root, below the base. */
function workersOf(site: BuiltSite, script: string): string[] {
  const named = read(site, script).matchAll(/new URL\(["'`]([^"'`]+\.js)["'`]/gu);
  return [...named].map(([, href = '']) => href.slice(site.base.length));
}

/**
 * The files of a built site that browsers keep, sorted: the declared ones, and the styles and scripts of the pages among
 * them. What a page loads late is among them too, except the map of the list of stations.
 */
export function keptFiles(site: BuiltSite): readonly string[] {
  const folder = fileOf(paths.places()).replace(/\.json$/u, '/');
  const ofPlaces = [...site.files].filter((file) => file.startsWith(folder));
  const places = placesKept(
    ofPlaces.map((file) => gzipSize(site, file)),
    site.files.has(PARTS_ROOT),
  );
  const declared = [
    ...keptParts({ places, paged: site.files.has(fileOf(paths.stationList())) }).flatMap(({ addresses }) =>
      addresses.map(fileOf),
    ),
    ...(places === '存' ? ofPlaces : []),
  ].filter((file) => site.files.has(file));
  const pages = declared.filter((file) => file.endsWith('.html')).map((file) => pageIn(site, file));
  const scripts = new Set(pages.flatMap((page) => [...scriptsOf(site, page, (file) => !isMapScript(file))]));
  const workers = withImports(
    site,
    [...scripts].flatMap((script) => workersOf(site, script)),
    () => true,
  );
  const styles = pages.flatMap((page) => stylesOf(site, page));
  return [...new Set([...declared, ...styles, ...scripts, ...workers])].sort();
}

/** The bytes of everything that browsers keep, as sent with gzip. */
export const keptBytes = (site: BuiltSite): number =>
  keptFiles(site).reduce((sum, file) => sum + gzipSize(site, file), 0);
