import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { settleFiles } from './formats/writeTogether.ts';
import type { ContentFiles } from './texts/documents.ts';
import type { ReadFile } from './tables/readFile.ts';

/** Where the input lies: `DATA_DIR` and `CONTENT_DIR`, else `data` and `content` of the repo. */
export interface Folders {
  readonly data: string;
  readonly content: string;
}

/** The folders that the environment names, as absolute paths. */
export function foldersOf(env: Readonly<Record<string, string | undefined>>, root = process.cwd()): Folders {
  return { data: resolve(root, env['DATA_DIR'] ?? 'data'), content: resolve(root, env['CONTENT_DIR'] ?? 'content') };
}

/**
 * A reader of files in a folder; null for a file that is not there. What a run that died left half written is
 * completed first, so that tables of two states are never read together.
 */
export function fileReader(folder: string): ReadFile {
  settleFiles(folder);
  return (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : null);
}

/** The Markdown and MDX files of a content folder, sorted, so that the same input gives the same output. */
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
  };
}
