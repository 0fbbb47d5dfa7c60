import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { keptInput } from '../loading/keptInput.ts';
import { stationTexts, type IndexedText } from './stationTexts.ts';

/**
 * Folders whose pages aren't read for the full text: there are many pages of places, and they are found by name; what
 * else stands on those of stations comes from the rows. Pages of `embed` are shown inside other sites.
 */
const WITHOUT = ['stations', 'towns', 'districts', 'organizations', 'embed'];
/** So many texts are on their way to Pagefind at once. */
const AT_ONCE = 64;

/** Files of Pagefind's own user interface, which are removed because we don't use it. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\.(?:js|css)$/u;

/** Throws where Pagefind has reported errors, which it gives as a list instead of throwing. */
function stopOn(errors: readonly string[], step: string): void {
  if (errors.length > 0) throw new Error(`全文索引没有做成（${step}）：${errors.join('；')}`);
}

/** Makes an index of what `fill` puts into it, which gives the number of pages and the errors of Pagefind. */
async function makeIndex(
  out: string,
  fill: (index: PagefindIndex) => Promise<{ readonly pages: number; readonly errors: readonly string[] }>,
): Promise<number> {
  const { index, errors } = await createIndex({ forceLanguage: 'zh' });
  stopOn(errors, '启动');
  if (index === undefined) throw new Error('全文索引没有做成：Pagefind 没有启动');
  const filled = await fill(index);
  stopOn(filled.errors, '读取页面');
  const written = await index.writeFiles({ outputPath: out });
  stopOn(written.errors, '写入');
  await index.deleteIndex();
  for (const name of readdirSync(out)) if (UNUSED.test(name)) rmSync(join(out, name));
  return filled.pages;
}

/** Reads the pages that match, of them what stands inside data-pagefind-body. */
const readPages = (dist: string, glob: string) => async (index: PagefindIndex) => {
  const { page_count: pages, errors } = await index.addDirectory({ path: dist, glob });
  return { pages, errors };
};

/** Puts texts into an index in their order, so that the same texts give the same files. */
const addTexts = (texts: readonly IndexedText[]) => async (index: PagefindIndex) => {
  const errors: string[] = [];
  for (let at = 0; at < texts.length; at += AT_ONCE) {
    const added = await Promise.all(texts.slice(at, at + AT_ONCE).map((text) => index.addCustomRecord(text)));
    errors.push(...added.flatMap((one) => one.errors));
  }
  return { pages: texts.length, errors };
};

/** An Astro integration that indexes the pages of a portal; browsers merge the full texts of its members with it. */
export function pagesIndex(): AstroIntegration {
  return {
    name: 'pages-index',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        await makeIndex(fileURLToPath(new URL('pagefind/', dir)), readPages(fileURLToPath(dir), '**/*.html'));
        await close();
      },
    },
  };
}

/**
 * An Astro integration that builds two full-text indexes after the pages: pagefind/ of texts, pagefind/places/ of
 * stations, which browsers load where the first has no good answer.
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
          .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_') && !WITHOUT.includes(entry.name))
          .map(({ name }) => name)
          .sort();
        const of = (name: string) => fileURLToPath(new URL(`${name}/`, dir));
        const dataset = keptInput()?.dataset;
        if (dataset === undefined) throw new Error('全文索引没有做成：还没有读数据');
        const pages = await makeIndex(of('pagefind'), readPages(dist, `{${folders.join(',')}}/**/*.html`));
        const stations = await makeIndex(of('pagefind/places'), addTexts(stationTexts(dataset)));
        await close();
        logger.info(`全文索引：${pages} 页文字，${stations} 个站`);
      },
    },
  };
}
