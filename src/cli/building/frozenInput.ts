import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Folders } from '../../loading/folders.ts';
import { settleFiles } from '../../loading/formats/writeTogether.ts';
import { remove } from '../../loading/formats/replaceTogether.ts';

/** What Astro reads of the repository besides data and texts. */
const SOURCES = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * A copy of everything that one build reads, in a folder of its own. So what was checked is what is built, whatever is
 * edited meanwhile, and builds at the same time don't share Astro's intermediate files.
 */
export interface FrozenInput extends Folders {
  /** The copy of the repository that Astro runs in. */
  readonly root: string;
  readonly public: string;
  /** The folder that Astro writes the site into. */
  readonly site: string;
}

/** Where Astro keeps what it may use again, within the folder of one build. */
export const astroCache = ({ root }: FrozenInput): string => join(root, '.astro-cache');

/** Whether a path is to be copied: dangling links, sockets and pipes are not. */
const isInput = (path: string) => {
  const found = existsSync(path) ? statSync(path) : null;
  return found !== null && (found.isFile() || found.isDirectory());
};

const copy = (from: string, to: string) => {
  if (existsSync(from)) cpSync(from, to, { recursive: true, dereference: true, filter: isInput });
};

/** Copies the sources of the program into `work`, a folder of this build alone inside the repository, with no data. */
export function freezeSources(root: string, work: string): FrozenInput {
  remove(work);
  mkdirSync(join(work, 'data'), { recursive: true });
  for (const name of SOURCES) copy(join(root, name), join(work, name));
  return {
    root: work,
    data: join(work, 'data'),
    content: join(work, 'content'),
    public: join(work, 'public'),
    site: join(work, 'site'),
  };
}

/** Copies sources, data and texts into `work`. */
export function freezeInput(root: string, { data, content }: Folders, work: string): FrozenInput {
  settleFiles(data);
  const frozen = freezeSources(root, work);
  copy(content, frozen.content);
  // Only files in the data folder itself are tables; whatever else an editor keeps in folders there is not read.
  for (const name of existsSync(data) ? readdirSync(data) : []) {
    const path = join(data, name);
    if (isInput(path) && statSync(path).isFile()) copyFileSync(path, join(frozen.data, name));
  }
  return frozen;
}
