import { spawnSync } from 'node:child_process';
import { closeSync, fsyncSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Waits until what was written to a file, or the names in a folder, are on the disk and survive a power cut. */
export function syncPath(path: string): void {
  const open = openSync(path, 'r');
  try {
    fsyncSync(open);
  } catch (error) {
    // Windows and some network disks can't do this for a folder, or for a file that is open for reading.
    if (!['EPERM', 'EINVAL', 'EISDIR', 'ENOTSUP', 'EBADF'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
  } finally {
    closeSync(open);
  }
}

function syncEach(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncEach(path);
    else if (entry.isFile()) syncPath(path);
  }
  syncPath(folder);
}

/**
 * Does the same for a folder with everything below it: for its whole disk at once where the system has a command for
 * that, which takes half a second where thousands of single files take many.
 */
export function syncTree(folder: string): void {
  const { status } = spawnSync('sync', ['-f', folder], { stdio: 'ignore' });
  if (status !== 0) syncEach(folder);
}

/** Writes a file and waits until it is on the disk. */
export function writeSynced(path: string, content: string | Uint8Array): void {
  const open = openSync(path, 'w');
  try {
    writeFileSync(open, content);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}
