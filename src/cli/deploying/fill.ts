import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { secondName } from '../../loading/formats/secondName.ts';
import { pack, PACKINGS } from './pack.ts';
import { severalAtATime } from './severalAtATime.ts';

/** The file in a release that lists what it only keeps for pages of the release before. */
const LENT = 'lent.txt';
/** How many files are packed at a time; zlib has four threads. */
const AT_A_TIME = 4;

const isSame = (a: string, b: string) =>
  existsSync(b) && statSync(a).size === statSync(b).size && readFileSync(a).equals(readFileSync(b));

/** Gives a file and its packed copies a second name. */
function linkWithPackings(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  for (const ending of ['', ...PACKINGS])
    if (existsSync(from + ending) && !existsSync(to + ending)) secondName(from + ending, to + ending);
}

/**
 * Copies a file; its date is at least a second after that of the file before. Servers and rsync tell versions of a file
 * apart by size and date in whole seconds.
 */
function copy(from: string, to: string, before: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  if (!existsSync(before)) return;
  const least = Math.floor(statSync(before).mtimeMs / 1000) + 1;
  if (statSync(to).mtimeMs / 1000 < least) utimesSync(to, least, least);
}

/**
 * Copies the files of a site into a release and packs them. A file that the release before has with the same content
 * gets a second name instead, so that it takes no room and keeps its date.
 * `tell` is told how many are done.
 */
export async function fillRelease(
  files: readonly string[],
  site: string,
  www: string,
  before: string | null,
  { signal, tell }: { readonly signal: AbortSignal; readonly tell: (done: number, total: number) => void },
): Promise<void> {
  let done = 0;
  await severalAtATime(files, AT_A_TIME, signal, async (path) => {
    const [from, to, old] = [join(site, path), join(www, path), join(before ?? site, path)];
    if (before !== null && isSame(from, old)) linkWithPackings(old, to);
    else {
      copy(from, to, before === null ? '' : old);
      await pack(to);
    }
    done += 1;
    tell(done, files.length);
  });
}

const lentIn = (release: string) =>
  existsSync(join(release, LENT)) ? readFileSync(join(release, LENT), 'utf8').split('\n') : [];

/**
 * Keeps the scripts and styles of one release in another, so that pages that were loaded before a switch still find
 * theirs. Nothing else is kept: what was taken down must be gone. `base` is the path of both sites in their www.
 */
export function lendAssets(from: string, to: string, base: string): void {
  const [source, goal] = [from, to].map((release) => join(release, 'www', base, '_astro'));
  if (source === undefined || goal === undefined || !existsSync(source)) return;
  const lent = new Set(lentIn(from));
  const names = readdirSync(source).filter(
    (name) => /\.(?:js|css)$/u.test(name) && !lent.has(name) && !existsSync(join(goal, name)),
  );
  if (names.length === 0) return;
  writeFileSync(join(to, LENT), [...lentIn(to), ...names].join('\n'));
  for (const name of names) linkWithPackings(join(source, name), join(goal, name));
}
