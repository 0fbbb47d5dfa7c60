import { normalBase } from '../addresses.ts';
import type { Redirect } from '../../domain/dataset/dataset.ts';
import { nginxMap } from '../redirects.ts';
import { headersFor, KEPT, OPEN_DATA, pathsBelow, TYPES, UNFRAMED, type Standing } from './answers.ts';

const quoted = (text: string) => `"${text.replace(/["\\]/gu, '\\$&')}"`;
/** A regular expression as a key of a map; its backslashes stay as they are. */
const matching = (expression: string) => `"~${expression}"`;

const map = (name: string, entries: readonly (readonly [key: string, value: string])[]) => [
  `map $uri $shegongzhan_${name} {`,
  ...entries.map(([key, value]) => `  ${key} ${quoted(value)};`),
  '}',
];

/** Headers that depend on the path: the variable that holds each, empty where it isn't sent. */
const conditional = (headers: Readonly<Record<string, string>>, prefix: string) =>
  Object.entries(headers).map(([name, value], at) => ({ name, value, variable: `${prefix}${at}` }));

const UNFRAMED_HEADERS = conditional(UNFRAMED, 'frame');
const OPEN_HEADERS = conditional(OPEN_DATA, 'open');

/** What belongs into the http block of nginx: old addresses, and what depends on the path. */
export function nginxHttp(redirects: readonly Redirect[], base: string): string {
  const { hashed, framed, open } = pathsBelow(base);
  return [
    nginxMap(redirects, base),
    '# 能留多久、能不能嵌入、能不能由别的网站读取，都看路径。',
    ...map('kept', [
      ['default', KEPT.other],
      [matching(hashed), KEPT.hashed],
    ]),
    ...UNFRAMED_HEADERS.flatMap(({ variable, value }) =>
      map(variable, [
        ['default', value],
        [matching(framed), ''],
      ]),
    ),
    ...OPEN_HEADERS.flatMap(({ variable, value }) =>
      map(variable, [
        ['default', ''],
        [matching(open), value],
      ]),
    ),
    '',
  ].join('\n');
}

const header = (name: string, value: string) => `  add_header ${name} ${value} always;`;

/** What belongs into the server block of nginx: the location of the site. */
export function nginxServer(standing: Standing): string {
  const { base, root } = standing;
  const at = normalBase(base);
  return [
    '# 由程序生成，改了也会被下一次盖掉。在 server 块里 include 这个文件；另一个在 http 块里 include。',
    '# 装了 Brotli 模块（Debian：libnginx-mod-http-brotli-static）的，在 server 块里加一行 brotli_static on;',
    ...(at === '/'
      ? []
      : [`location = ${quoted(at.slice(0, -1))} { absolute_redirect off; return 301 ${quoted(at)}; }`]),
    `location ${at === '/' ? '' : '^~ '}${quoted(at)} {`,
    `  root ${quoted(root)};`,
    '  index index.html;',
    '  absolute_redirect off;',
    '  if ($moved_to) { return 301 $moved_to; }',
    `  error_page 404 ${quoted(`${at}404.html`)};`,
    '  gzip_static on;',
    '  gzip_vary on;',
    // The files carry their charset in their type, so that packed ones have it too.
    '  charset off;',
    '  default_type application/octet-stream;',
    '  types {',
    ...Object.entries(TYPES).map(([ending, type]) => `    ${quoted(type)} ${ending};`),
    '  }',
    ...Object.entries(headersFor(standing)).map(([name, value]) => header(name, quoted(value))),
    header('Cache-Control', '$shegongzhan_kept'),
    ...[...UNFRAMED_HEADERS, ...OPEN_HEADERS].map(({ name, variable }) => header(name, `$shegongzhan_${variable}`)),
    '}\n',
  ].join('\n');
}
