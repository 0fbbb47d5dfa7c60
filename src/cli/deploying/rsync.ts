import { spawnSync } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { remove } from '../../loading/formats/replaceTogether.ts';
import { DeployError } from './deployError.ts';

/** Links stay links, files with several names keep them, dates stay, and everybody may read. */
const OPTIONS = ['-rltH', '--chmod=D755,F644', '--exclude=.part-*', '--exclude=.current-*'];

/** Runs rsync to its end and answers how it ended. Throws DeployError where it is not installed. */
function statusOf(args: readonly string[]): number | null {
  const { error, status } = spawnSync('rsync', [...OPTIONS, ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT')
    throw new DeployError(
      '这台电脑上没有 rsync。怎么改：装上它（Debian、Ubuntu：apt-get install rsync），再运行一次。',
    );
  if (error !== undefined) throw error;
  return status;
}

function rsync(args: readonly string[], what: string): void {
  const status = statusOf(args);
  if (status !== 0)
    throw new DeployError(
      `${what}（rsync 结束码 ${status}，原话见上面）。怎么改：看网络、账号和那边的磁盘，再运行一次同样的命令。`,
    );
}

/** The path in an rsync target: `deploy@host:/srv/sgz` → `/srv/sgz`. Throws DeployError where it is no full path. */
export function pathOnServer(target: string): string {
  const path = /^(?:[^/:]+:)?(\/.+?)\/*$/u.exec(target)?.[1];
  if (path === undefined)
    throw new DeployError(
      `看不懂 --rsync 后面的“${target}”。怎么改：按 deploy@www.example.gov.cn:/srv/shegongzhan 的样子写。`,
    );
  return path;
}

/** How rsync ends where something that it was asked for is not there. */
const NOT_THERE = 23;

/**
 * Fetches the releases of a server into the folder here where it doesn't exist yet, whole or not at all: what is missing
 * here is removed there afterwards. A new server has none. Throws DeployError where they can't be fetched.
 */
export function fetchReleases(dir: string, target: string): void {
  if (existsSync(dir)) return;
  const part = `${dir}.part-${process.pid}`;
  try {
    const status = statusOf(['--mkpath', `${target}/`, `${part}/`]);
    const isNew = status === NOT_THERE && !existsSync(join(part, 'releases'));
    if (status !== 0 && !isNew)
      throw new DeployError(
        `没有取到那边的几版，什么也没有动（rsync 结束码 ${status}，原话见上面）。怎么改：看网络和账号，再运行一次同样的命令。`,
      );
    if (!isNew) renameSync(part, dir);
  } finally {
    remove(part);
  }
}

/**
 * Brings a server to the state of the folder here: first the releases, then the link, which rsync replaces in one step,
 * last what is to be removed. Throws DeployError; until the link has come the server serves what it did.
 */
export function pushReleases(dir: string, target: string): void {
  rsync(['--mkpath', `${join(dir, 'releases')}/`, `${target}/releases/`], '没有传完，那边的网站没有动');
  rsync([join(dir, 'current'), `${target}/`], '传完了，没有切换，那边的网站没有动');
  rsync(['--delete', `${join(dir, 'releases')}/`, `${target}/releases/`], '已经切换，那边旧的没有删掉');
}
