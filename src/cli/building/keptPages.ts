import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { remove } from '../../loading/formats/replaceTogether.ts';
import { nameFor } from './buildLock.ts';
import { astroCache, type FrozenInput } from './frozenInput.ts';

/** Where a build with KEEP_PAGES=1 works, and where the pages of the last one lie. */
export interface KeptPages {
  /** The same folder each time: Astro knows the parts of a page by their paths. */
  readonly work: string;
  readonly pages: string;
}

/** Both folders for one output folder; the build holds its lock. */
export const keptPagesOf = (cache: string, out: string): KeptPages => ({
  work: join(cache, `work-${nameFor(out)}`),
  pages: join(cache, `pages-${nameFor(out)}`),
});

/** Astro's note of which page is made from what. */
const NOTE = 'incremental-build.json';

interface Note {
  readonly routes: Readonly<
    Record<
      string,
      {
        readonly dependencyHash: string;
        readonly paths: Readonly<Record<string, { readonly cacheKey: string; readonly outputFile: string }>>;
      }
    >
  >;
}

/** What each page is made from, by its file; nothing where there is no note. */
function madeFrom(file: string): ReadonlyMap<string, string> {
  if (!existsSync(file)) return new Map();
  const { routes } = JSON.parse(readFileSync(file, 'utf8')) as Note;
  return new Map(
    Object.values(routes).flatMap(({ dependencyHash, paths }) =>
      Object.values(paths).map(({ cacheKey, outputFile }) => [outputFile, `${dependencyHash} ${cacheKey}`] as const),
    ),
  );
}

/** The note of the last build, put aside while Astro writes its own. */
const earlierNote = ({ root }: FrozenInput) => join(root, '.earlier-build');

/**
 * Moves the pages of the last build to where Astro reads and replaces them. While it does they belong to nobody else: a
 * build that fails or is killed leaves none, for Astro notes only at the end which page is made from what.
 */
export function takePages({ pages }: KeptPages, frozen: FrozenInput): void {
  if (!existsSync(pages)) return;
  renameSync(pages, astroCache(frozen));
  copyFileSync(join(astroCache(frozen), NOTE), earlierNote(frozen));
}

/** Puts the pages of a complete build away for the next one; gives how many of them were made by an earlier one. */
export function keepPages({ pages }: KeptPages, frozen: FrozenInput): number {
  const [before, now] = [earlierNote(frozen), join(astroCache(frozen), NOTE)].map(madeFrom);
  remove(pages);
  renameSync(astroCache(frozen), pages);
  return [...(now ?? [])].filter(([path, made]) => before?.get(path) === made).length;
}

/**
 * A digest of the program that makes the pages: sources, settings of Astro, the versions of its packages, and whether the
 * lookup is in parts, which takes another search.
 */
export function programDigest({ root }: FrozenInput, inParts: boolean): string {
  const hash = createHash('sha256').update(inParts ? 'in parts\n' : '');
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((name) => /^src\/|^[^/]+\.(?:mjs|json)$/u.test(name))
    .sort();
  for (const name of files)
    hash.update(`${name} ${statSync(join(root, name)).size}\n`).update(readFileSync(join(root, name)));
  return hash.digest('hex');
}
