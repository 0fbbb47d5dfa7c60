import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../sizes.ts';

/** Where Eleventy is installed: it is no dependency of this program. */
const FOLDER = join(ROOT, '.cache', 'peers');
const HERE = join(ROOT, 'bench', 'peers');

/** Whether these packages are installed already. */
function isInstalled(): boolean {
  const [wanted, installed] = [join(HERE, 'package-lock.json'), join(FOLDER, 'package-lock.json')];
  const isSame = existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(wanted, 'utf8');
  return isSame && existsSync(join(FOLDER, 'node_modules', '.package-lock.json'));
}

/** Installs Eleventy where it isn't yet, in the version that bench/peers/package-lock.json names; gives the file that starts it. */
export function eleventy(stage: (name: string) => void): string {
  if (!isInstalled()) {
    stage('装 Eleventy');
    mkdirSync(FOLDER, { recursive: true });
    for (const name of ['package.json', 'package-lock.json', '.npmrc']) {
      const from = name === '.npmrc' ? ROOT : HERE;
      copyFileSync(join(from, name), join(FOLDER, name));
    }
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: FOLDER,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  }
  return join(FOLDER, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs');
}

/** The version of Hugo; null where there is none. */
const versionOf = () =>
  (spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout as string | null | undefined) ?? null;

/** Installs Debian's Hugo where there is none and we may; null where it can't be had, which is said. */
export function hugo(stage: (name: string) => void): string | null {
  if (versionOf() === null && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    stage('装 Hugo');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const rest of [['update'], ['install', '-y', '--no-install-recommends', 'hugo']])
      spawnSync('apt-get', ['-q', ...rest], { stdio: ['ignore', 'ignore', 'inherit'], env });
  }
  const version = versionOf();
  console.log(
    version?.trim() ??
      '没有 Hugo，这一项不比。要比：在 Debian 或 Ubuntu 上运行 sudo apt-get install hugo，别的系统见 gohugo.io，再运行一次。',
  );
  return version === null ? null : 'hugo';
}
