import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { isMarked, MARKER } from '../../built/marker.ts';

/** Thrown when the site may not or can't be written to the output folder; the message is ready to print. */
export class OutputFolderError extends Error {
  override readonly name = 'OutputFolderError';
}

/** The folder that a build puts the site into: `OUT_DIR`, by default `dist`. */
export const outOf = (env: Readonly<Record<string, string | undefined>>, root: string): string =>
  resolve(root, env['OUT_DIR'] ?? 'dist');

/** Names of entries that file systems and desktops create by themselves. */
const OF_THE_DISK = new Set(['lost+found', '.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** Whether an entry was created by the file system or desktop, so that the folder still counts as empty. */
export const isOfTheDisk = (name: string): boolean => OF_THE_DISK.has(name);

/**
 * Resolves all links in a path, also where its end doesn't exist yet. Throws OutputFolderError where a link can't be
 * followed.
 */
export function realOf(path: string): string {
  const full = resolve(path);
  if (existsSync(full)) return realpathSync.native(full);
  if (lstatSync(full, { throwIfNoEntry: false }) !== undefined)
    throw new OutputFolderError(
      `输出文件夹 ${full} 是一个链接，指向的地方不存在。怎么改：删掉这个链接，或换一个文件夹（OUT_DIR）。`,
    );
  const parent = dirname(full);
  return parent === full ? full : join(realOf(parent), basename(full));
}

const isWithin = (path: string, folder: string) =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** Folders of the repository that the output may not lie in. */
const OWN = ['src', 'public', 'node_modules', '.git'];

const HISTORIES = new Set(['.git', '.hg', '.svn']);

/** The path of the first version control folder (.git …) anywhere below a folder; null where there is none. */
const historyIn = (folder: string): string | null => {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).find(({ name }) => HISTORIES.has(name));
  return found === undefined ? null : join(found.parentPath, found.name);
};

const ELSEWHERE = '怎么改：换一个空文件夹（OUT_DIR）。';

function refusal(out: string, root: string, input: readonly string[], home: string): string | null {
  const cache = join(root, '.cache');
  const around = [root, cache, home, ...input].map(realOf).find((one) => isWithin(one, out));
  if (around !== undefined || dirname(out) === out)
    return `是${around === undefined ? '磁盘的根' : `${around} 本身或包着它的文件夹`}，建站会把里面的东西全部删掉。${ELSEWHERE}`;
  const inside = [...input, ...OWN.map((name) => join(root, name))].map(realOf).find((one) => isWithin(out, one));
  if (inside !== undefined) return `在 ${inside} 里面，那里放的是源文件，不能放建好的网站。${ELSEWHERE}`;
  if (!existsSync(out)) return null;
  if (!statSync(out).isDirectory()) return `是一个文件，不是文件夹。怎么改：移走它，或换一个文件夹（OUT_DIR）。`;
  const history = historyIn(out);
  if (history !== null)
    return `里面有 ${history}，换掉网站会丢掉它的历史。怎么改：建到另一个文件夹（OUT_DIR），再把里面的东西拷过去。`;
  // Everything in the cache of the repository is ours, with or without a marker.
  const ours = isMarked(out) || isWithin(out, realOf(cache));
  if (ours || readdirSync(out).every(isOfTheDisk)) return null;
  return `里面有别的东西，又没有本程序的标记文件 ${MARKER}，可能是别人的网站，也可能是旧版本建的。怎么改：换一个空文件夹（OUT_DIR）；确认里面的东西都不要了，自己清空它再运行一次。`;
}

/**
 * Throws OutputFolderError unless the site may replace `out`, which must be missing, empty or marked by an earlier
 * build. `out` may not lie in the input or sources, nor be or contain the repository, `input` (data, texts) or `home`.
 */
export function assertReplaceable(out: string, root: string, input: readonly string[] = [], home = homedir()): void {
  const reason = refusal(realOf(out), root, [join(root, 'data'), join(root, 'content'), ...input], home);
  if (reason !== null) throw new OutputFolderError(`输出文件夹 ${out} ${reason}没有动它。`);
}
