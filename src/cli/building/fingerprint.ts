import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isMarked } from '../../built/marker.ts';
import { foldersOf } from '../../loading/folders.ts';
import { remove } from '../../loading/formats/replaceTogether.ts';
import { writeTogether } from '../../loading/formats/writeTogether.ts';
import { nameFor } from './buildLock.ts';
import { ENV } from './environment.ts';
import { keptNoteOf } from './keptPages.ts';

type Env = Readonly<Record<string, string | undefined>>;

const SOURCES = ['src', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A hash of everything that a build depends on: environment, and paths, sizes and times of sources and input. */
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

/** The path of the note that tells what the folder `out` was built from. */
const noteOf = (root: string, out: string) => join(root, '.cache', `built-${nameFor(out)}.json`);

/** What a site was built from, noted after each build, so that the next `npm start` can skip an unnecessary one. */
interface Note {
  readonly fingerprint: string;
  readonly cases: readonly string[];
}

/** The output folder that a note is about; null where the note can't be read, e.g. after the disk was full. */
function folderIn(note: string): string | null {
  try {
    const { out } = JSON.parse(readFileSync(note, 'utf8')) as { readonly out?: unknown };
    return typeof out === 'string' ? out : null;
  } catch {
    return null;
  }
}

/** Removes notes of folders that no longer exist, with those of their pages, and unreadable ones; gives the paths of the latter. */
function forgetGone(folder: string): string[] {
  const notes = readdirSync(folder)
    .filter((entry) => /^built-[0-9a-f]+\.json$/u.test(entry))
    .map((name) => ({ path: join(folder, name), out: folderIn(join(folder, name)) }));
  for (const { path, out } of notes) {
    if (out !== null && existsSync(out)) continue;
    rmSync(path, { force: true });
    if (out !== null) remove(keptNoteOf(folder, out));
  }
  return notes.filter(({ out }) => out === null).map(({ path }) => path);
}

/**
 * Writes the note of a build into `out`; its `cases` are those published on the day of the build. Gives lines for the
 * operator where a note couldn't be read or written; the only harm is that the next start builds again.
 */
export function noteBuild(root: string, out: string, note: Note): string[] {
  const file = noteOf(root, out);
  try {
    mkdirSync(dirname(file), { recursive: true });
    const broken = forgetGone(dirname(file));
    writeTogether(dirname(file), { [basename(file)]: JSON.stringify({ out, ...note }) });
    return broken.map((path) => `以前建站的记录 ${path} 坏了，已经删掉，不影响网站。`);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return [`网站已经换好，但建站的记录没有写成（${said}）；下次 npm start 会重新建一次。`];
  }
}

/** Whether `out` holds a site that was built from exactly this. */
export function isCurrent(root: string, out: string, note: Note): boolean {
  const file = noteOf(root, out);
  if (!existsSync(file) || !isMarked(out) || !existsSync(join(out, 'index.html'))) return false;
  return readFileSync(file, 'utf8') === JSON.stringify({ out, ...note });
}
