import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Tells whether the process with this number (pid) is still alive; passed in so that tests can decide. */
export type IsRunning = (pid: number) => boolean;

/**
 * Whether another process with this number is alive. This process counts as ended: its number may be that of an earlier
 * run.
 */
export function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Paths in `folder` that runs which were killed have left behind: the name matches `name`, whose first group is the
 * number of a process that has ended.
 */
export function leftBehind(folder: string, name: RegExp, running: IsRunning = isRunning): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((entry) => {
      const pid = name.exec(entry)?.[1];
      return pid !== undefined && !running(Number(pid));
    })
    .map((entry) => join(folder, entry));
}
