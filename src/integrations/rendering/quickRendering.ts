import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const RUNTIME = fileURLToPath(new URL('./runtime.ts', import.meta.url));

/**
 * A Vite plugin that lets the components of a build ask our `renderComponent` in the place of Astro's: the same pages
 * with less work. While the site is worked on, Astro's own is used.
 */
export function quickRendering(): Plugin {
  return {
    name: 'quick-rendering',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id, importer) =>
      id === 'astro/compiler-runtime' && importer?.endsWith('.astro') === true ? RUNTIME : null,
  };
}
