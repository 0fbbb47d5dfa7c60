import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** A file of the built site; `path` with forward slashes, relative to its folder. */
export interface SiteFile {
  readonly path: string;
  readonly bytes: number;
}

/** Lists every file below a folder with its size, sorted by path. */
export function listFiles(folder: string): SiteFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: path
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
      bytes: statSync(path).size,
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
