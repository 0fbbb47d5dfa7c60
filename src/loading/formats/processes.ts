import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Tells whether a process is still alive, by its number. */
export type IsRunning = (pid: number) => boolean;

/** Whether another process with this number is alive; this process itself counts as ended. */
export function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Paths in `folder` whose name matches `name` and whose process, the first group of the pattern, has ended. */
export function leftBehind(folder: string, name: RegExp, running: IsRunning = isRunning): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((entry) => {
      const pid = name.exec(entry)?.[1];
      return pid !== undefined && !running(Number(pid));
    })
    .map((entry) => join(folder, entry));
}
