import { copyFileSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isRunning, leftBehind, type IsRunning } from './processes.ts';
import { syncPath, writeSynced } from './sync.ts';

/** One file or folder that is to be replaced. All three paths are on one disk. */
export interface Replacement {
  /** What is to stand there, finished and beside it; null where nothing is to stand there any more. */
  readonly ready: string | null;
  readonly path: string;
  /** Where the present one waits until all are replaced. */
  readonly old: string;
}

/** A journal of replacements: what is to be done, written down before the first of them begins. */
const JOURNAL = /^\.replacing-(\d+)\.json$/u;
const journalOf = (folder: string, pid: number) => join(folder, `.replacing-${pid}.json`);

const kindOf = (path: string) => lstatSync(path, { throwIfNoEntry: false });
const remove = (path: string) => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

/** Replaces one. What an earlier run has already done is left as it is. */
function put({ ready, path, old }: Replacement): void {
  const present = kindOf(path);
  if (ready === null) {
    if (present !== undefined) renameSync(path, old);
    return;
  }
  const next = kindOf(ready);
  if (next === undefined) return;
  if (present !== undefined && kindOf(old) === undefined) {
    // A file is never missing, not even for a moment; a folder can't be renamed over another.
    if (present.isFile() && next.isFile()) copyFileSync(path, old);
    else renameSync(path, old);
  }
  renameSync(ready, path);
}

/** Brings back what `put` has replaced, also where it came half-way. */
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

/** Replacements that came half-way and could not be taken back either; the next run completes them. */
export class HalfReplacedError extends Error {
  override readonly name = 'HalfReplacedError';
}

/**
 * Replaces all or none. They are written into a journal in `folder` first: a run that dies half-way is completed by
 * the next call of `settle`; one that fails takes everything back and throws why.
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
    // Everything stands in its place; what is left over is removed by the next run.
  }
}

/** What a journal says; null where it can't be read or names a path that `allowed` refuses. */
function readJournal(path: string, allowed: (replacement: Replacement) => boolean): readonly Replacement[] | null {
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as readonly Replacement[];
    return found.every(allowed) ? found : null;
  } catch {
    return null;
  }
}

/** Whether a replacement concerns a plain file of this folder alone: a journal that came with somebody's data can do no more. */
const isOf =
  (folder: string) =>
  ({ ready, path, old }: Replacement): boolean =>
    [ready, path, old].every((one) => one === null || (dirname(one) === folder && one === join(folder, basename(one))));

/**
 * Completes what runs that have died left half replaced, and removes their journals. `elsewhere` allows a journal to
 * speak of other folders than its own.
 */
export function settle(folder: string, { elsewhere = false, running = isRunning as IsRunning } = {}): void {
  for (const journal of leftBehind(folder, JOURNAL, running)) {
    const replacements = readJournal(journal, elsewhere ? () => true : isOf(folder));
    if (replacements === null) {
      rmSync(journal, { force: true });
      continue;
    }
    replacements.forEach(put);
    finish(journal, replacements);
  }
  for (const unfinished of leftBehind(folder, /^\.replacing-(\d+)\.json\.tmp$/u, running)) rmSync(unfinished);
}
