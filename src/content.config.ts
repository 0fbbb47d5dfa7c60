import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { CONTENT } from './schemas/content.ts';

const base = process.env['CONTENT_DIR'] ?? './content';

export const collections = {
  policies: defineCollection({
    loader: glob({ base: `${base}/policies`, pattern: '*.mdx' }),
    schema: CONTENT.policies,
  }),
  interpretations: defineCollection({
    loader: glob({ base: `${base}/interpretations`, pattern: '*.mdx' }),
    schema: CONTENT.interpretations,
  }),
  cases: defineCollection({ loader: glob({ base: `${base}/cases`, pattern: '*.md' }), schema: CONTENT.cases }),
  pages: defineCollection({ loader: glob({ base: `${base}/pages`, pattern: '*.mdx' }), schema: CONTENT.pages }),
  help: defineCollection({ loader: glob({ base: `${base}/help`, pattern: '*.mdx' }), schema: CONTENT.help }),
};
