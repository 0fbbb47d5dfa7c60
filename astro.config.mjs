import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { satteri } from '@astrojs/markdown-satteri';
import isPseudoClass from '@csstools/postcss-is-pseudo-class';
import logical from 'postcss-logical';
import { defineConfig } from 'astro/config';
import { dataWatch } from './src/integrations/dataWatch.ts';
import { buildStages } from './src/integrations/buildStages.ts';
import { leftOut } from './src/integrations/leftOut.ts';
import { deskFile } from './src/integrations/deskFile.ts';
import { pagesIndex, searchIndex } from './src/integrations/searchIndex.ts';
import { contentDates } from './src/integrations/contentDates.ts';
import { contentLanguage } from './src/integrations/contentLanguage.ts';
import { contentLinks } from './src/integrations/contentLinks.ts';
import { contentTables } from './src/integrations/contentTables.ts';
import { scriptGroups } from './src/integrations/scriptGroups.ts';
import { scriptTargets, styleTargets } from './src/integrations/styles/browsers.ts';
import { containerWidths } from './src/integrations/styles/containerWidths.ts';
import { flatLayers } from './src/integrations/styles/flatLayers.ts';
import { quickRendering } from './src/integrations/rendering/quickRendering.ts';
import { lightPreload } from './src/integrations/lightPreload.ts';
import { privateNames } from './src/integrations/privateNames.ts';
import { tileHosts } from './src/domain/map/tiles.ts';
import { contentPolicy } from './src/domain/site/contentPolicy.ts';
import { isIndexed } from './src/domain/site/indexed.ts';
import { isInParts } from './src/domain/site/lookupParts.ts';

const site = process.env.SITE_URL ?? 'https://example.org';
const base = process.env.SITE_BASE ?? '/';
const outDir = process.env.OUT_DIR ?? './dist';
// `npm run portal` builds the pages of src/portal, which lead to the sites of several cities.
const isPortal = process.env.PORTAL_INPUT !== undefined;
const inParts = isInParts(process.env);
/** The modules that a build has in the place of others, which are then left out. */
const replaced = [
  { find: /^leaflet$/u, by: './src/client/map/leaflet.ts' },
  ...(isPortal ? [{ find: /^\.\/siteSearch\.ts$/u, by: './src/client/search/membersSearch.ts' }] : []),
  ...(inParts ? [{ find: /^\.\/engine\.ts$/u, by: './src/client/search/partsEngine.ts' }] : []),
].map(({ find, by }) => ({ find, replacement: fileURLToPath(new URL(by, import.meta.url)) }));
const boot = readFileSync(new URL('./src/client/boot.js', import.meta.url), 'utf8');
const policy = contentPolicy(
  createHash('sha256').update(boot).digest('base64'),
  process.env.TIANDITU_KEY ? tileHosts(process.env.TILE_URL) : [],
);

// A build that keeps pages makes only those that have changed.
const kept = leftOut(process.env.KEPT_NOTE, outDir, new URL(base.replace(/\/?$/u, '/'), site));

export default defineConfig({
  site,
  base,
  srcDir: isPortal ? './src/portal' : './src',
  outDir,
  cacheDir: process.env.ASTRO_CACHE_DIR ?? './node_modules/.astro',
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  build: { concurrency: 8, inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      features: { smartPunctuation: false },
      hastPlugins: [contentLinks(base), contentDates(), contentLanguage(), contentTables()],
    }),
  },
  vite: {
    define: {
      'import.meta.env.OF_MEMBERS': String(isPortal),
      'import.meta.env.OF_PARTS': String(inParts),
      'import.meta.env.CONTENT_POLICY': JSON.stringify(policy),
    },
    resolve: { alias: replaced },
    // The worker of the search loads the full text late.
    worker: { format: 'es', plugins: () => [privateNames()] },
    plugins: [privateNames(), lightPreload(), quickRendering()],
    // Everything is written for the browsers that package.json names, old ones too.
    css: {
      postcss: { plugins: [isPseudoClass(), logical(), flatLayers(), containerWidths()] },
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: scriptGroups,
              },
            },
          },
        },
      },
    },
    build: {
      target: scriptTargets,
      cssTarget: styleTargets,
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro marks MDX modules with a directive that the bundler doesn't know; it is told so once a file.
        onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
      },
    },
  },
  integrations: [
    mdx(),
    sitemap({
      filter: (page) => isIndexed(new URL(page).pathname.slice(base.replace(/\/$/u, '').length)),
      customPages: kept.addresses,
    }),
    ...(isPortal ? [] : [dataWatch()]),
    // A build runs in a process of its own; the command that started it shows how far it is.
    buildStages((message) => process.send?.(message), kept.toMake),
    ...(isPortal ? [pagesIndex()] : [searchIndex(), deskFile()]),
  ],
});
