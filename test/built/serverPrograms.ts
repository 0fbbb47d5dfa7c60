import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../site/builtSite.ts';

const UNPACKED = join(ROOT, '.cache', 'servers');

const onPath = (name: string) => spawnSync(name, ['-v'], { stdio: 'ignore' }).error === undefined;

/**
 * Unpacks the Debian packages of nginx and Caddy into the cache, where they start no service. False where that can't
 * be done: no Debian, or no list of packages.
 */
function unpack(): boolean {
  if (existsSync(UNPACKED)) return true;
  const part = `${UNPACKED}.part-${process.pid}`;
  mkdirSync(part, { recursive: true });
  const run = (command: string, args: readonly string[]) =>
    spawnSync(command, args, { cwd: part, stdio: 'ignore' }).status === 0;
  const fetched = run('apt-get', ['-q', 'download', 'nginx', 'caddy']);
  const files = readdirSync(part).filter((file) => file.endsWith('.deb'));
  const done = fetched && files.length === 2 && files.every((file) => run('dpkg-deb', ['-x', file, 'root']));
  if (done) renameSync(join(part, 'root'), UNPACKED);
  rmSync(part, { recursive: true, force: true });
  return done;
}

/** The path of a web server: of this machine, else of the Debian package in the cache; null where there is neither. */
export function serverProgram(name: 'nginx' | 'caddy'): string | null {
  if (onPath(name)) return name;
  if (!unpack()) return null;
  const path = join(UNPACKED, 'usr', name === 'nginx' ? 'sbin' : 'bin', name);
  return existsSync(path) && onPath(path) ? path : null;
}
