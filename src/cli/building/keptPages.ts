import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Look } from '../../built/sheets/look.ts';
import { type Styled, withNewStyle } from '../../built/sheets/inlineSheets.ts';
import type { MadeFrom, MadeOrLeft } from '../../integrations/leftOut.ts';
import { secondName } from '../../loading/formats/secondName.ts';
import { writeTogether } from '../../loading/formats/writeTogether.ts';
import { nameFor } from './buildLock.ts';
import { ENV } from './environment.ts';
import type { FrozenInput } from './frozenInput.ts';
import { BuildFailedError, type Env } from './runAstro.ts';

/** What a build with KEEP_PAGES=1 notes of a file that the next one may take over. */
interface Made {
  readonly key: string;
  /** The place of its look among `looks`, and how its policy names its style; only where it has its own style. */
  readonly look?: number;
  readonly style?: string;
  /** Whether it is still the file that was made: anything that changes it changes one of these. */
  readonly bytes: number;
  readonly time: number;
}

interface Note {
  readonly program: string;
  readonly assets: string;
  readonly looks: readonly Look[];
  readonly files: Readonly<Record<string, Made>>;
}

const NOTHING: Note = { program: '', assets: '', looks: [], files: {} };

/** The file that notes what the site in `out` was made from. */
export const keptNoteOf = (cache: string, out: string): string => join(cache, `kept-${nameFor(out)}.json`);

/** The note of the last build; where it can't be read, all pages are made anew. */
function readNote(file: string): Note {
  if (!existsSync(file)) return NOTHING;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Note;
  } catch (error) {
    if (error instanceof SyntaxError) return NOTHING;
    throw error;
  }
}

/** The size and the time of the last change of a file; null where there is none. */
function stateOf(path: string): Pick<Made, 'bytes' | 'time'> | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined || !found.isFile() ? null : { bytes: found.size, time: found.mtimeMs };
}

/**
 * A digest of the program that makes the pages: sources, settings of Astro, the versions of its packages, the
 * environment, and whether the lookup is in parts, which takes another search. What the day and the data decide stands in
 * the keys of the pages.
 */
function programDigest({ root }: FrozenInput, env: Env, inParts: boolean): string {
  const hash = createHash('sha256').update(inParts ? 'in parts\n' : '');
  const other = new Set<string>(['SITE_TODAY', 'DATA_DIR', 'CONTENT_DIR']);
  for (const name of ENV) if (!other.has(name)) hash.update(`${name}=${env[name] ?? ''}\n`);
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((name) => /^src\/|^[^/]+\.(?:mjs|json)$/u.test(name))
    .sort();
  for (const name of files) {
    const bytes = readFileSync(join(root, name));
    hash.update(`${name} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

/** The pages of the last build into one folder, for a build with KEEP_PAGES=1 that holds its lock. */
export class KeptPages {
  readonly #out: string;
  readonly #note: string;
  readonly #before: Note;
  readonly #program: string;
  readonly #asked: string;
  #answered: MadeOrLeft | undefined;

  /** Reads the note in `cache` of what the site in `out` was made from, and asks Astro to leave out what is the same. */
  constructor(cache: string, out: string, frozen: FrozenInput, env: Env, inParts: boolean) {
    this.#out = out;
    this.#note = keptNoteOf(cache, out);
    this.#program = programDigest(frozen, env, inParts);
    const note = readNote(this.#note);
    this.#before = note.program === this.#program ? note : NOTHING;
    this.#asked = join(frozen.root, 'kept.json');
    const still = Object.entries(this.#before.files).filter(([file]) => this.#isStill(file));
    const keys = Object.fromEntries(still.map(([file, { key }]) => [file, key]));
    writeFileSync(this.#asked, JSON.stringify({ assets: this.#before.assets, keys } satisfies MadeFrom));
  }

  /** Whether a file of the site before is as it was made. */
  #isStill(file: string): boolean {
    const [made, now] = [this.#before.files[file], stateOf(join(this.#out, file))];
    return made !== undefined && made.bytes === now?.bytes && made.time === now.time;
  }

  /** What Astro's process is told. */
  get env(): Env {
    return { KEPT_NOTE: this.#asked };
  }

  /** What Astro has answered; only after its run. */
  get #answer(): MadeOrLeft {
    return (this.#answered ??= JSON.parse(readFileSync(this.#asked, 'utf8')) as MadeOrLeft);
  }

  /** The looks of the pages that Astro has left out and that have a style of their own. */
  looks(): ReadonlyMap<string, Look> {
    return new Map(
      this.#answer.left.flatMap((file) => {
        const look = this.#before.looks[this.#before.files[file]?.look ?? -1];
        return look === undefined ? [] : [[file, look] as const];
      }),
    );
  }

  /**
   * Puts the pages that Astro has left out into the folder of the new site: the same files under a second name, and where
   * their kind has another style now, new ones. Gives their names; throws BuildFailedError where somebody has changed one
   * of them since Astro was asked.
   */
  takeOver(ready: string, styled: ReadonlyMap<string, Styled>): ReadonlySet<string> {
    const { left } = this.#answer;
    for (const folder of new Set(left.map((file) => dirname(join(ready, file)))))
      mkdirSync(folder, { recursive: true });
    for (const file of left) {
      if (!this.#isStill(file))
        throw new BuildFailedError(
          `${join(this.#out, file)} 在建的时候被改了，没有发布，原来的网站没有动。再运行一次。`,
        );
      const [from, to] = [join(this.#out, file), join(ready, file)];
      const style = styled.get(file)?.style;
      if (style === undefined || style.source === this.#before.files[file]?.style) secondName(from, to);
      else writeFileSync(to, withNewStyle(readFileSync(from, 'latin1'), style), { encoding: 'latin1', flag: 'wx' });
    }
    return new Set(left);
  }

  /**
   * Notes what the site is made from that now stands in its place. Gives a line for the operator where that failed; the
   * only harm is that the next build makes all pages.
   */
  note(styled: ReadonlyMap<string, Styled>): string[] {
    try {
      writeTogether(dirname(this.#note), { [basename(this.#note)]: JSON.stringify(this.#noteOf(styled)) });
      return [];
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      return [`网站已经换好，但没有记下每一页是用什么做的（${said}）；下次会全部重做。`];
    }
  }

  #noteOf(styled: ReadonlyMap<string, Styled>): Note {
    const { assets, keys } = this.#answer;
    const looks = new Map<Look, number>();
    const files = Object.entries(keys).flatMap(([file, key]): [string, Made][] => {
      const state = stateOf(join(this.#out, file));
      if (state === null) return [];
      const own = styled.get(file);
      if (own === undefined) return [[file, { key, ...state }]];
      const look = looks.get(own.look) ?? looks.size;
      looks.set(own.look, look);
      return [[file, { key, look, style: own.style.source, ...state }]];
    });
    return { program: this.#program, assets, looks: [...looks.keys()], files: Object.fromEntries(files) };
  }
}
