import { spawnSync } from 'node:child_process';
import { closeSync, fsyncSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Waits until the content of a file, or the list of names in a folder, is on the disk and survives a power cut. */
export function syncPath(path: string): void {
  const open = openSync(path, 'r');
  try {
    fsyncSync(open);
  } catch (error) {
    // Windows and some network disks refuse to sync a folder, or a file that is opened for reading.
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
 * Waits until a folder with everything below it is on the disk. Syncs the whole disk with one command where the system
 * has one, because thousands of single files take much longer.
 */
export function syncTree(folder: string): void {
  const { status } = spawnSync('sync', ['-f', folder], { stdio: 'ignore' });
  if (status !== 0) syncEach(folder);
}

/** Writes a new file and waits until it is on the disk; leaves nothing of it where it throws the disk's error. */
export function writeSynced(path: string, content: string | Uint8Array): void {
  const open = openSync(path, 'w');
  try {
    writeFileSync(open, content);
    fsyncSync(open);
  } catch (error) {
    rmSync(path, { force: true });
    throw withPath(error, path);
  } finally {
    closeSync(open);
  }
}

/** An error of the disk with the file that it concerns, which the system leaves out where it writes into an open file. */
const withPath = (error: unknown, path: string): unknown =>
  error instanceof Error && 'code' in error && !('path' in error) ? Object.assign(error, { path }) : error;
