import { getCollection, getEntry, render, type CollectionEntry } from 'astro:content';

/** Chapters of the staff handbook in order, ready to be placed. */
export async function getHelpChapters() {
  const entries = (await getCollection('help')).sort((a, b) => a.data.order - b.data.order);
  return Promise.all(
    entries.map(async (entry) => ({ slug: entry.id, ...entry.data, Content: (await render(entry)).Content })),
  );
}

/** A page of content/pages and its text; its absence is a fault of the content folder. */
export async function getPage(slug: string): Promise<{ page: CollectionEntry<'pages'>['data']; Content: Rendered }> {
  const entry = await getEntry('pages', slug);
  if (entry === undefined) throw new Error(`content/pages/${slug}.mdx 不存在。怎么改：从样例里复制一份再改。`);
  const { Content } = await render(entry);
  return { page: entry.data, Content };
}

/** A component that puts the text of a document where it stands. */
export type Rendered = Awaited<ReturnType<typeof render>>['Content'];
