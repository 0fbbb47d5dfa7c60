import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own in memory. */
export interface SmallDisk {
  readonly folder: string;
  /** Fills it with a file until about so many bytes are left; a second call replaces the file. */
  readonly leave: (bytes: number) => void;
  /** Takes that file away. */
  readonly clear: () => void;
  readonly setReadOnly: (readOnly: boolean) => void;
  readonly remove: () => void;
}

const mount = (...args: string[]): boolean => spawnSync('mount', args, { stdio: 'ignore' }).status === 0;

/** The words of a test that is skipped where no disk can be mounted. */
export const NO_DISK = '这里不能挂一个小磁盘（要 root 和 mount），没有测';

/** Mounts a disk of so many bytes; null where this computer doesn't let us. */
export function smallDisk(bytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), '小磁盘-'));
  if (!mount('-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder)) {
    rmSync(folder, { recursive: true });
    return null;
  }
  const filler = join(folder, 'filler');
  const clear = () => rmSync(filler, { force: true });
  return {
    folder,
    clear,
    leave: (left) => {
      clear();
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, new Uint8Array(Math.max(0, bavail * bsize - left)));
    },
    setReadOnly: (readOnly) => {
      if (!mount('-o', `remount,${readOnly ? 'ro' : 'rw'}`, folder)) throw new Error(`could not remount ${folder}`);
    },
    remove: () => {
      spawnSync('umount', [folder], { stdio: 'ignore' });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
