import { paths } from './paths.ts';

/** Puts an address below the path that the site is mounted at: `/zt/sgz/stations/x/`. */
function under(path: string): string {
  const base: string = import.meta.env?.BASE_URL ?? '/';
  return `${base.replace(/\/$/u, '')}${path}`;
}

/** The addresses of `paths` as links on this site. */
export const routes = Object.fromEntries(
  Object.entries(paths).map(([name, path]) => [
    name,
    (...parts: string[]) => under((path as (...parts: string[]) => string)(...parts)),
  ]),
) as typeof paths;

/** The attributes by which an element that searches finds the files of the search (`client/search/sources.ts`). */
export const searchAttributes = () => ({
  'data-lookup': routes.lookup(),
  'data-words': routes.words(),
  'data-committees': routes.committees(),
  'data-more': routes.more(),
  'data-places': routes.places(),
  'data-pagefind': routes.pagefind(),
  'data-base': routes.home(),
});

/**
 * A link from content: an address from the root (`/progress/#x`) is put below the path that the site is mounted at,
 * others stay as they are.
 */
export function fromContent(href: string): string {
  return href.startsWith('/') && !href.startsWith('//') ? under(href) : href;
}
