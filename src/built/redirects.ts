import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileOf } from './addresses.ts';
import { MARKER } from './marker.ts';
import { SERVICE_WORKER } from './offline/writeServiceWorker.ts';
import { escapeMarkup } from '../domain/language/markup.ts';
import type { Redirect } from '../domain/dataset/dataset.ts';

/** Files that a build writes after the redirects; no redirect may use their names. */
const RESERVED = new Set([MARKER, 'release.json', SERVICE_WORKER]);

/** Characters with a special meaning in an address, a file name or the configuration of a server. */
const NOT_PLAIN = /[\p{C}\p{Z}"'`\\$;{}<>|?*%:^]/u;
/** The longest part of a path in bytes: disks take 255, and temporary names need some of them. */
const LONGEST_PART = 200;
const LONGEST = 900;

/** Why a path can't be a path of the site, in Chinese words; null where it can. */
function notPlain(path: string): string | null {
  if (!path.startsWith('/')) return '不是从 / 开头';
  if (path.includes('//')) return '里有两个连着的 /';
  if (path.split('/').some((part) => part === '.' || part === '..')) return '里有 . 或 ..';
  const odd = NOT_PLAIN.exec(path)?.[0];
  if (odd !== undefined)
    return `里有不能用的字符“${/[\p{C}\p{Z}]/u.test(odd) ? `U+${odd.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}` : odd}”`;
  const tooLong = path.split('/').some((part) => Buffer.byteLength(part) > LONGEST_PART);
  return tooLong || Buffer.byteLength(path) > LONGEST ? '太长' : null;
}

/** A key under which two paths are equal where a disk or a server ignores letter case or the form of accents. */
const keyOf = (file: string) => file.normalize('NFC').toLowerCase();

const foldersAbove = (file: string) =>
  file
    .split('/')
    .slice(0, -1)
    .map((_, at, parts) => parts.slice(0, at + 1).join('/'));

const HOW = '怎么改：写本站的网址，像 /stations/310101002-z/ 那样。';

/** The fault of one redirect regardless of all others; null where there is none. */
function ownFault({ from, to }: Redirect): string | null {
  const at = `redirects.csv：${from}`;
  const wrongFrom = from.includes('#') ? '里有 #' : notPlain(from);
  if (wrongFrom !== null) return `${at} ${wrongFrom}，不是本站的网址。${HOW}`;
  const wrongTo = notPlain(to.replace(/#.*$/u, ''));
  if (wrongTo !== null || /["\\$;{}<>\p{C}\p{Z}]/u.test(to))
    return `${at} 要去的 ${to} ${wrongTo ?? '里有不能用的字符'}，不是本站的网址。${HOW}`;
  return RESERVED.has(fileOf(from)) ? `${at} 是本站自己要写的文件，不能转走。怎么改：删掉这一行。` : null;
}

/**
 * One line for each faulty redirect: a bad path, a loop, a target that doesn't exist. `files` are those of the site
 * without redirects.
 */
export function redirectFaults(redirects: readonly Redirect[], files: ReadonlySet<string>): string[] {
  const taken = new Map([...files].map((file) => [keyOf(file), file]));
  const folders = new Set([...files].flatMap(foldersAbove).map(keyOf));
  const earlier = new Map<string, string>();
  const olderFolders = new Set<string>();
  return redirects.flatMap((redirect): string[] => {
    const own = ownFault(redirect);
    if (own !== null) return [own];
    const { from, to } = redirect;
    const at = `redirects.csv：${from}`;
    const key = keyOf(fileOf(from));
    const above = foldersAbove(key);
    const page = taken.get(key);
    const same = earlier.get(key);
    const inWay =
      above.some((folder) => taken.has(folder) || earlier.has(folder)) || folders.has(key) || olderFolders.has(key);
    earlier.set(key, from);
    above.forEach((folder) => olderFolders.add(folder));
    return [
      ...(page === fileOf(from) ? [`${at} 现在还有这一页，不能转走。怎么改：删掉这一行。`] : []),
      ...(page !== undefined && page !== fileOf(from)
        ? [`${at} 和现在的 /${page} 只差大小写，有的服务器分不清。怎么改：删掉这一行。`]
        : []),
      ...(same === from ? [`${at} 写了两遍。怎么改：只留一行。`] : []),
      ...(same !== undefined && same !== from
        ? [`${at} 和 ${same} 是同一个网址（只差大小写或末尾的 /）。怎么改：只留一行。`]
        : []),
      ...(page === undefined && same === undefined && inWay
        ? [`${at} 的一段现在是文件，另一段要当文件夹，放不下。怎么改：删掉这一行。`]
        : []),
      ...(files.has(fileOf(to)) && !RESERVED.has(fileOf(to))
        ? []
        : [`${at} 要去的 ${to} 没有这一页。怎么改：写一个现有的网址，不要写另一个旧网址。`]),
    ];
  });
}

const below = (base: string, path: string) => encodeURI(`${base.replace(/\/$/u, '')}${path}`);

/** A line that only pages of redirects contain, to recognise them. */
const SIGN = '<meta name="generator" content="redirects.csv">';

/** The HTML page of a redirect, for static hosts that can't be configured. */
function redirectPage(to: string, base: string, site: string): string {
  const href = escapeMarkup(below(base, to));
  return [
    '<!doctype html>',
    '<html lang="zh-CN"><head><meta charset="utf-8"><title>这一页搬了</title>',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="robots" content="noindex">${SIGN}`,
    `<meta http-equiv="refresh" content="0; url=${href}">`,
    `<link rel="canonical" href="${escapeMarkup(new URL(below(base, to), site).href)}"></head>`,
    `<body><p>这一页搬了，<a href="${href}">请到新的网址</a>。</p></body></html>\n`,
  ].join('\n');
}

/** Where the site will be published: its path below the host, and the address of the host. */
export interface Place {
  readonly base: string;
  readonly site: string;
}

/**
 * Writes the page of each redirect into a built site with the files `files`, and never over one of them. Where any
 * redirect is faulty nothing is written; `redirectFaults` tells why.
 */
export function writeRedirectPages(
  folder: string,
  redirects: readonly Redirect[],
  { base, site }: Place,
  files: ReadonlySet<string>,
): void {
  if (redirectFaults(redirects, files).length > 0) return;
  for (const { from, to } of redirects) {
    const file = join(folder, fileOf(from));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, redirectPage(to, base, site), { flag: 'wx' });
  }
}

/** The files of a built site without the pages of redirects. */
export function withoutRedirectPages(
  folder: string,
  redirects: readonly Redirect[],
  files: ReadonlySet<string>,
): ReadonlySet<string> {
  const led = redirects
    .map(({ from }) => fileOf(from))
    .filter((file) => files.has(file) && readFileSync(join(folder, file), 'utf8').includes(SIGN));
  return new Set(files).difference(new Set(led));
}

/** The forms in which readers ask for an old address: that of a page with and without its last slash. */
const spellings = (from: string) => (from.endsWith('/') ? [from, from.slice(0, -1)] : [from]);

const rules = (redirects: readonly Redirect[], base: string) =>
  redirects.flatMap(({ from, to }) =>
    spellings(from).map((path) => ({ from: `${base.replace(/\/$/u, '')}${path}`, to: below(base, to) })),
  );

const powerOfTwo = (least: number) => 2 ** Math.ceil(Math.log2(least));

/** The redirects as a `map` for nginx. Old addresses are not percent-encoded, because `$uri` is decoded. */
export function nginxMap(redirects: readonly Redirect[], base: string): string {
  const lines = rules(redirects, base);
  const longest = lines.reduce((most, { from }) => Math.max(most, Buffer.byteLength(from)), 0);
  return [
    '# 旧网址 → 新网址，由程序生成。在 http 块里 include 这个文件。',
    '# http 块里如果已经有下面这两项，删掉那边的，留大的数。',
    // nginx refuses a bucket that can't hold the longest entry, which takes its key, two pointers and their padding.
    `map_hash_bucket_size ${powerOfTwo(Math.max(128, longest + 34))};`,
    `map_hash_max_size ${powerOfTwo(Math.max(2048, lines.length * 2))};`,
    'map $uri $moved_to {',
    '  default "";',
    ...lines.map(({ from, to }) => `  "${from}" "${to}";`),
    '}\n',
  ].join('\n');
}

/** The redirects as rules for a Caddyfile. */
export function caddyRules(redirects: readonly Redirect[], base: string): string {
  return ['# 旧网址 → 新网址', ...rules(redirects, base).map(({ from, to }) => `redir "${from}" "${to}" 301`), ''].join(
    '\n',
  );
}
