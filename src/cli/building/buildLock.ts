import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, type IsRunning } from '../../loading/formats/processes.ts';
import { OutputFolderError } from './outputFolder.ts';

const errorCode = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';

/** A short hash of a folder's path, to name the files about it in the cache. */
export const nameFor = (out: string): string => createHash('sha256').update(out).digest('hex').slice(0, 12);

function take(path: string): boolean {
  try {
    const open = openSync(path, 'wx');
    writeSync(open, String(process.pid));
    closeSync(open);
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    return false;
  }
}

/**
 * Locks `out` against other builds of this repository, and gives the function that unlocks it. Throws OutputFolderError
 * while another build holds the lock; that of a build that was killed is taken over.
 */
export function lockOutput(cache: string, out: string, running: IsRunning = isRunning): () => void {
  mkdirSync(cache, { recursive: true });
  const path = join(cache, `lock-${nameFor(out)}`);
  if (!take(path)) {
    const pid = Number(readFileSync(path, 'utf8'));
    if (running(pid))
      throw new OutputFolderError(
        `另一个建站（进程 ${pid}）正在往 ${out} 里写。怎么改：等它结束再运行一次，或换一个文件夹（OUT_DIR）。`,
      );
    rmSync(path, { force: true });
    if (!take(path)) throw new OutputFolderError(`另一个建站刚刚开始往 ${out} 里写。等它结束再运行一次。`);
  }
  return () => rmSync(path, { force: true });
}
