import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'rolldown';
import { classicScript } from '../../loading/formats/classicScript.ts';

const ON_FILE = fileURLToPath(new URL('../../client/pack/onFile.ts', import.meta.url));

/** The name of the module that starts everything; it exists only while bundling. */
const ENTRY = 'pack:entry';

const plugin = (entry: string): Plugin => ({
  name: 'pack',
  resolveId: (id) => (id === ENTRY ? id : null),
  load: (id) => (id === ENTRY ? entry : null),
});

/**
 * These module scripts of a built site in `dir` as one classic script, because browsers load no module from a file. Each
 * page starts those that its tag names in `data-start`.
 */
export async function packScript(dir: string, files: readonly string[]): Promise<string> {
  const starts = files.map((file) => {
    const path = JSON.stringify(posix.join(dir.replaceAll('\\', '/'), file));
    return `${JSON.stringify(posix.basename(file))}:()=>import(${path})`;
  });
  const entry = [
    `import ${JSON.stringify(ON_FILE)};`,
    `const starts={${starts.join(',')}};`,
    `for(const name of document.currentScript.dataset.start.split(' '))starts[name]?.();`,
  ].join('\n');
  return (await classicScript({ input: ENTRY, target: 'es2020', plugins: [plugin(entry)] })).code;
}
