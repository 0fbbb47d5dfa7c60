import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Versions } from '../../built/releaseNote.ts';

/** The versions of this package, of Node and of Astro, for release.json. */
export function versionsOf(root: string): Versions {
  const versionIn = (path: string) =>
    (JSON.parse(readFileSync(join(root, path), 'utf8')) as { version: string }).version;
  return {
    site: versionIn('package.json'),
    node: process.versions.node,
    astro: versionIn('node_modules/astro/package.json'),
  };
}
