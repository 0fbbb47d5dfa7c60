import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Folders } from '../../loading/folders.ts';
import { settleFiles } from '../../loading/formats/writeTogether.ts';
import { remove } from './folderSwap.ts';

/** What Astro reads of the repository beside the data and the texts. */
const SOURCES = ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/**
 * Everything that one build reads, copied at one moment into a folder of its own: what is checked is what is built,
 * whatever is edited meanwhile, and no other build shares Astro's intermediate files.
 */
export interface FrozenInput extends Folders {
  /** The folder that Astro takes for the repository. */
  readonly root: string;
  readonly public: string;
  /** Where Astro writes the site. */
  readonly site: string;
}

/** A link that leads nowhere, a socket or a pipe is no input. */
const isInput = (path: string) => {
  const found = existsSync(path) ? statSync(path) : null;
  return found !== null && (found.isFile() || found.isDirectory());
};

/** Copies sources, data and texts into `work`, a folder of this build alone inside the repository. */
export function freezeInput(root: string, { data, content }: Folders, work: string): FrozenInput {
  settleFiles(data);
  remove(work);
  mkdirSync(join(work, 'data'), { recursive: true });
  const copy = (from: string, to: string) => {
    if (existsSync(from)) cpSync(from, join(work, to), { recursive: true, dereference: true, filter: isInput });
  };
  for (const name of SOURCES) copy(join(root, name), name);
  copy(content, 'content');
  // Tables lie in the data folder itself; what else an editor keeps there is not read.
  for (const name of existsSync(data) ? readdirSync(data) : []) {
    const path = join(data, name);
    if (isInput(path) && statSync(path).isFile()) copyFileSync(path, join(work, 'data', name));
  }
  return {
    root: work,
    data: join(work, 'data'),
    content: join(work, 'content'),
    public: join(work, 'public'),
    site: join(work, 'site'),
  };
}
