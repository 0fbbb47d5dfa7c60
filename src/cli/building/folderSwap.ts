import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { literally } from '../../domain/language/pattern.ts';
import { isMarked, markSite } from '../../built/marker.ts';
import { isRunning, leftBehind, type IsRunning } from '../../loading/formats/processes.ts';
import { remove, type Replacement } from '../../loading/formats/replaceTogether.ts';
import { syncTree } from '../../loading/formats/sync.ts';
import { isOfTheDisk } from './outputFolder.ts';

const errorCode = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';

/** Moves a folder, also from one file system to another. A folder at `to` is replaced. */
export function moveFolder(from: string, to: string): void {
  if (from === to) return;
  remove(to);
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if (errorCode(error) !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
    remove(from);
  }
}

/** The place where a site is prepared before it replaces `out`, on the same disk so that a rename is enough. */
export interface Stage {
  readonly out: string;
  readonly ready: string;
  /** Whether it lies inside `out`, which can't be renamed: then its entries are swapped one by one. */
  readonly inside: boolean;
}

const INSIDE = '.shegongzhan-new-';
const INSIDE_OLD = '.shegongzhan-old-';

/** The path beside `out` where this process prepares its site. */
export function temporaryBeside(out: string, pid = process.pid): string {
  return join(dirname(out), `${basename(out)}.tmp-${pid}`);
}

/** Makes a folder with our marker, or none where it throws the disk's error. */
function openFolder(path: string): void {
  mkdirSync(path, { recursive: true });
  try {
    markSite(path);
  } catch (error) {
    remove(path);
    throw error;
  }
}

/** A stage inside the final folder. */
export function insideStage(out: string, pid = process.pid): Stage {
  const ready = join(out, `${INSIDE}${pid}`);
  openFolder(ready);
  return { out, ready, inside: true };
}

const isMount = (out: string) => existsSync(out) && statSync(out).dev !== statSync(dirname(out)).dev;

/**
 * Makes the stage of a build: beside the output folder, or inside it where it can't be renamed, because it is a mount
 * point or its parent is write-protected.
 */
export function stageOf(out: string, pid = process.pid): Stage {
  if (isMount(out)) return insideStage(out, pid);
  const ready = temporaryBeside(out, pid);
  try {
    openFolder(ready);
    return { out, ready, inside: false };
  } catch (error) {
    if (!existsSync(out) || !['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error))) throw error;
    return insideStage(out, pid);
  }
}

/**
 * The replacements that put a staged site in its place: one for the whole folder, or one for each entry where it can't
 * be renamed.
 */
export function siteReplacements({ out, ready, inside }: Stage, pid = process.pid): readonly Replacement[] {
  if (!inside) return [{ ready, path: out, old: join(dirname(out), `${basename(out)}.old-${pid}`) }];
  const old = join(out, `${INSIDE_OLD}${pid}`);
  const next = readdirSync(ready);
  const gone = readdirSync(out).filter(
    (name) => !next.includes(name) && !isOfTheDisk(name) && !name.startsWith(INSIDE) && !name.startsWith(INSIDE_OLD),
  );
  return [
    ...next.map((name) => ({ ready: join(ready, name), path: join(out, name), old: join(old, name) })),
    ...gone.map((name) => ({ ready: null, path: join(out, name), old: join(old, name) })),
  ];
}

/** Waits until a staged site is on the disk, so that it is complete even after a power cut. */
export const syncStage = ({ ready }: Stage): void => syncTree(ready);

/** Removes the stage, and old entries that a swap inside the folder has put aside. */
export function clearStage({ out, ready, inside }: Stage, pid = process.pid): void {
  remove(ready);
  if (inside) remove(join(out, `${INSIDE_OLD}${pid}`));
}

/** Removes folders named `<prefix><pid>` in our cache whose process has ended. */
export function clearDead(folder: string, prefix: string, running: IsRunning = isRunning): void {
  leftBehind(folder, new RegExp(`^${literally(prefix)}(\\d+)$`, 'u'), running).forEach(remove);
}

const isOurs = (folder: string) =>
  statSync(folder).isDirectory() && (isMarked(folder) || readdirSync(folder).length === 0);

/**
 * Removes what killed builds have left beside and inside the output folder; folders without our marker are never
 * touched. Where the output folder is missing and an old one was put aside, the old one is put back.
 */
export function clearLeftovers(out: string, running: IsRunning = isRunning): void {
  const named = (kind: string) =>
    leftBehind(dirname(out), new RegExp(`^${literally(basename(out))}\\.${kind}-(\\d+)$`, 'u'), running).filter(isOurs);
  const [old, ...older] = named('old');
  if (old !== undefined && !existsSync(out)) renameSync(old, out);
  else if (old !== undefined) remove(old);
  [...older, ...named('tmp')].forEach(remove);
  if (!existsSync(out) || !statSync(out).isDirectory()) return;
  for (const prefix of [INSIDE, INSIDE_OLD]) clearDead(out, prefix, running);
}
