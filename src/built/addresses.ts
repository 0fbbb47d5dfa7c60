/** The address below the base that a file of the site is read at: `stations/x/index.html` is `/stations/x/`. */
export const addressOf = (file: string): string => `/${file.replace(/(?:^|(?<=\/))index\.html$/u, '')}`;

/** The file that an address below the base is read from; an address without an ending is that of a page. */
export function fileOf(address: string): string {
  const path = address.replace(/#.*$/u, '').replace(/^\//u, '');
  if (/\.[a-z0-9]+$/u.test(path)) return path;
  return `${path === '' || path.endsWith('/') ? path : `${path}/`}index.html`;
}

/** Pages that lead on or are only printed: nobody keeps their addresses. */
const PASSING = /^(?:leave|stations\/[^/]+\/poster)\/index\.html$/u;

/** Files beside the pages that people link to and programs fetch: data, charts, feeds. */
const KEPT_FILE = /^(?:data|progress)\/[^/]+\.(?:csv|json|geojson|svg|zip|xml)$|\/atom\.xml$/u;

/** Whether a file of the site has an address that must last. */
export const isPermanent = (file: string): boolean =>
  KEPT_FILE.test(file) || (/(?:^|\/)index\.html$/u.test(file) && !PASSING.test(file));
