import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { leftBehind } from './processes.ts';
import { HalfReplacedError, replaceTogether, settle, type Replacement } from './replaceTogether.ts';
import { writeSynced } from './sync.ts';

/** The new and the old content of a file while it is replaced: hidden, beside it, with the number of the process. */
const LEFTOVER = /^\..+\.(\d+)\.shegongzhan-(?:new|old)$/u;
const beside = (folder: string, name: string, kind: 'new' | 'old') =>
  join(folder, `.${basename(name)}.${process.pid}.shegongzhan-${kind}`);

/** Writes the new content of a file beside it and answers its replacement. Throws what the disk says. */
export function readyFile(folder: string, name: string, content: string | Uint8Array): Replacement {
  const ready = beside(folder, name, 'new');
  writeSynced(ready, content);
  return { ready, path: join(folder, name), old: beside(folder, name, 'old') };
}

/** Completes or removes what runs that died while writing left in a folder. */
export function settleFiles(folder: string): void {
  settle(folder);
  for (const path of leftBehind(folder, LEFTOVER)) rmSync(path, { force: true });
}

/**
 * Writes all files or none, and returns when they are on the disk. A run that is killed in between is completed when
 * the folder is read or written next; throws what the disk says, and then nothing has changed.
 */
export function writeTogether(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  settleFiles(folder);
  try {
    replaceTogether(
      folder,
      Object.entries(files).map(([name, content]) => readyFile(folder, name, content)),
    );
  } catch (error) {
    // What came half-way needs its files: the next run completes it.
    if (!(error instanceof HalfReplacedError))
      for (const name of Object.keys(files)) rmSync(beside(folder, name, 'new'), { force: true });
    throw error;
  }
}
