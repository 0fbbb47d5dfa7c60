import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { foldersOf } from '../../loading/folders.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Variables that change what is built. */
const ENV = ['SITE_URL', 'SITE_BASE', 'SITE_TODAY', 'DATA_DIR', 'CONTENT_DIR', 'TIANDITU_KEY', 'TILE_URL'] as const;

const SOURCES = ['src', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A hash of everything a build depends on: names, sizes and times of sources and input, and the environment. */
export function fingerprint(root: string, env: Env): string {
  const { data, content } = foldersOf(env, root);
  const hash = createHash('sha256');
  for (const name of ENV) hash.update(`${name}=${env[name] ?? ''}\n`);
  for (const path of [...SOURCES.map((name) => join(root, name)), data, content].flatMap(filesUnder)) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** The note about what the folder `out` was built from. */
const noteOf = (root: string, out: string) =>
  join(root, '.cache', `built-${createHash('sha256').update(out).digest('hex').slice(0, 12)}.json`);

/** What a finished build leaves behind, so that the next start can tell whether it is still current. */
interface Note {
  readonly fingerprint: string;
  readonly cases: readonly string[];
}

/** Removes the notes of folders that are gone. */
function forgetGone(folder: string): void {
  for (const name of readdirSync(folder).filter((entry) => /^built-[0-9a-f]+\.json$/u.test(entry))) {
    const { out = '' } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { out?: string };
    if (!existsSync(out)) rmSync(join(folder, name));
  }
}

/** Writes down what `out` was built from; `cases` are those that were published on the day of the build. */
export function noteBuild(root: string, out: string, note: Note): void {
  const file = noteOf(root, out);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ out, ...note }));
  forgetGone(dirname(file));
}

/** Whether `out` holds a site built from exactly this. */
export function isCurrent(root: string, out: string, note: Note): boolean {
  const file = noteOf(root, out);
  if (!existsSync(file) || !existsSync(join(out, 'index.html'))) return false;
  return readFileSync(file, 'utf8') === JSON.stringify({ out, ...note });
}
