import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { leftBehind } from '../../loading/formats/processes.ts';
import { remove } from '../../loading/formats/replaceTogether.ts';
import { syncPath } from '../../loading/formats/sync.ts';
import { isOfTheDisk } from '../building/outputFolder.ts';
import { DeployError } from './deployError.ts';
import { beyond, unserved, versionsOf, type Version } from './versions.ts';

/*
 * The folder of a server: `releases/0007-20261123-1a2b3c4d/` holds one site each, and the link `current` leads to the
 * one that is served. Switching is one rename of that link.
 */

/** The file in a release that was rolled back, so that no later rollback returns to it. */
const WITHDRAWN = 'withdrawn.txt';
const CURRENT = 'current';

const within = (dir: string) => join(dir, 'releases');
/** The folder of a release. */
export const folderOf = (dir: string, name: string): string => join(within(dir), name);

/** The releases in the folder of a server, the oldest first. */
export const releasesIn = (dir: string): readonly Version[] =>
  versionsOf(existsSync(within(dir)) ? readdirSync(within(dir)) : [], (name) =>
    existsSync(join(folderOf(dir, name), WITHDRAWN)),
  );

/** The name of the release that is served; null where there is none yet. */
export function currentOf(dir: string): string | null {
  const link = join(dir, CURRENT);
  const state = lstatSync(link, { throwIfNoEntry: false });
  if (state === undefined) return null;
  if (!state.isSymbolicLink())
    throw new DeployError(`${link} 不是本程序写的链接，没有动它。怎么改：换一个文件夹，或把它移走。`);
  const name = basename(readlinkSync(link));
  return existsSync(folderOf(dir, name)) ? name : null;
}

/** Throws DeployError unless the folder is missing, empty, or one that holds releases. */
export function assertOurs(dir: string): void {
  if (!existsSync(dir)) return;
  const others = readdirSync(dir).filter((name) => !isOfTheDisk(name));
  if (others.length > 0 && !existsSync(within(dir)))
    throw new DeployError(
      `${dir} 里面有别的东西（${others.slice(0, 3).join('、')}），没有动它。怎么改：换一个空的或还没有的文件夹。`,
    );
}

/**
 * Removes releases that were finished but never served: a rollback must not take one of them for the version before.
 */
export function clearUnserved(dir: string): void {
  for (const name of unserved(releasesIn(dir), currentOf(dir))) remove(folderOf(dir, name));
}

/** Makes the folder in which a release is prepared, after removing those of runs that were killed. */
export function openPart(dir: string, pid = process.pid): string {
  mkdirSync(within(dir), { recursive: true });
  leftBehind(within(dir), /^\.part-(\d+)$/u).forEach(remove);
  leftBehind(dir, /^\.current-(\d+)$/u).forEach(remove);
  const part = join(within(dir), `.part-${pid}`);
  mkdirSync(part);
  return part;
}

/** Lets the server serve a release from now on, in one step. */
export function switchTo(dir: string, name: string, pid = process.pid): void {
  const fresh = join(dir, `.${CURRENT}-${pid}`);
  rmSync(fresh, { force: true });
  // Relative, so that the folder may be copied to another place with its link.
  symlinkSync(join('releases', name), fresh, 'dir');
  renameSync(fresh, join(dir, CURRENT));
  syncPath(dir);
}

/** Marks a release as rolled back, or as good again. */
export function markWithdrawn(dir: string, name: string, withdrawn: boolean): void {
  const mark = join(folderOf(dir, name), WITHDRAWN);
  if (withdrawn) writeFileSync(mark, '这一版退掉了，不会自己回来。\n');
  else rmSync(mark, { force: true });
}

/** Removes all releases but the latest `keep` and the one that is served; answers the names of those removed. */
export function prune(dir: string, keep: number): readonly string[] {
  const gone = beyond(releasesIn(dir), currentOf(dir), keep);
  for (const name of gone) remove(folderOf(dir, name));
  return gone;
}
