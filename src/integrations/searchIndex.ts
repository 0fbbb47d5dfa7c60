import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/**
 * Folders of pages about places. There are many and they are found by name, so they get an index of their own and that
 * of texts stays small.
 */
const PLACES = ['stations', 'towns', 'districts', 'organizations'];

/** Files of Pagefind's own user interface, which are removed because we don't use it. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\.(?:js|css)$/u;

/** Throws where Pagefind has reported errors, which it gives as a list instead of throwing. */
function stopOn(errors: readonly string[], step: string): void {
  if (errors.length > 0) throw new Error(`全文索引没有做成（${step}）：${errors.join('；')}`);
}

/** A folder whose pages stand in no index: they are shown inside other sites. */
const WITHOUT = ['embed'];

/**
 * Makes one index of the pages that match, of what stands inside data-pagefind-body; gives the number of pages. Pages
 * that hold no such part are better left out by `glob`: all that match are read.
 */
async function makeIndex(dist: string, glob: string, out: string): Promise<number> {
  const { index, errors } = await createIndex({ forceLanguage: 'zh' });
  stopOn(errors, '启动');
  if (index === undefined) throw new Error('全文索引没有做成：Pagefind 没有启动');
  const added = await index.addDirectory({ path: dist, glob });
  stopOn(added.errors, '读取页面');
  const written = await index.writeFiles({ outputPath: out });
  stopOn(written.errors, '写入');
  for (const name of readdirSync(out)) if (UNUSED.test(name)) rmSync(join(out, name));
  return added.page_count;
}

/**
 * An Astro integration that builds two full-text indexes after the pages: pagefind/ of texts, pagefind/places/ of
 * places.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        // Small chunks of a few kilobytes, because one search loads up to eight of them.
        process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] ??= '1500';
        const dist = fileURLToPath(dir);
        const folders = readdirSync(dist, { withFileTypes: true })
          .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
          .map(({ name }) => name)
          .sort();
        const of = (name: string) => fileURLToPath(new URL(`${name}/`, dir));
        const texts = folders.filter((name) => ![...PLACES, ...WITHOUT].includes(name));
        const pages = await makeIndex(dist, `{${texts.join(',')}}/**/*.html`, of('pagefind'));
        const kept = folders.filter((name) => PLACES.includes(name));
        // One folder deeper lie posters, which stand in no index, and the lists of 居委会.
        const places = await makeIndex(
          dist,
          `{{${kept.join(',')}}/{*,*/*},districts/*/committees/*}.html`,
          of('pagefind/places'),
        );
        await close();
        logger.info(`全文索引：${pages} 页文字，${places} 页地方`);
      },
    },
  };
}
