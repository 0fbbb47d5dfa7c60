import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { HalfReplacedError, replaceTogether, settle, type Replacement } from '../../loading/formats/replaceTogether.ts';
import { readyFile, settleFiles } from '../../loading/formats/writeTogether.ts';
import { clearStage, insideStage, moveFolder, siteReplacements, syncStage, type Stage } from './folderSwap.ts';

const journals = (root: string) => join(root, '.cache', 'commits');

/** Completes the swap of a build or release of this repository that was killed in the middle of it. */
export function settleBuilds(root: string): void {
  settle(journals(root), { elsewhere: true });
}

/** Files outside the site that are replaced together with it: their text by path. */
export type Companions = ReadonlyMap<string, string>;

/** Whether an error means that the folder can't be renamed because it is a mount point. */
const isImmovable = (error: unknown) => ['EBUSY', 'EXDEV'].includes((error as NodeJS.ErrnoException).code ?? '');

function swap(root: string, stage: Stage, companions: readonly Replacement[]): void {
  try {
    replaceTogether(journals(root), [...siteReplacements(stage), ...companions]);
  } catch (error) {
    if (stage.inside || !isImmovable(error) || !existsSync(stage.out)) throw error;
    const inside = insideStage(stage.out);
    moveFolder(stage.ready, inside.ready);
    syncStage(inside);
    replaceTogether(journals(root), [...siteReplacements(inside), ...companions]);
    clearStage(inside);
  }
}

/**
 * Puts a staged site and its companion files in their places: all of them, or none where it throws. A run that is
 * killed in between is completed by the next `npm run build`, `release` or `changes`.
 */
export function commitSite(root: string, stage: Stage, companions: Companions): void {
  mkdirSync(journals(root), { recursive: true });
  for (const folder of new Set([...companions.keys()].map((path) => dirname(path)))) settleFiles(folder);
  const ready: Replacement[] = [];
  try {
    syncStage(stage);
    for (const [path, text] of companions) ready.push(readyFile(dirname(path), basename(path), text));
    swap(root, stage, ready);
  } catch (error) {
    if (!(error instanceof HalfReplacedError))
      for (const { ready: path } of ready) if (path !== null) rmSync(path, { force: true });
    throw error;
  }
}
