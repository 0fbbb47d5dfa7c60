import { join } from 'node:path';
import { HalfReplacedError, remove } from '../../loading/formats/replaceTogether.ts';
import { lockOutput } from './buildLock.ts';
import { settleBuilds } from './commit.ts';
import { clearDead, clearLeftovers, clearStage, type Stage, stageOf } from './folderSwap.ts';

/** Where the builds of a repository keep what they may use again, and the folders in which they work. */
export const cacheOf = (root: string): string => join(root, '.cache');

/** The folder in which this process works, unless it needs the same one each time. */
export const ownWork = (root: string): string => join(cacheOf(root), `build-${process.pid}`);

/**
 * Runs `fill` with the lock of the output folder and a stage beside it, after clearing up behind builds that were killed.
 * Afterwards the folder `work` is gone, and the stage too: it has taken the place of the output folder, or `fill` threw.
 */
export async function inStage<Result>(
  root: string,
  out: string,
  work: string,
  fill: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const unlock = lockOutput(cacheOf(root), out);
  let stage: Stage | null = null;
  try {
    settleBuilds(root);
    clearLeftovers(out);
    clearDead(cacheOf(root), 'build-');
    stage = stageOf(out);
    const result = await fill(stage);
    clearStage(stage);
    return result;
  } catch (error) {
    // After an incomplete swap the stage must stay: the next run completes it.
    if (stage !== null && !(error instanceof HalfReplacedError)) clearStage(stage);
    throw error;
  } finally {
    remove(work);
    unlock();
  }
}
