import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { HalfReplacedError, replaceTogether, type Replacement } from '../../formats/replaceTogether.ts';
import { readyFile, settleFiles, withoutFile } from '../../formats/writeTogether.ts';
import type { Prepared } from '../check/prepare.ts';
import type { Place } from './place.ts';

/** The folder of the pictures, in that of the cases. */
const PICTURES = 'pictures';

/** Completes what a run that was killed had decided to write. Called before anything is read. */
export const settleCases = (content: string): void => settleFiles(join(content, 'cases'), [PICTURES]);

const isThere = (path: string, bytes: Uint8Array) => existsSync(path) && readFileSync(path).equals(bytes);

/**
 * Writes a case with its pictures, and takes pictures away that nobody shows any more: all of it, or nothing. Pictures
 * come first and go last, so that a case never names one that isn't there. Throws the error of the disk.
 */
export function writeCase(content: string, { file, text, gone }: Place, { pictures }: Prepared): void {
  const folder = join(content, 'cases');
  const below = join(folder, PICTURES);
  mkdirSync(below, { recursive: true });
  const replacements: Replacement[] = [];
  try {
    for (const { name, bytes } of pictures)
      if (!isThere(join(below, name), bytes)) replacements.push(readyFile(below, name, bytes));
    replacements.push(readyFile(folder, basename(file), text));
    replacements.push(...gone.map((picture) => withoutFile(below, basename(picture))));
    replaceTogether(folder, replacements);
  } catch (error) {
    // After an incomplete replacement the files must stay: the next run completes it with them.
    if (!(error instanceof HalfReplacedError))
      for (const { ready } of replacements) if (ready !== null) rmSync(ready, { force: true });
    throw error;
  }
}
