import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { listFiles } from '../built/pageAudit.ts';
import { lastingAddresses, MANIFEST, readManifest, writeManifest } from '../built/urlManifest.ts';
import { foldersOf } from '../loading/folders.ts';
import { load } from '../loading/input.ts';
import { buildSite, isBuilt, isForOperator, outOf } from './building/buildSite.ts';
import { untilStopped } from './signals.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/u, '');
const { env } = process;

try {
  const { values } = parseArgs({ options: { new: { type: 'boolean', default: false } } });
  const folders = foldersOf(env, root);
  if (values.new) writeManifest(folders.data, []);
  if (!isBuilt(root, env)) {
    await buildSite({ root, env, log: (line) => console.log(line), signal: untilStopped() });
  }
  const built = lastingAddresses(
    listFiles(outOf(env, root)).map(({ path }) => path),
    load(folders),
  );
  const known = new Set(readManifest(folders.data) ?? []);
  const added = built.filter((address) => !known.has(address));
  writeManifest(folders.data, [...known, ...added]);
  console.log(`${MANIFEST} 里有 ${known.size + added.length} 个网址，这次新记 ${added.length} 个。请和改动一起提交。`);
} catch (error) {
  if (!isForOperator(error)) throw error;
  console.error(error.message);
  process.exitCode ??= 1;
}
