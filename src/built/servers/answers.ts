import { HASHED, normalBase } from '../addresses.ts';
import { literally } from '../../domain/language/pattern.ts';
import { PREFETCH_RULES } from '../prefetchRules.ts';

/*
 * How a server answers for the files of a built site. The configurations of nginx and Caddy, what is packed ahead, and
 * the tables for object storage are all made from this.
 */

/** The content type of each file ending that a site holds. Endings that are not listed are plain bytes. */
export const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  ico: 'image/x-icon',
  pdf: 'application/pdf',
  zip: 'application/zip',
  // Browsers take rules for prefetching from this type alone.
  speculationrules: 'application/speculationrules+json',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The endings of files that are also kept packed with gzip and Brotli; pictures and the search index are packed already. */
export const PACKED: ReadonlySet<string> = new Set([
  'html',
  'css',
  'js',
  'json',
  'geojson',
  'csv',
  'txt',
  'xml',
  'svg',
]);

/** How long an answer may be kept: for ever where the name changes with the content, else asked for again each time. */
export const KEPT = { hashed: 'public, max-age=31536000, immutable', other: 'no-cache' } as const;

/** Pages that may stand in a frame on any site, and tables that any program may fetch, by their first folder. */
const FRAMED = 'embed/';
const OPEN = 'data/';

/** The regular expressions of the paths that get other headers than the rest. */
export const pathsBelow = (base: string) => {
  const root = `^${literally(normalBase(base))}`;
  return { hashed: root + HASHED, framed: root + FRAMED, open: root + OPEN };
};

/**
 * The headers that every answer carries. The policy of a page stands in its head; what can't be said there, who may
 * frame it, is a header of its own (CSP Level 3, §3.3).
 */
const HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(self), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** The headers of every page but those for frames on other sites; the second is for browsers that don't know the first. */
export const UNFRAMED: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "frame-ancestors 'self'",
  'X-Frame-Options': 'SAMEORIGIN',
};

/** The header of open data, which scripts of other sites may read. */
export const OPEN_DATA: Readonly<Record<string, string>> = { 'Access-Control-Allow-Origin': '*' };

/** HSTS for half a year, this host name alone: the site is one of several on the host of somebody else (RFC 6797). */
const HSTS: Readonly<Record<string, string>> = { 'Strict-Transport-Security': 'max-age=15552000' };

/** Where a site stands on a server. */
export interface Standing {
  /** The path that the site is mounted at, e.g. `/zt/sgz/`. */
  readonly base: string;
  /** The folder on the server in which `base` is a path, so that no server has to cut it off. */
  readonly root: string;
  /** Whether browsers are told to use https alone from now on. */
  readonly hsts: boolean;
}

/** The headers that every answer of a site carries; a page also tells by one which links may be fetched ahead. */
export const headersFor = ({ base, hsts }: Standing): Readonly<Record<string, string>> => ({
  ...HEADERS,
  'Speculation-Rules': `"${normalBase(base)}${PREFETCH_RULES}"`,
  ...(hsts ? HSTS : {}),
});
