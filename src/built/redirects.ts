import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileOf } from './addresses.ts';
import { escapeMarkup } from '../domain/language/markup.ts';
import type { Redirect } from '../domain/dataset/dataset.ts';

/** What is wrong with redirects, given the files that the site has without them. */
export function redirectFaults(redirects: readonly Redirect[], files: ReadonlySet<string>): string[] {
  return redirects.flatMap(({ from, to }) => [
    ...(files.has(fileOf(from)) ? [`redirects.csv：${from} 现在还有这一页，不能转走。怎么改：删掉这一行。`] : []),
    ...(files.has(fileOf(to))
      ? []
      : [`redirects.csv：${from} 要去的 ${to} 没有这一页。怎么改：写一个现有的网址，不要写另一个旧网址。`]),
  ]);
}

const below = (base: string, path: string) => encodeURI(`${base.replace(/\/$/u, '')}${path}`);

/** A page that leads on, for servers that know nothing of redirects. */
function redirectPage(to: string, base: string, site: string): string {
  const href = escapeMarkup(below(base, to));
  return [
    '<!doctype html>',
    '<html lang="zh-CN"><head><meta charset="utf-8"><title>这一页搬了</title>',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
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

/** Writes the page of each redirect into a built site. */
export function writeRedirectPages(folder: string, redirects: readonly Redirect[], { base, site }: Place): void {
  for (const { from, to } of redirects) {
    const file = join(folder, fileOf(from));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, redirectPage(to, base, site));
  }
}

/** The spellings of an old address that a server meets: a page with and without its last slash. */
const spellings = (from: string) => (from.endsWith('/') ? [from, from.slice(0, -1)] : [from]);

const rules = (redirects: readonly Redirect[], base: string) =>
  redirects.flatMap(({ from, to }) =>
    spellings(from).map((path) => ({ from: `${base.replace(/\/$/u, '')}${path}`, to: below(base, to) })),
  );

/** The redirects for nginx; `$uri` is decoded, so old addresses stand as people read them. */
export function nginxMap(redirects: readonly Redirect[], base: string): string {
  return [
    '# 旧网址 → 新网址，由构建生成。在 http 块里 include 这个文件，在 server 块里写：',
    '#   if ($moved_to) { return 301 $moved_to; }',
    'map $uri $moved_to {',
    '  default "";',
    ...rules(redirects, base).map(({ from, to }) => `  "${from}" "${to}";`),
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

/** Writes the redirects for nginx and Caddy beside the site; without redirects there are no such files. */
export function writeServerFiles(out: string, redirects: readonly Redirect[], base: string): void {
  const { nginx, caddy } = serverFiles(out);
  for (const [path, text] of [
    [nginx, nginxMap(redirects, base)],
    [caddy, caddyRules(redirects, base)],
  ] as const) {
    if (redirects.length === 0) {
      if (existsSync(path)) rmSync(path);
      continue;
    }
    writeFileSync(`${path}.tmp`, text);
    renameSync(`${path}.tmp`, path);
  }
}
