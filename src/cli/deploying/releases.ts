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

/*
 * The folder of a server: `releases/0007-20261123-1a2b3c4d/` holds one site each, and the link `current` leads to the
 * one that is served. Switching is one rename of that link.
 */

const NAME = /^(\d{4,})-\d{8}-[0-9a-f]{8}$/u;
/** The file in a release that was rolled back, so that no later rollback returns to it. */
const WITHDRAWN = 'withdrawn.txt';
const CURRENT = 'current';

/** A site that lies in the folder of a server. */
export interface Release {
  readonly name: string;
  readonly number: number;
  readonly withdrawn: boolean;
}

const within = (dir: string) => join(dir, 'releases');
/** The folder of a release. */
export const folderOf = (dir: string, name: string): string => join(within(dir), name);

/** The releases in the folder of a server, the oldest first. */
export function releasesIn(dir: string): readonly Release[] {
  if (!existsSync(within(dir))) return [];
  return readdirSync(within(dir))
    .flatMap((name) => {
      const number = NAME.exec(name)?.[1];
      if (number === undefined) return [];
      return [{ name, number: Number(number), withdrawn: existsSync(join(folderOf(dir, name), WITHDRAWN)) }];
    })
    .sort((a, b) => a.number - b.number);
}

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

/** The name of the next release by the day and the first letters of a hash of its content. */
export function nextName(dir: string, day: string, hash: string): string {
  const number = (releasesIn(dir).at(-1)?.number ?? 0) + 1;
  return `${String(number).padStart(4, '0')}-${day.replaceAll('-', '')}-${hash.slice(0, 8)}`;
}

/**
 * Removes releases that were finished but never served, because the run was killed before it switched: a rollback must
 * not take one of them for the version before.
 */
export function clearUnserved(dir: string): void {
  const all = releasesIn(dir);
  const current = all.find(({ name }) => name === currentOf(dir));
  if (current === undefined) return;
  for (const { name, number, withdrawn } of all) if (number > current.number && !withdrawn) remove(folderOf(dir, name));
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

/**
 * The release that a rollback returns to: the one asked for by name or number, else the latest before the present one
 * that wasn't rolled back itself. Throws DeployError where there is none.
 */
export function rollbackTarget(dir: string, asked: string | undefined): string {
  const all = releasesIn(dir);
  const current = all.find(({ name }) => name === currentOf(dir));
  const names = all.map(({ name, withdrawn }) => `  ${name}${withdrawn ? '（退掉的）' : ''}`).join('\n');
  if (asked !== undefined) {
    const found = all.find(({ name, number }) => name === asked || String(number) === asked.replace(/^0+/u, ''));
    if (found === undefined) throw new DeployError(`没有 ${asked} 这一版，没有换。现有：\n${names || '  （没有）'}`);
    return found.name;
  }
  const found = all.findLast(({ number, withdrawn }) => !withdrawn && number < (current?.number ?? Infinity));
  if (found === undefined)
    throw new DeployError(
      `没有更早的一版可以退，没有换。怎么改：要用退掉的那一版，写明是哪一版：--rollback 版本。现有：\n${names || '  （没有）'}`,
    );
  return found.name;
}

/** Marks a release as rolled back, or as good again. */
export function markWithdrawn(dir: string, name: string, withdrawn: boolean): void {
  const mark = join(folderOf(dir, name), WITHDRAWN);
  if (withdrawn) writeFileSync(mark, '这一版退掉了，不会自己回来。\n');
  else rmSync(mark, { force: true });
}

/** Removes all releases but the latest `keep` and the one that is served; answers the names of those removed. */
export function prune(dir: string, keep: number): readonly string[] {
  const current = currentOf(dir);
  const others = releasesIn(dir).filter(({ name }) => name !== current);
  const gone = others.slice(0, Math.max(0, others.length - (keep - 1))).map(({ name }) => name);
  for (const name of gone) remove(folderOf(dir, name));
  return gone;
}
