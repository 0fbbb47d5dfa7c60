import { KEPT_HEADERS, headersOf } from './headers.ts';
import { DeployError } from '../deployError.ts';
import { severalAtATime } from '../severalAtATime.ts';
import { versionsOf, type Version } from '../versions.ts';
import type { Bucket } from './bucket.ts';

/*
 * What lies below `.shegongzhan/` in a bucket: `objects/<sha256>` holds the content of every file of every version that is
 * kept, `versions/<name>.json` lists the files of one, `state.json` says which is served.
 */

const SHELF = '.shegongzhan/';
const STATE = `${SHELF}state.json`;
const VERSIONS = `${SHELF}versions/`;
const OBJECTS = `${SHELF}objects/`;
const PRIVATE = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };

/** The SHA-256 of files by their path. */
export type Hashes = Readonly<Record<string, string>>;

/** The files of one version, and the path that it was built for. */
export interface Manifest {
  readonly base: string;
  readonly files: Hashes;
}

/** What is served. */
export interface State {
  readonly served: string | null;
  /** The version that is being switched to; it stays where a run was killed in the middle. */
  readonly switching: string | null;
  /** Scripts and styles of the version before, for pages that are still open. */
  readonly lent: Hashes;
  readonly withdrawn: readonly string[];
}

/** How many requests are under way at a time. */
const AT_A_TIME = 8;
const NOTHING: State = { served: null, switching: null, lent: {}, withdrawn: [] };

const written = (value: unknown) => Buffer.from(JSON.stringify(value));

/** The versions that a bucket keeps. */
export class Shelf {
  readonly bucket: Bucket;
  readonly state: State;
  readonly #names: readonly string[];
  readonly #objects: Set<string>;

  private constructor(bucket: Bucket, state: State, names: readonly string[], objects: Set<string>) {
    this.bucket = bucket;
    this.state = state;
    this.#names = names;
    this.#objects = objects;
  }

  /** Reads what a bucket keeps. Throws DeployError where other things lie at that place and nothing of ours. */
  static async open(bucket: Bucket): Promise<Shelf> {
    const keys = await bucket.list(SHELF);
    const state = keys.includes(STATE) ? await bucket.get(STATE) : null;
    if (keys.length === 0) {
      const others = await bucket.list('', 3);
      if (others.length > 0)
        throw new DeployError(
          `桶里的这个地方有别的东西（${others.join('、')}），没有动它。怎么改：换一个空的桶或前缀，或把它们移走。`,
        );
    }
    const below = (start: string) => keys.flatMap((key) => (key.startsWith(start) ? [key.slice(start.length)] : []));
    const names = below(VERSIONS).map((name) => name.replace(/\.json$/u, ''));
    const known = state === null ? NOTHING : (JSON.parse(state.toString('utf8')) as State);
    return new Shelf(bucket, known, names, new Set(below(OBJECTS)));
  }

  /** The same shelf after something was changed. */
  again(): Promise<Shelf> {
    return Shelf.open(this.bucket);
  }

  /** The versions, the oldest first. */
  get versions(): readonly Version[] {
    return versionsOf(this.#names, (name) => this.state.withdrawn.includes(name));
  }

  /** The files of a version. Throws DeployError where its list is gone. */
  async manifest(name: string): Promise<Manifest> {
    const bytes = await this.bucket.get(`${VERSIONS}${name}.json`);
    if (bytes === null) throw new DeployError(`桶里没有 ${name} 的清单，不能用这一版。怎么改：换一版，或再放一次。`);
    return JSON.parse(bytes.toString('utf8')) as Manifest;
  }

  /** Keeps a version: first the content that isn't there yet, its list last. Answers how many files were sent. */
  async keep(
    name: string,
    manifest: Manifest,
    read: (path: string) => Uint8Array,
    signal: AbortSignal,
  ): Promise<number> {
    const pathOf = new Map(Object.entries(manifest.files).map(([path, hash]) => [hash, path]));
    const missing = [...pathOf].filter(([hash]) => !this.#objects.has(hash));
    await severalAtATime(missing, AT_A_TIME, signal, ([hash, path]) =>
      this.bucket.put(`${OBJECTS}${hash}`, read(path), KEPT_HEADERS),
    );
    await this.bucket.put(`${VERSIONS}${name}.json`, written(manifest), PRIVATE);
    return missing.length;
  }

  /** Serves files of the shelf at their paths. */
  async serve(files: readonly (readonly [path: string, hash: string])[], signal: AbortSignal): Promise<void> {
    await severalAtATime(files, AT_A_TIME, signal, ([path, hash]) =>
      this.bucket.copy(`${OBJECTS}${hash}`, path, headersOf(path)),
    );
  }

  /** Takes files away from where they are served. */
  async takeAway(paths: readonly string[], signal: AbortSignal): Promise<void> {
    await severalAtATime(paths, AT_A_TIME, signal, (path) => this.bucket.remove(path));
  }

  /** Writes down what is served. */
  async note(state: State): Promise<void> {
    await this.bucket.put(STATE, written(state), PRIVATE);
  }

  /** Forgets these versions, and all content that no other one needs. */
  async forget(names: readonly string[], signal: AbortSignal): Promise<void> {
    for (const name of names) await this.bucket.remove(`${VERSIONS}${name}.json`);
    const needed = new Set<string>();
    for (const { name } of this.versions)
      if (!names.includes(name)) for (const hash of Object.values((await this.manifest(name)).files)) needed.add(hash);
    const spare = [...this.#objects].filter((hash) => !needed.has(hash));
    await this.takeAway(
      spare.map((hash) => `${OBJECTS}${hash}`),
      signal,
    );
  }

  /** Whether anybody may read what is kept. */
  isOpen(): Promise<boolean> {
    return this.bucket.isOpen(STATE);
  }
}
