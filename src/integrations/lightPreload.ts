import type { Plugin } from 'vite';

/** The module that Vite writes into scripts which import others late. */
const HELPER = '\0vite/preload-helper.js';

/** Every page loads it: asking twice for a file is cheaper than remembering which were asked for. */
const codeFor = (base: string) => `
const late = () => document.createElement('link');
const rel = late().relList.supports('modulepreload') ? 'modulepreload' : 'preload';
export const __vitePreload = (load, files = []) => {
  if (location.protocol !== 'file:')
    for (const file of files)
      document.head.append(Object.assign(late(), { rel, as: 'script', crossOrigin: '', href: ${JSON.stringify(base)} + file }));
  return load();
};`;

/**
 * A Vite plugin that gives late scripts a small helper in the place of Vite's own, which every page loads: it asks at
 * once for all files that a late script will import, on a server, and leaves errors to the import. It knows no late style sheets.
 */
export function lightPreload(): Plugin {
  let base = '/';
  return {
    name: 'light-preload',
    enforce: 'pre',
    configResolved: (config) => void (base = config.base),
    load: (id) => (id === HELPER ? codeFor(base) : null),
  };
}
