import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beside, SERVER_FILES, USUAL_ROOT } from '../../built/servers/files.ts';
import type { IsoDate } from '../../domain/time/dates.ts';
import { remove } from '../../loading/formats/replaceTogether.ts';
import { syncTree } from '../../loading/formats/sync.ts';
import { DeployError } from './deployError.ts';
import { fillRelease, lendAssets } from './fill.ts';
import {
  assertOurs,
  clearUnserved,
  currentOf,
  folderOf,
  markWithdrawn,
  openPart,
  releasesIn,
  switchTo,
} from './releases.ts';
import { siteForServer } from './site.ts';
import { isOfContent, nextName, rollbackTarget, withdrawnBy } from './versions.ts';

/** What a deploy needs to know. */
export interface DeployOptions {
  /** The folder of the built site. */
  readonly out: string;
  /** The folder of the server. */
  readonly dir: string;
  /** The path of that folder on the server, which its configurations name. */
  readonly onServer: string;
  readonly today: IsoDate;
  readonly signal: AbortSignal;
  /** Told how many files of how many are in their place. */
  readonly tell?: (done: number, total: number) => void;
}

/** What a deploy has done: the release that is served now, the one before, and whether anything was new. */
export interface Deployed {
  readonly name: string;
  readonly before: string | null;
  readonly isNew: boolean;
  readonly isSample: boolean;
}

/** The file in a release that says which path it was built for. */
const BASE = 'base.txt';
const baseOf = (release: string) => (existsSync(join(release, BASE)) ? readFileSync(join(release, BASE), 'utf8') : '/');

/** Signs that mean something inside quotes in a configuration of nginx or Caddy, or end a line. */
const MEANING = /["\\`${}\p{Cc}]/u;

/** The configurations that lie beside the built site, for the folder on this server. */
function configurations(out: string, onServer: string): Map<string, string> {
  const sign = MEANING.exec(onServer)?.[0];
  if (sign !== undefined)
    throw new DeployError(
      `服务器的设置里写不了带“${sign}”的路径：${onServer}。没有放上去。怎么改：换一个路径，不用引号、反斜杠、$ 和大括号。`,
    );
  return new Map(
    SERVER_FILES.map((name) => {
      const path = beside(out, name);
      if (!existsSync(path))
        throw new DeployError(`${out} 旁边没有 ${basename(path)}，没有放上去。怎么改：再建一次，不要只搬 ${out}。`);
      return [name, readFileSync(path, 'utf8').replaceAll(USUAL_ROOT, `${onServer}/current/www`)];
    }),
  );
}

/** Whether a release holds these configurations. */
const hasServerFiles = (release: string, texts: ReadonlyMap<string, string>): boolean =>
  [...texts].every(([file, text]) => {
    const path = join(release, 'server', file);
    return existsSync(path) && readFileSync(path, 'utf8') === text;
  });

/**
 * Puts a built site into the folder of a server: whole and packed beside the others, then served in one step, or not at
 * all. Does nothing where the same site is served already, with the same configurations. Throws DeployError or an error of the disk.
 */
export async function deploySite({
  out,
  dir,
  onServer,
  today,
  signal,
  tell = () => undefined,
}: DeployOptions): Promise<Deployed> {
  assertOurs(dir);
  const site = siteForServer(out);
  const texts = configurations(out, onServer);
  clearUnserved(dir);
  const before = currentOf(dir);
  const name = nextName(releasesIn(dir), today, site.hash);
  const { isSample } = site;
  if (before !== null && isOfContent(before, site.hash) && hasServerFiles(folderOf(dir, before), texts))
    return { name: before, before, isNew: false, isSample };
  const part = openPart(dir);
  try {
    const old = before === null ? null : folderOf(dir, before);
    await fillRelease([...site.hashes.keys()], out, join(part, 'www', site.base), old && join(old, 'www', site.base), {
      signal,
      tell,
    });
    mkdirSync(join(part, 'server'));
    for (const [file, text] of texts) writeFileSync(join(part, 'server', file), text);
    writeFileSync(join(part, BASE), site.base);
    if (old !== null && baseOf(old) === site.base) lendAssets(old, part, site.base);
    syncTree(part);
    signal.throwIfAborted();
    renameSync(part, folderOf(dir, name));
    switchTo(dir, name);
  } catch (error) {
    remove(part);
    throw signal.aborted ? new DeployError('已停止，正在用的网站没有动。') : error;
  }
  return { name, before, isNew: true, isSample };
}

/** Serves an earlier release again, in one step; answers its name. Those that are newer are marked as rolled back. */
export function rollBack(
  dir: string,
  asked: string | undefined,
): { readonly name: string; readonly before: string | null } {
  assertOurs(dir);
  clearUnserved(dir);
  const before = currentOf(dir);
  const name = rollbackTarget(releasesIn(dir), before, asked);
  if (before === name) return { name, before };
  const [from, to] = [before === null ? null : folderOf(dir, before), folderOf(dir, name)];
  if (from !== null && baseOf(from) === baseOf(to)) lendAssets(from, to, baseOf(to));
  switchTo(dir, name);
  for (const [one, withdrawn] of withdrawnBy(releasesIn(dir), name)) markWithdrawn(dir, one, withdrawn);
  return { name, before };
}
