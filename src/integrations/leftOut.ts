import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PathWithRoute } from 'astro';

/** What the pages of a build are made from. */
export interface MadeFrom {
  /** The styles and scripts that pages name, by their names, which hold hashes. */
  readonly assets: string;
  /** What decides each page besides the program, by its file. */
  readonly keys: Readonly<Record<string, string>>;
}

/** The same after Astro's run, with the files that it has left out because they would be those of the last build. */
export interface MadeOrLeft extends MadeFrom {
  readonly left: readonly string[];
}

const isPage = ({ route }: PathWithRoute) => route.type === 'page';
/** A path below the home page. */
const below = ({ pathname }: PathWithRoute) => pathname.replace(/^\/|\/$/gu, '');
/** The file that Astro writes for a path. */
const fileFor = (path: PathWithRoute): string => (isPage(path) ? `${below(path)}/index.html` : below(path));

/** The pages that a build leaves out. */
export interface LeftOut {
  /** The paths that are to be made, of all; called when Astro has written styles and scripts. */
  readonly toMake: (paths: readonly PathWithRoute[]) => PathWithRoute[];
  /** The full addresses of the pages left out, for the sitemap; filled by `toMake`. */
  readonly addresses: string[];
}

/**
 * Leaves out of a build the pages that `note`, a file with `MadeFrom` of the last build, holds with the same key, and
 * writes `MadeOrLeft` of this one into it; the caller puts the files of the last build in their places. `out` is the
 * folder that Astro writes into, `home` the address of the site. Pages without a key are always made; without a note all
 * are.
 */
export function leftOut(note: string | undefined, out: string, home: URL): LeftOut {
  const addresses: string[] = [];
  const toMake = (paths: readonly PathWithRoute[]): PathWithRoute[] => {
    if (note === undefined) return [...paths];
    const before = JSON.parse(readFileSync(note, 'utf8')) as MadeFrom;
    const assets = readdirSync(join(out, '_astro')).sort().join(' ');
    const keyed = paths.flatMap((path) =>
      path.cacheKey === undefined ? [] : [{ path, file: fileFor(path), key: path.cacheKey }],
    );
    const left = keyed.filter(({ file, key }) => assets === before.assets && before.keys[file] === key);
    for (const { path } of left) if (isPage(path)) addresses.push(new URL(`${below(path)}/`, home).href);
    const keys = Object.fromEntries(keyed.map(({ file, key }) => [file, key]));
    writeFileSync(note, JSON.stringify({ assets, keys, left: left.map(({ file }) => file) } satisfies MadeOrLeft));
    const without = new Set(left.map(({ path }) => path));
    return paths.filter((path) => !without.has(path));
  };
  return { toMake, addresses };
}
