import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { listFiles } from '../built/listFiles.ts';
import { lastingAddresses, MANIFEST, readManifest, writeManifest } from '../built/urlManifest.ts';
import { foldersOf } from '../loading/folders.ts';
import { load } from '../loading/input.ts';
import { buildSite, isBuilt } from './building/buildSite.ts';
import { outOf } from './building/outputFolder.ts';
import { BuildFailedError } from './building/runAstro.ts';
import { tellFailure } from './failure.ts';
import { onTerminal } from './onTerminal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/u, '');
const { env } = process;

/** Reads the options of the command. Throws BuildFailedError with the usage where one is unknown. */
function parse(): { readonly new: boolean } {
  try {
    return parseArgs({ options: { new: { type: 'boolean', default: false } } }).values;
  } catch {
    throw new BuildFailedError('用法：npm run urls -- [--new]\n  --new   不要原来的网址了，重新记一份');
  }
}

try {
  const values = parse();
  const { data } = foldersOf(env, root);
  if (!isBuilt(root, env)) {
    await buildSite({ ...onTerminal(root), freshAddresses: values.new });
  }
  const built = lastingAddresses(
    listFiles(outOf(env, root)).map(({ path }) => path),
    load(foldersOf(env, root)),
  );
  const known = new Set(values.new ? [] : (readManifest(data) ?? []));
  const added = built.filter((address) => !known.has(address));
  // Written after the build, so that a failed build leaves the list as it was.
  writeManifest(data, [...known, ...added]);
  console.log(`${MANIFEST} 里有 ${known.size + added.length} 个网址，这次新记 ${added.length} 个。请和改动一起提交。`);
} catch (error) {
  tellFailure(error);
}
