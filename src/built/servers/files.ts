import { basename, dirname, join } from 'node:path';
import type { Redirect } from '../../domain/dataset/dataset.ts';
import type { Standing } from './answers.ts';
import { caddySite } from './caddy.ts';
import { nginxHttp, nginxServer } from './nginx.ts';

/** The ends of the names of the configurations. */
export const SERVER_FILES = ['http.nginx.conf', 'nginx.conf', 'Caddyfile'] as const;

/** The path of a configuration beside a built site: `dist.nginx.conf`. */
export const beside = (out: string, name: string): string => join(dirname(out), `${basename(out)}.${name}`);

function serverTexts(
  redirects: readonly Redirect[],
  standing: Standing,
): Readonly<Record<(typeof SERVER_FILES)[number], string>> {
  return {
    'http.nginx.conf': nginxHttp(redirects, standing.base),
    'nginx.conf': nginxServer(standing),
    Caddyfile: caddySite(redirects, standing),
  };
}

/** The folder that the configurations beside a built site take for that on the server, until a deploy knows better. */
export const USUAL_ROOT = '/srv/shegongzhan/current/www';

/**
 * The configurations that a build puts beside its site, by path: `dist.nginx.conf` and so on. They lie beside the site
 * and not in it, so that they aren't published. `hsts` tells browsers to use https alone from now on.
 */
export function serverFiles(
  out: string,
  redirects: readonly Redirect[],
  base: string,
  hsts: boolean,
): ReadonlyMap<string, string> {
  const texts = serverTexts(redirects, { base, root: USUAL_ROOT, hsts });
  return new Map(Object.entries(texts).map(([name, text]) => [beside(out, name), text]));
}
