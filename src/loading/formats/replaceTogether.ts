import { copyFileSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isRunning, leftBehind, type IsRunning } from './processes.ts';
import { syncPath, writeSynced } from './sync.ts';

/** One file or folder to be replaced by a rename; all three paths must be on one disk. */
export interface Replacement {
  /** The finished new one, lying beside `path`; null where `path` is only to be removed. */
  readonly ready: string | null;
  readonly path: string;
  /** Where the present one is kept until all replacements have succeeded. */
  readonly old: string;
}

/**
 * The name of a journal: the list of replacements, written before the first of them begins. Its number is that of the
 * process.
 */
const JOURNAL = /^\.replacing-(\d+)\.json$/u;
const journalOf = (folder: string, pid: number) => join(folder, `.replacing-${pid}.json`);

const kindOf = (path: string) => lstatSync(path, { throwIfNoEntry: false });

/** Removes a file, or a folder with everything in it; does nothing where there is none. */
export const remove = (path: string): void =>
  rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

/** Carries out one replacement; a step that an interrupted run has already done is skipped. */
function put({ ready, path, old }: Replacement): void {
  const present = kindOf(path);
  if (ready === null) {
    if (present !== undefined) renameSync(path, old);
    return;
  }
  const next = kindOf(ready);
  if (next === undefined) return;
  if (present !== undefined && kindOf(old) === undefined) {
    // A file is copied aside and overwritten by a rename, so that it is never missing; a folder can't be overwritten.
    if (present.isFile() && next.isFile()) copyFileSync(path, old);
    else renameSync(path, old);
  }
  renameSync(ready, path);
}

/** Undoes `put`, also where it was interrupted between its two steps. */
function takeBack({ ready, path, old }: Replacement): void {
  const replaced = ready !== null && kindOf(ready) === undefined && kindOf(path) !== undefined;
  if (replaced) renameSync(path, ready);
  if (kindOf(old) !== undefined) renameSync(old, path);
}

function finish(journal: string, replacements: readonly Replacement[]): void {
  for (const folder of new Set(replacements.map(({ path }) => dirname(path)))) syncPath(folder);
  for (const { old } of replacements) remove(old);
  rmSync(journal, { force: true });
}

/**
 * Thrown when some replacements are done and could not be undone; the journal stays, and the next run completes them.
 */
export class HalfReplacedError extends Error {
  override readonly name = 'HalfReplacedError';
}

/**
 * Carries out all replacements or none: on a failure what was done is undone and the cause is thrown. They are first
 * written into a journal in `folder`, from which the next call of `settle` completes a run that was killed.
 */
export function replaceTogether(folder: string, replacements: readonly Replacement[], pid = process.pid): void {
  const journal = journalOf(folder, pid);
  for (const { old } of replacements) remove(old);
  for (const { old } of replacements) mkdirSync(dirname(old), { recursive: true });
  writeSynced(`${journal}.tmp`, JSON.stringify(replacements));
  renameSync(`${journal}.tmp`, journal);
  syncPath(folder);
  const begun: Replacement[] = [];
  try {
    for (const replacement of replacements) {
      begun.push(replacement);
      put(replacement);
    }
  } catch (cause) {
    try {
      begun.reverse().forEach(takeBack);
    } catch {
      throw new HalfReplacedError('文件没有换完，也没有退回去。再运行一次同样的命令，会接着换完。', { cause });
    }
    rmSync(journal, { force: true });
    throw cause;
  }
  try {
    finish(journal, replacements);
  } catch {
    // All replacements are done; old files that couldn't be removed are cleaned up by the next run.
  }
}

/** The replacements in a journal; null where it can't be read or `allowed` refuses one of them. */
function readJournal(path: string, allowed: (replacement: Replacement) => boolean): readonly Replacement[] | null {
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as readonly Replacement[];
    return found.every(allowed) ? found : null;
  } catch {
    return null;
  }
}

/**
 * Whether all paths of a replacement are plain files of this folder or of one of the folders `below` it, so that a
 * journal in a data folder from elsewhere can touch nothing outside.
 */
const isOf =
  (folder: string, below: readonly string[]) =>
  ({ ready, path, old }: Replacement): boolean =>
    [ready, path, old].every(
      (one) =>
        one === null ||
        [folder, ...below.map((name) => join(folder, name))].some((place) => one === join(place, basename(one))),
    );

/**
 * Completes the replacements of runs that were killed, from their journals in `folder`, and removes the journals.
 * `elsewhere` also accepts journals that name paths outside `folder`, `below` such that name files of these folders in
 * it.
 */
export function settle(
  folder: string,
  { elsewhere = false, below = [] as readonly string[], running = isRunning as IsRunning } = {},
): void {
  for (const journal of leftBehind(folder, JOURNAL, running)) {
    const replacements = readJournal(journal, elsewhere ? () => true : isOf(folder, below));
    if (replacements === null) {
      rmSync(journal, { force: true });
      continue;
    }
    replacements.forEach(put);
    finish(journal, replacements);
  }
  for (const unfinished of leftBehind(folder, /^\.replacing-(\d+)\.json\.tmp$/u, running)) rmSync(unfinished);
}
