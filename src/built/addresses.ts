import { paths } from '../domain/site/paths.ts';

/** A base path with exactly one slash at each end, however it was written. */
export const normalBase = (base: string): string => `/${base.replace(/^\/+|\/+$/gu, '')}/`.replace('//', '/');

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

/** Matches the files of a kind of address, whatever its id, e.g. of `paths.station`; the first group is the id. */
export function filesOf(address: (id: string) => string): RegExp {
  const [before = '', after = ''] = fileOf(address('*'))
    .split('*')
    .map((part) => part.replaceAll('.', '\\.'));
  return new RegExp(`^${before}([^/]+)${after}$`, 'u');
}

const POSTERS = [paths.poster, paths.townPoster, paths.casePoster].map(filesOf);

const EMBEDDED = [paths.townEmbed, paths.stationEmbed].map(filesOf);

/** Whether a page is made to stand in a frame on another site. */
const isEmbedded = (file: string): boolean => EMBEDDED.some((embedded) => embedded.test(file));

/**
 * Whether a page is no part of the site proper: the page of 快速离开, which leads away from it, posters, which are printed,
 * and pages for frames on other sites. They don't have the common footer.
 */
export const isApart = (file: string): boolean =>
  file === fileOf(paths.leave()) || isEmbedded(file) || POSTERS.some((poster) => poster.test(file));

/**
 * What the paths of files begin with whose names hold a hash of their content, as a regular expression that servers read
 * too: the same address never means another content.
 */
export const HASHED = String.raw`(?:_astro/|pictures/|pagefind/(?:[^/]+/)*[^/]+\.pf_(?:fragment|index|filter|meta)$)`;

const HASHED_FILE = new RegExp(`^${HASHED}`, 'u');

/** Whether the name of a file of the site holds a hash of its content. */
export const isHashed = (file: string): boolean => HASHED_FILE.test(file);

/** Files other than pages that people link to and programs fetch: data, charts, feeds. */
const KEPT_FILES = ['csv', 'json', 'geojson', 'svg', 'zip', 'xml'].flatMap((ending) => [
  filesOf((name) => paths.download(`${name}.${ending}`)),
  filesOf((name) => paths.figureFile(`${name}.${ending}`)),
]);

const FEEDS = [paths.policyFeed(), paths.caseFeed()].map(fileOf);

const isKeptFile = (file: string) => FEEDS.includes(file) || KEPT_FILES.some((files) => files.test(file));

/** Whether the address of a file must stay valid in later builds and is therefore listed in urls.txt. */
export const isPermanent = (file: string): boolean =>
  isKeptFile(file) || (/(?:^|\/)index\.html$/u.test(file) && (!isApart(file) || isEmbedded(file)));
