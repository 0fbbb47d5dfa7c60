import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { listFiles } from '../../src/built/listFiles.ts';
import { isBuilt } from '../../src/cli/building/buildSite.ts';
import { foldersOf, type Folders } from '../../src/loading/folders.ts';
import { CITY } from '../loading/city.ts';
import { ROOT, siteIn, type BuiltSite } from './builtSite.ts';
import { writeFullCity } from './fullCity.ts';
import { writeActingCity } from './hostileRows.ts';
import { writtenOnce } from './writtenOnce.ts';

type Env = Readonly<Record<string, string>>;

/** What this run may have been started with and a build of the city must not inherit. */
const OWN = new Set(['SITE_BASE', 'SITE_URL', 'TIANDITU_KEY', 'TILE_URL', 'OUT_DIR']);

/** The environment of a build of the invented city, on a fixed day. */
function cityEnv(env: Env): NodeJS.ProcessEnv {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN.has(name)));
  const { data, content } = CITY;
  const city = {
    DATA_DIR: data,
    CONTENT_DIR: content,
    SITE_URL: 'https://sgz.yunze.example',
    SITE_TODAY: '2026-11-23',
  };
  return { ...inherited, ...city, ...env };
}

/** How a build ended, and what it said. */
export interface BuildEnd {
  readonly code: number | null;
  readonly output: string;
}

/** A build, or a release, of the invented city that is under way. `before` are words of a command that starts it. */
export function startCityBuild(
  env: Env,
  command: 'build' | 'release' = 'build',
  before: readonly string[] = [],
): { readonly child: ChildProcess; readonly ended: Promise<BuildEnd> } {
  const [program, ...words] = [...before, process.execPath, join(ROOT, `src/cli/${command}.ts`)] as const;
  const child = spawn(program, words, {
    cwd: ROOT,
    env: cityEnv(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<BuildEnd>((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => done({ code, output: Buffer.concat(chunks).toString('utf8') }));
  });
  return { child, ended };
}

/** Builds the invented city; throws with the build's own words when it fails. */
export async function buildCity(env: Env): Promise<string> {
  const { code, output } = await startCityBuild(env).ended;
  if (code !== 0) throw new Error(`the build of the city ended with ${code}:\n${output}`);
  return output;
}

/** The hash of every file below a folder, by path. */
export function hashesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map(({ path }) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );
}

/** The folders of cities that are written before they are built: with what acts in their rows, and with all that may be added. */
const HOSTILE = join(ROOT, '.cache', 'hostile');
const FULL = join(ROOT, '.cache', 'full');
const inputIn = (home: string) => ({ DATA_DIR: join(home, 'data'), CONTENT_DIR: join(home, 'content') });

/** Builds of the city that tests only read, each in a folder of its own below `.cache/`: what it is built with. */
const SHARED = {
  city: {},
  full: { ...inputIn(FULL), TIANDITU_KEY: 'test', TILE_URL: 'http://tiles.example/{s}/{layer}' },
  hostile: inputIn(HOSTILE),
} as const satisfies Readonly<Record<string, Env>>;

/** The names of these builds. */
export const SHARED_NAMES = Object.keys(SHARED) as (keyof typeof SHARED)[];

/** Writes what a build reads that is no fixture. */
const WRITTEN: Readonly<Partial<Record<keyof typeof SHARED, () => Promise<void>>>> = {
  full: () => writtenOnce(FULL, 'fullCity.ts', writeFullCity),
  hostile: () => writtenOnce(HOSTILE, 'hostileRows.ts', writeActingCity),
};

/** Waits until no other process holds the lock of this name, does the work, and lets go. */
async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const lock = join(ROOT, '.cache', `${name}.lock`);
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      if (!isAlive(lock)) rmSync(lock, { force: true });
      else await wait(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Whether the process that wrote a lock still runs; one that is just being written counts as held. */
function isAlive(lock: string): boolean {
  const pid = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
  if (pid === 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The folders that the build of this name reads. */
export const foldersOfBuilt = (name: keyof typeof SHARED): Folders => foldersOf(cityEnv(SHARED[name]), ROOT);

/**
 * The invented city as tests read it: `full` with all that may be added to it (fullCity.ts) and the provider's map,
 * `hostile` with rows that act. Built at most once for the same sources and input, however many processes ask for it,
 * and kept for the next run.
 */
export async function builtCity(name: keyof typeof SHARED = 'city'): Promise<BuiltSite> {
  const out = join(ROOT, '.cache', `test-${name}`);
  const env = { ...SHARED[name], OUT_DIR: out };
  await alone('test-cities', async () => {
    await WRITTEN[name]?.();
    if (!isBuilt(ROOT, cityEnv(env))) await buildCity(env);
  });
  return siteIn(out);
}
