import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzippedSize } from '../loading/formats/gzip.ts';
import { listFiles, type SiteFile } from './listFiles.ts';
import { readPage, type Page } from './page.ts';

/** A built site on the disk, as the checks get it: its folder, the path that it is served below, and its files. */
export interface BuiltSite {
  readonly dir: string;
  readonly base: string;
  readonly files: ReadonlySet<string>;
  /** The same files with their sizes, sorted. */
  readonly listed: readonly SiteFile[];
}

/** Lists the files of a folder that holds a built site. */
export function siteIn(dir: string, base = '/'): BuiltSite {
  const listed = listFiles(dir);
  return { dir, base, listed, files: new Set(listed.map(({ path }) => path)) };
}

/** The text of a file of the site. */
export const read = ({ dir }: BuiltSite, file: string): string => readFileSync(join(dir, file), 'utf8');

/** The head of a page of the site, all of the page where it has none. */
export function headOf({ dir }: BuiltSite, file: string): string {
  const page = readFileSync(join(dir, file));
  const end = page.indexOf('</head>');
  return page.toString('utf8', 0, end < 0 ? page.length : end);
}

/** The size of a file in bytes when it is sent with gzip. */
export const gzipSize = ({ dir }: BuiltSite, file: string): number => gzippedSize(readFileSync(join(dir, file)));

/** Reads one page of the site and gives what the checks ask of it. */
export const pageIn = (site: BuiltSite, file: string): Page => readPage(file, read(site, file));

/** Whether a page only sends its reader on to another address. */
export const isRedirect = (html: string): boolean => /<meta[^>]+http-equiv="refresh"/iu.test(html);

const cache = new Map<string, readonly Page[]>();

/** Every page of a site except those that only redirect. Read at the first call and remembered for the site. */
export function pagesOf(site: BuiltSite): readonly Page[] {
  const known = cache.get(site.dir);
  if (known !== undefined) return known;
  const pages = [...site.files]
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) => {
      const html = read(site, file);
      return isRedirect(html) ? [] : [readPage(file, html)];
    });
  cache.set(site.dir, pages);
  return pages;
}
