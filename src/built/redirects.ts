import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileOf } from './addresses.ts';
import { MARKER } from './marker.ts';
import { escapeMarkup } from '../domain/language/markup.ts';
import type { Redirect } from '../domain/dataset/dataset.ts';

/** Files that a build writes after the pages; no redirect may take their place. */
const RESERVED = new Set([MARKER, 'release.json']);

/** Characters that mean something else in an address, on a disk or in the files for servers. */
const NOT_PLAIN = /[\p{C}\p{Z}"'`\\$;{}<>|?*%:^]/u;
/** Bytes of one part of a path; disks take 255, with a little left for temporary names. */
const LONGEST_PART = 200;
const LONGEST = 900;

/** Why a path is not a plain path of the site, in words; null where it is one. */
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

/** Two paths with the same key are one for a server or a disk that ignores letter case. */
const keyOf = (file: string) => file.normalize('NFC').toLowerCase();

const foldersAbove = (file: string) =>
  file
    .split('/')
    .slice(0, -1)
    .map((_, at, parts) => parts.slice(0, at + 1).join('/'));

const HOW = '怎么改：写本站的网址，像 /stations/310101002-z/ 那样。';

/** What is wrong with one redirect by itself. */
function ownFault({ from, to }: Redirect): string | null {
  const at = `redirects.csv：${from}`;
  const wrongFrom = from.includes('#') ? '里有 #' : notPlain(from);
  if (wrongFrom !== null) return `${at} ${wrongFrom}，不是本站的网址。${HOW}`;
  const wrongTo = notPlain(to.replace(/#.*$/u, ''));
  if (wrongTo !== null || /["\\$;{}<>\p{C}\p{Z}]/u.test(to))
    return `${at} 要去的 ${to} ${wrongTo ?? '里有不能用的字符'}，不是本站的网址。${HOW}`;
  return RESERVED.has(fileOf(from)) ? `${at} 是本站自己要写的文件，不能转走。怎么改：删掉这一行。` : null;
}

/** What is wrong with redirects, given the files that the site has without them. */
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

/** What stands in the page of a redirect and in no other. */
const SIGN = '<meta name="generator" content="redirects.csv">';

/** A page that leads on, for servers that know nothing of redirects. */
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

/** Where the site will stand: its path, and the address of its host. */
export interface Place {
  readonly base: string;
  readonly site: string;
}

/**
 * Writes the page of each redirect into a built site that has the files `files`. Where any redirect is wrong none is
 * written: `redirectFaults` tells which. A file that is there is never written over.
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

/** The files of a built site that are not the page of a redirect. */
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

/** The spellings of an old address that a server meets: a page with and without its last slash. */
const spellings = (from: string) => (from.endsWith('/') ? [from, from.slice(0, -1)] : [from]);

const rules = (redirects: readonly Redirect[], base: string) =>
  redirects.flatMap(({ from, to }) =>
    spellings(from).map((path) => ({ from: `${base.replace(/\/$/u, '')}${path}`, to: below(base, to) })),
  );

const powerOfTwo = (least: number) => 2 ** Math.ceil(Math.log2(least));

/** The redirects for nginx; `$uri` is decoded, so old addresses stand as people read them. */
export function nginxMap(redirects: readonly Redirect[], base: string): string {
  const lines = rules(redirects, base);
  const longest = lines.reduce((most, { from }) => Math.max(most, Buffer.byteLength(from)), 0);
  return [
    '# 旧网址 → 新网址，由构建生成。在 http 块里 include 这个文件，在 server 块里写：',
    '#   if ($moved_to) { return 301 $moved_to; }',
    '# http 块里如果已经有下面这两项，删掉那边的，留大的数。',
    // An entry takes its key, two pointers and their padding; nginx refuses a bucket that can't hold the longest.
    `map_hash_bucket_size ${powerOfTwo(Math.max(128, longest + 34))};`,
    `map_hash_max_size ${powerOfTwo(Math.max(2048, lines.length * 2))};`,
    'map $uri $moved_to {',
    '  default "";',
    ...lines.map(({ from, to }) => `  "${from}" "${to}";`),
    '}\n',
  ].join('\n');
}

/** The redirects for Caddy. */
export function caddyRules(redirects: readonly Redirect[], base: string): string {
  return [
    '# 旧网址 → 新网址，由构建生成。在站点块里写：import 这个文件的路径',
    ...rules(redirects, base).map(({ from, to }) => `redir "${from}" "${to}" 301`),
    '',
  ].join('\n');
}

/** The files for servers stand beside the site, not in it: they are no business of its readers. */
export const serverFiles = (out: string) => ({
  nginx: join(dirname(out), `${basename(out)}.redirects.nginx.conf`),
  caddy: join(dirname(out), `${basename(out)}.redirects.Caddyfile`),
});

/** What is to stand in the files for servers beside the site; null where one is there that is to go. */
export function serverFileTexts(
  out: string,
  redirects: readonly Redirect[],
  base: string,
): ReadonlyMap<string, string | null> {
  const { nginx, caddy } = serverFiles(out);
  if (redirects.length === 0)
    return new Map([nginx, caddy].filter((path) => existsSync(path)).map((path) => [path, null]));
  return new Map([
    [nginx, nginxMap(redirects, base)],
    [caddy, caddyRules(redirects, base)],
  ]);
}
