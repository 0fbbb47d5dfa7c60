import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMarked } from '../../built/marker.ts';
import { listFiles } from '../../built/listFiles.ts';
import { RELEASE_NOTE, type ReleaseNote } from '../../built/releaseNote.ts';
import { sha256 } from '../../loading/formats/digest.ts';
import { DeployError } from './deployError.ts';

/** A built site as a deploy takes it. */
export interface BuiltForServer {
  /** The path that it was built for, e.g. `/zt/sgz/`. */
  readonly base: string;
  readonly isSample: boolean;
  /** The SHA-256 of each file by its name. */
  readonly hashes: ReadonlyMap<string, string>;
  /** A hash of all names and contents. */
  readonly hash: string;
}

const AGAIN = '怎么改：再运行一次 npm run release。';

/**
 * Reads a built site and makes sure that it is one, and whole: what an official site holds must be what its release.json
 * lists. Throws DeployError otherwise.
 */
export function siteForServer(out: string): BuiltForServer {
  if (!isMarked(out) || !existsSync(join(out, 'index.html')))
    throw new DeployError(`${out} 里没有建好的网站，没有放上去。怎么改：先运行 npm run build 或 npm run release。`);
  const home = readFileSync(join(out, 'index.html'), 'utf8');
  const address = URL.parse(/<link rel="canonical" href="([^"]+)"/u.exec(home)?.[1] ?? '');
  const kind = /<html[^>]* data-kind="(\w+)"/u.exec(home)?.[1];
  if (address === null || kind === undefined) throw new DeployError(`${out} 的首页不完整，没有放上去。${AGAIN}`);
  const hashes = new Map(listFiles(out).map(({ path }) => [path, sha256(readFileSync(join(out, path)))]));
  const note = hashes.has(RELEASE_NOTE)
    ? (JSON.parse(readFileSync(join(out, RELEASE_NOTE), 'utf8')) as ReleaseNote)
    : null;
  if (note === null && kind !== 'sample')
    throw new DeployError(`${out} 是正式数据，但没有经过 npm run release，没有放上去。${AGAIN}`);
  const listed = new Map(Object.entries(note?.files ?? {}));
  const odd = [...hashes.keys(), ...listed.keys()].find(
    (path) => note !== null && path !== RELEASE_NOTE && hashes.get(path) !== listed.get(path),
  );
  if (odd !== undefined)
    throw new DeployError(`${out} 里的 ${odd} 和 ${RELEASE_NOTE} 对不上，发布以后被改过，没有放上去。${AGAIN}`);
  return {
    base: decodeURI(address.pathname),
    isSample: kind === 'sample',
    hashes,
    hash: sha256(Buffer.from([...hashes].map(([path, hash]) => `${hash} ${path}\n`).join(''))),
  };
}
