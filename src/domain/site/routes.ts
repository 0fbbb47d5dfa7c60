import { paths } from './paths.ts';

/** The address of a page below the site's base, e.g. `/zt/sgz/stations/x/`; every link on the site is made here. */
function under(path: string): string {
  const base: string = import.meta.env?.BASE_URL ?? '/';
  return `${base.replace(/\/$/u, '')}${path}`;
}

/** Every address of the site as a link on this site: `paths` below the site's base. */
export const routes = Object.fromEntries(
  Object.entries(paths).map(([name, path]) => [
    name,
    (...parts: string[]) => under((path as (...parts: string[]) => string)(...parts)),
  ]),
) as typeof paths;

/** A root-relative address from content (`/progress/#x`) put below the base; other addresses as they are. */
export function fromContent(href: string): string {
  return href.startsWith('/') && !href.startsWith('//') ? under(href) : href;
}
