import { normalBase } from '../addresses.ts';
import type { Redirect } from '../../domain/dataset/dataset.ts';
import { caddyRules } from '../redirects.ts';
import { headersFor, KEPT, OPEN_DATA, pathsBelow, TYPES, UNFRAMED, type Standing } from './answers.ts';

/** A text as a token of a Caddyfile. Backticks keep everything as it stands, backslashes too. */
const quoted = (text: string) => (text.includes('`') ? `"${text.replace(/["\\]/gu, '\\$&')}"` : `\`${text}\``);

const headers = (of: Readonly<Record<string, string>>, matcher: string) =>
  Object.entries(of).map(([name, value]) => `\theader ${matcher} ${name} ${quoted(value)}`);

/** What belongs into the site block of a Caddyfile. */
export function caddySite(redirects: readonly Redirect[], standing: Standing): string {
  const { base, root } = standing;
  const at = normalBase(base);
  const { hashed, framed, open } = pathsBelow(base);
  const types = Object.entries(TYPES).filter(([ending]) => ending !== 'html');
  return [
    '# 由程序生成，改了也会被下一次盖掉。在站点块里 import 这个文件。',
    ...(at === '/' ? [] : [`redir ${quoted(at.slice(0, -1))} ${quoted(at)} 301`]),
    `handle ${quoted(`${at}*`)} {`,
    `\troot * ${quoted(root)}`,
    ...caddyRules(redirects, base)
      .trimEnd()
      .split('\n')
      .map((line) => `\t${line}`),
    ...headers(headersFor(standing), '*'),
    `\t@unframed not path_regexp ${quoted(framed)}`,
    ...headers(UNFRAMED, '@unframed'),
    `\t@open path_regexp ${quoted(open)}`,
    ...headers(OPEN_DATA, '@open'),
    '\t@missing not file {path} {path}/index.html',
    '\thandle @missing {',
    ...headers({ 'Cache-Control': KEPT.other }, '*').map((line) => `\t${line}`),
    `\t\trewrite * ${quoted(`${at}404.html`)}`,
    '\t\tfile_server {',
    '\t\t\tstatus 404',
    '\t\t}',
    '\t}',
    '\thandle {',
    `\t\t@hashed path_regexp ${quoted(hashed)}`,
    `\t\t@other not path_regexp ${quoted(hashed)}`,
    ...headers({ 'Cache-Control': KEPT.hashed }, '@hashed').map((line) => `\t${line}`),
    ...headers({ 'Cache-Control': KEPT.other }, '@other').map((line) => `\t${line}`),
    ...types.flatMap(([ending, type]) => [
      `\t\t@${ending} path *.${ending}`,
      `\t\theader @${ending} Content-Type ${quoted(type)}`,
    ]),
    '\t\tfile_server {',
    '\t\t\tprecompressed br gzip',
    '\t\t}',
    '\t}',
    '}\n',
  ].join('\n');
}
