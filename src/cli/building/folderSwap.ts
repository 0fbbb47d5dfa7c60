import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';

/** A fault of the place that the site is to be written to; its message is ready to print. */
export class OutputFolderError extends Error {
  override readonly name = 'OutputFolderError';
}

const remove = (path: string) => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

/** Where a build of this process writes until it is done: beside the final folder, so that a rename is enough. */
export function temporaryBeside(out: string, pid = process.pid): string {
  return join(dirname(out), `${basename(out)}.tmp-${pid}`);
}

/**
 * Where Astro may write a site that is meant for `temporary`. It takes a folder for one of the repository whose path
 * merely begins like it (/srv/sgz and /srv/sgz-site), and then finds no packages from there.
 */
export function writableByAstro(root: string, temporary: string, cache: string): string {
  const outside = relative(root, temporary).startsWith('..');
  return outside && temporary.startsWith(root) ? join(cache, 'site') : temporary;
}

/** Moves a finished folder, from one file system to another if need be. */
export function moveFolder(from: string, to: string): void {
  if (from === to) return;
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
    remove(from);
  }
}

const oldBeside = (out: string, pid: number) => join(dirname(out), `${basename(out)}.old-${pid}`);

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Folders `<prefix><pid>` in a folder whose process has died. */
function leftBehind(folder: string, prefix: string, running: (pid: number) => boolean): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && /^\d+$/u.test(name.slice(prefix.length)))
    .filter((name) => !running(Number(name.slice(prefix.length))))
    .map((name) => join(folder, name));
}

/** Removes what dead processes left in `folder` under `<prefix><pid>`. */
export function clearDead(folder: string, prefix: string, running = isRunning): void {
  for (const path of leftBehind(folder, prefix, running)) remove(path);
}

/**
 * Removes what builds that were killed left beside the final folder. One that was killed between the two renames of
 * the swap has left no final folder: then the old one is put back.
 */
export function clearLeftovers(out: string, running = isRunning): void {
  const folder = dirname(out);
  const [old, ...older] = leftBehind(folder, `${basename(out)}.old-`, running);
  if (old !== undefined && !existsSync(out)) renameSync(old, out);
  else if (old !== undefined) remove(old);
  older.forEach(remove);
  clearDead(folder, `${basename(out)}.tmp-`, running);
}

/** Refuses to replace a folder that does not look like a site: a slip in OUT_DIR must not cost anybody their files. */
export function assertReplaceable(out: string, root: string): void {
  const inside = relative(out, root);
  if (!inside.startsWith('..') && !isAbsolute(inside)) {
    throw new OutputFolderError(`输出文件夹 ${out} 里有本程序自己，不能用。请把 OUT_DIR 改成另一个文件夹。`);
  }
  if (!existsSync(out)) return;
  const names = readdirSync(out);
  if (names.length > 0 && !names.includes('index.html')) {
    throw new OutputFolderError(`输出文件夹 ${out} 里有别的东西，不像是网站，没有动它。请换一个空文件夹（OUT_DIR）。`);
  }
}

/** Puts a finished folder in the place of the final one: readers see the old site or the new one, never a mixture. */
export function swapIn(finished: string, out: string, pid = process.pid): void {
  const old = oldBeside(out, pid);
  mkdirSync(dirname(out), { recursive: true });
  const replaces = existsSync(out);
  if (replaces) renameSync(out, old);
  try {
    renameSync(finished, out);
  } catch (error) {
    if (replaces) renameSync(old, out);
    throw error;
  }
  remove(old);
}
