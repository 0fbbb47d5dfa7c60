import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { addressOf } from './addresses.ts';
import { gzippedSize } from '../loading/formats/gzip.ts';
import { listFiles, type SiteFile } from './listFiles.ts';

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

/** Parses a page of the site. */
export const documentOf = (site: BuiltSite, file: string): Document =>
  parseHTML(read(site, file)).document as unknown as Document;

/** A link or a file named in a page, with the tag and `rel` of the element that names it. */
export interface Reference {
  readonly tag: string;
  readonly rel: string;
  readonly href: string;
}

/** A script of a page: the address that it comes from, or its text where it stands in the page. */
export interface PageScript {
  readonly src: string | null;
  readonly type: string;
  readonly text: string;
}

/** Everything that the checks ask of one page, parsed once for all of them. */
export interface Page {
  readonly file: string;
  /** The address below the base, e.g. `/stations/x/`. */
  readonly path: string;
  readonly lang: string;
  readonly kind: string;
  readonly title: string;
  readonly h1: readonly string[];
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly canonical: readonly string[];
  readonly csp: readonly string[];
  readonly references: readonly Reference[];
  readonly ids: readonly string[];
  readonly scripts: readonly PageScript[];
  readonly inlineStyles: number;
  readonly handlers: readonly string[];
  readonly styleElements: number;
  readonly dateTimes: readonly string[];
  /** The text of the footer and the targets of its links; null where the page has none. */
  readonly footer: { readonly text: string; readonly links: readonly string[] } | null;
  readonly text: string;
}

function footerOf(document: Document): Page['footer'] {
  // A blockquote may have a footer too; that of the page comes last.
  const footer = [...document.querySelectorAll('footer')].at(-1);
  if (footer === undefined) return null;
  const links = [...footer.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
  return { text: (footer.textContent ?? '').replace(/\s+/gu, ' '), links };
}

/** Parses one page of the site and gives what the checks ask of it. */
export function pageIn(site: BuiltSite, file: string): Page {
  const document = documentOf(site, file);
  const all = [...document.querySelectorAll('*')];
  const metas = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta[name]')) {
    const name = meta.getAttribute('name') ?? '';
    metas.set(name, [...(metas.get(name) ?? []), meta.getAttribute('content') ?? '']);
  }
  const references = all.flatMap((element): Reference[] => {
    const tag = element.localName;
    const rel = element.getAttribute('rel') ?? '';
    const one = (name: string) => element.getAttribute(name) ?? '';
    const candidates = [
      ...(tag !== 'use' && tag !== 'base' ? [one('href')] : []),
      one('src'),
      one('poster'),
      ...(tag === 'form' ? [one('action')] : []),
      ...one('srcset')
        .split(',')
        .map((part) => part.trim().split(/\s/u)[0] ?? ''),
    ];
    return candidates.filter((href) => href !== '').map((href) => ({ tag, rel, href }));
  });
  return {
    file,
    path: addressOf(file),
    lang: document.documentElement.getAttribute('lang') ?? '',
    kind: document.documentElement.getAttribute('data-kind') ?? '',
    title: document.title,
    h1: [...document.querySelectorAll('h1')].map(({ textContent }) => (textContent ?? '').replace(/\s+/gu, ' ').trim()),
    metas,
    canonical: [...document.querySelectorAll('link[rel="canonical"]')].map((link) => link.getAttribute('href') ?? ''),
    csp: [...document.querySelectorAll('meta[http-equiv]')]
      .filter((meta) => meta.getAttribute('http-equiv')?.toLowerCase() === 'content-security-policy')
      .map((meta) => meta.getAttribute('content') ?? ''),
    references,
    ids: all.flatMap((element) => element.getAttribute('id') ?? []),
    scripts: [...document.querySelectorAll('script')].map((script) => ({
      src: script.getAttribute('src'),
      type: script.getAttribute('type') ?? '',
      text: script.textContent ?? '',
    })),
    inlineStyles: all.filter((element) => element.hasAttribute('style')).length,
    handlers: all.flatMap((element) =>
      element
        .getAttributeNames()
        .filter((name) => /^on[a-z]+$/u.test(name))
        .map((name) => `${element.localName} ${name}`),
    ),
    styleElements: document.querySelectorAll('style').length,
    dateTimes: [...document.querySelectorAll('time[datetime]')].map((time) => time.getAttribute('datetime') ?? ''),
    footer: footerOf(document),
    text: (document.body?.textContent ?? '').replace(/\s+/gu, ' '),
  };
}

/** Whether a page only sends its reader on to another address. */
export const isRedirect = (html: string): boolean => /<meta[^>]+http-equiv="refresh"/iu.test(html);

const cache = new Map<string, readonly Page[]>();

/** Every page of a site except those that only redirect. Parsed at the first call and remembered for the site. */
export function pagesOf(site: BuiltSite): readonly Page[] {
  const known = cache.get(site.dir);
  if (known !== undefined) return known;
  const pages = [...site.files]
    .filter((file) => file.endsWith('.html') && !isRedirect(read(site, file)))
    .map((file) => pageIn(site, file));
  cache.set(site.dir, pages);
  return pages;
}
