import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isHashed } from '../../../built/addresses.ts';
import { SERVICE_WORKER } from '../../../built/offline/writeServiceWorker.ts';
import type { IsoDate } from '../../../domain/time/dates.ts';
import { DeployError } from '../deployError.ts';
import type { Deployed } from '../deploySite.ts';
import { siteForServer } from '../site.ts';
import { beyond, isOfContent, nextName, rollbackTarget, unserved, withdrawnBy } from '../versions.ts';
import type { Hashes, Shelf } from './shelf.ts';

const isLent = (path: string) => /^_astro\/.*\.(?:js|css)$/u.test(path);

/**
 * The order in which files take their places: first those that nobody asks for yet because their names are new, then what
 * pages ask for, then pages, and last the worker of browsers, which fetches all that it keeps anew when it changes.
 */
const ORDER: readonly ((path: string) => boolean)[] = [
  isHashed,
  (path) => !isHashed(path) && !path.endsWith('.html') && path !== SERVICE_WORKER,
  (path) => path.endsWith('.html'),
  (path) => path === SERVICE_WORKER,
];

const filesOf = async (shelf: Shelf, name: string | null): Promise<Hashes> =>
  name === null ? {} : (await shelf.manifest(name)).files;

/** What is served now, what is to be served, and whether a run that was killed has left some of both. */
interface Change {
  readonly live: Hashes;
  /** The files of the version that the killed run was switching to; null where there was none. */
  readonly begun: Hashes | null;
  readonly wanted: Hashes;
}

/** The files that must be put into their places, and those that must go. */
function stepsOf({ live, begun, wanted }: Change) {
  const stands = (path: string, hash: string) => live[path] === hash && (begun === null || begun[path] === hash);
  return {
    put: Object.entries(wanted).filter(([path, hash]) => !stands(path, hash)),
    gone: Object.keys({ ...live, ...begun }).filter((path) => !(path in wanted)),
  };
}

/**
 * Serves a version that the shelf keeps. A bucket has no one step for that: for as long as it takes, some files are of
 * one version and some of the other, and a run that is killed in between is completed by the next. Throws DeployError.
 */
async function switchTo(shelf: Shelf, name: string, withdrawn: readonly string[], signal: AbortSignal): Promise<void> {
  const { served, switching, lent: lentNow } = shelf.state;
  const kept = new Set(shelf.versions.map((version) => version.name));
  const files = await filesOf(shelf, name);
  const old = await filesOf(shelf, served);
  const begun = switching === null ? null : await filesOf(shelf, switching);
  const lent =
    served === name
      ? lentNow
      : Object.fromEntries(Object.entries(old).filter(([path]) => isLent(path) && !(path in files)));
  const { put, gone } = stepsOf({ live: { ...lentNow, ...old }, begun, wanted: { ...lent, ...files } });
  await shelf.note({ ...shelf.state, switching: name });
  try {
    for (const isNext of ORDER)
      await shelf.serve(
        put.filter(([path]) => isNext(path)),
        signal,
      );
    await shelf.takeAway(gone, signal);
    await shelf.note({ served: name, switching: null, lent, withdrawn: withdrawn.filter((one) => kept.has(one)) });
  } catch (error) {
    const cause = signal.aborted ? '按您说的停了。' : error instanceof Error ? error.message : String(error);
    throw new DeployError(
      `${cause}换到一半，有的页是新的，有的还是旧的。怎么改：再运行一次同样的命令，会接着换完；要回到原来的，用 --rollback。`,
    );
  }
}

/** What a deploy to a bucket needs to know. */
export interface BucketDeploy {
  readonly out: string;
  readonly today: IsoDate;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}

/**
 * Puts a built site into a bucket: first the content under its hash, where no reader comes, then everything in its place.
 * Does nothing where the same site is served already. Throws DeployError.
 */
export async function deployToBucket(
  shelf: Shelf,
  { out, today, signal, log }: BucketDeploy,
): Promise<Deployed & { readonly base: string }> {
  const { hashes, hash, base, isSample } = siteForServer(out);
  const { served, switching, withdrawn } = shelf.state;
  const told = { before: served, isSample, base };
  if (switching === null && isOfContent(served, hash) && served !== null)
    return { name: served, isNew: false, ...told };
  // A version that a killed run was switching to is completed under its own name, or was never whole.
  const again = [switching, served].find((name) => isOfContent(name, hash)) ?? null;
  const lost = unserved(shelf.versions, served).filter((name) => name !== again);
  const name = again ?? nextName(shelf.versions, today, hash);
  const files = Object.fromEntries(hashes);
  log(`网站有 ${hashes.size} 个文件，先传到桶里放着，正在用的不动……`);
  const sent = await shelf
    .keep(name, { base, files }, (path) => readFileSync(join(out, path)), signal)
    .catch((error: unknown) => {
      if (signal.aborted) throw new DeployError('已停止，正在用的网站没有动。');
      throw error instanceof DeployError ? new DeployError(`${error.message}没有传完，正在用的网站没有动。`) : error;
    });
  log(`传了 ${sent} 个，开始换。`);
  await switchTo(
    shelf,
    name,
    [...withdrawn, ...lost].filter((one) => one !== name),
    signal,
  );
  return { name, isNew: true, ...told };
}

/** Serves an earlier version again. A switch that was not completed is undone first of all. */
export async function rollBackInBucket(
  shelf: Shelf,
  asked: string | undefined,
  signal: AbortSignal,
): Promise<{ readonly name: string; readonly before: string | null }> {
  const { served, switching, withdrawn } = shelf.state;
  const isHalf = switching !== null && switching !== served;
  const name =
    asked === undefined && isHalf && served !== null ? served : rollbackTarget(shelf.versions, served, asked);
  const before = isHalf ? switching : served;
  if (switching === null && before === name) return { name, before };
  const changed = withdrawnBy(shelf.versions, name);
  const left = withdrawn.filter((one) => !changed.has(one));
  await switchTo(shelf, name, [...left, ...[...changed].flatMap(([one, is]) => (is ? [one] : []))], signal);
  return { name, before };
}

/** Forgets all versions but the latest `keep` and the one that is served; answers the names of those that went. */
export async function pruneBucket(shelf: Shelf, keep: number, signal: AbortSignal): Promise<readonly string[]> {
  const gone = beyond(shelf.versions, shelf.state.served, keep);
  await shelf.forget(gone, signal);
  return gone;
}
