import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** Pagefind reports its own troubles in a list; they stop the build. */
function stopOn(errors: readonly string[], step: string): void {
  if (errors.length > 0) throw new Error(`全文索引没有做成（${step}）：${errors.join('；')}`);
}

/** Builds the full-text index over the finished pages; only what stands inside data-pagefind-body is in it. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] ??= '4000';
        const { index, errors } = await createIndex({ forceLanguage: 'zh' });
        stopOn(errors, '启动');
        if (index === undefined) throw new Error('全文索引没有做成：Pagefind 没有启动');
        const added = await index.addDirectory({ path: fileURLToPath(dir) });
        stopOn(added.errors, '读取页面');
        const written = await index.writeFiles({ outputPath: fileURLToPath(new URL('pagefind/', dir)) });
        stopOn(written.errors, '写入');
        await close();
        logger.info(`全文索引：${added.page_count} 页`);
      },
    },
  };
}
