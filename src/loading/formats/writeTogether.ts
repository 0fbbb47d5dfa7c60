import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { leftBehind } from './processes.ts';
import { HalfReplacedError, replaceTogether, settle, type Replacement } from './replaceTogether.ts';
import { writeSynced } from './sync.ts';

/**
 * Names of the hidden files beside a file that hold its new and old content while it is replaced; the number is that of
 * the process.
 */
const LEFTOVER = /^\..+\.(\d+)\.shegongzhan-(?:new|old)$/u;
const beside = (folder: string, name: string, kind: 'new' | 'old') =>
  join(folder, `.${basename(name)}.${process.pid}.shegongzhan-${kind}`);

/**
 * Writes the new content of a file beside it, and gives the replacement that puts it in place. Throws the error of the
 * disk.
 */
export function readyFile(folder: string, name: string, content: string | Uint8Array): Replacement {
  const ready = beside(folder, name, 'new');
  writeSynced(ready, content);
  return { ready, path: join(folder, name), old: beside(folder, name, 'old') };
}

/**
 * Tidies a folder, and those `below` it that are written together with it, after a run that was killed while writing:
 * completes what was decided, removes what wasn't.
 */
export function settleFiles(folder: string, below: readonly string[] = []): void {
  settle(folder, { below });
  for (const place of [folder, ...below.map((name) => join(folder, name))])
    for (const path of leftBehind(place, LEFTOVER)) rmSync(path, { force: true });
}

/**
 * Writes all files or none, and returns when they are on the disk; where it throws the disk's error nothing has changed.
 * A run that is killed in between is completed when the folder is next read or written.
 */
export function writeTogether(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  settleFiles(folder);
  try {
    replaceTogether(
      folder,
      Object.entries(files).map(([name, content]) => readyFile(folder, name, content)),
    );
  } catch (error) {
    // After an incomplete replacement the files must stay: the next run completes it with them.
    if (!(error instanceof HalfReplacedError))
      for (const name of Object.keys(files)) rmSync(beside(folder, name, 'new'), { force: true });
    throw error;
  }
}

/** The replacement that takes a file away. */
export const withoutFile = (folder: string, name: string): Replacement => ({
  ready: null,
  path: join(folder, name),
  old: beside(folder, name, 'old'),
});
