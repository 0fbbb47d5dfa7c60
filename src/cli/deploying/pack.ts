import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { PACKED } from '../../built/servers/answers.ts';

const brotli = promisify(brotliCompress);
const gz = promisify(gzip);

/** Smaller files fit into one packet of the network anyway. */
const LEAST = 1024;
/** Pages are many and packed fast; scripts, styles and data are few and packed as far as it goes. */
const qualityOf = (path: string) => (path.endsWith('.html') ? 6 : 11);

/** The endings of the packed copies of a file. */
export const PACKINGS = ['.gz', '.br'] as const;

/** Writes the packed copies of a file beside it, with its date; none that would be larger than the file. */
export async function pack(path: string): Promise<void> {
  if (!PACKED.has(/\.([a-z]+)$/u.exec(path)?.[1] ?? '')) return;
  const bytes = await readFile(path);
  if (bytes.length < LEAST) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: qualityOf(path),
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const made = await Promise.all([gz(bytes, { level: 9 }), brotli(bytes, { params })]);
  const { mtime } = await stat(path);
  for (const [at, packed] of made.entries()) {
    if (packed.length >= bytes.length) continue;
    await writeFile(`${path}${PACKINGS[at] ?? ''}`, packed);
    await utimes(`${path}${PACKINGS[at] ?? ''}`, mtime, mtime);
  }
}
