import { copyFileSync, linkSync } from 'node:fs';

/** Gives a file a second name, or copies it where the disk has no second names. A file that has two may never be written into. */
export function secondName(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!['EPERM', 'EXDEV', 'EMLINK', 'ENOTSUP'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    copyFileSync(from, to);
  }
}
