import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { settleFiles } from './formats/writeTogether.ts';
import type { ContentFiles } from './texts/documents.ts';
import type { ReadFile } from './tables/readFile.ts';

/** The two folders that a site is built from: tables and settings, and texts. */
export interface Folders {
  readonly data: string;
  readonly content: string;
}

/** The absolute paths of `DATA_DIR` and `CONTENT_DIR`; by default `data` and `content` below `root`. */
export function foldersOf(env: Readonly<Record<string, string | undefined>>, root = process.cwd()): Folders {
  return { data: resolve(root, env['DATA_DIR'] ?? 'data'), content: resolve(root, env['CONTENT_DIR'] ?? 'content') };
}

/**
 * The folder in which a kind of drawn picture is kept from build to build: below `CACHE_DIR`, which a build sets because
 * it runs in a folder of its own, else below `.cache` here.
 */
export const keptFolder = (kind: 'cards' | 'pictures', env: Readonly<Record<string, string | undefined>>): string =>
  join(env['CACHE_DIR'] ?? join(process.cwd(), '.cache'), kind);

/**
 * A function that reads files of a folder by name and gives null for a missing one. Completes a write that a killed run
 * left unfinished first, so that old and new tables are never read together.
 */
export function fileReader(folder: string): ReadFile {
  settleFiles(folder);
  return (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : null);
}

/**
 * Lists and reads the Markdown and MDX files of a content folder; sorted, so that the same input gives the same output.
 */
export function contentFiles(folder: string): ContentFiles {
  return {
    list: (sub) =>
      existsSync(join(folder, sub))
        ? readdirSync(join(folder, sub))
            .filter((name) => /\.mdx?$/u.test(name))
            .sort()
            .map((name) => `${sub}/${name}`)
        : [],
    read: (file) => readFileSync(join(folder, file)),
    has: (file) => existsSync(join(folder, file)),
  };
}
