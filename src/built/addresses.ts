/** The address of a file of the site, below the base: `stations/x/index.html` is read at `/stations/x/`. */
export const addressOf = (file: string): string => `/${file.replace(/(?:^|(?<=\/))index\.html$/u, '')}`;

/**
 * The file behind an address below the base, the reverse of `addressOf`; an address without a file ending is that of a
 * page.
 */
export function fileOf(address: string): string {
  const path = address.replace(/#.*$/u, '').replace(/^\//u, '');
  if (/\.[a-z0-9]+$/u.test(path)) return path;
  return `${path === '' || path.endsWith('/') ? path : `${path}/`}index.html`;
}

/** Pages whose addresses nobody keeps: the one that leads away from the site, and posters, which are printed. */
const PASSING = /^(?:leave|stations\/[^/]+\/poster)\/index\.html$/u;

/** Files other than pages that people link to and programs fetch: data, charts, feeds. */
const KEPT_FILE = /^(?:data|progress)\/[^/]+\.(?:csv|json|geojson|svg|zip|xml)$|\/atom\.xml$/u;

/** Whether the address of a file must stay valid in later builds and is therefore listed in urls.txt. */
export const isPermanent = (file: string): boolean =>
  KEPT_FILE.test(file) || (/(?:^|\/)index\.html$/u.test(file) && !PASSING.test(file));
