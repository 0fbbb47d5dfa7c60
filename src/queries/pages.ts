import { getCollection, getEntry, type CollectionEntry } from 'astro:content';

/** Chapters of the staff handbook in order. */
export async function getHelpChapters(): Promise<CollectionEntry<'help'>[]> {
  return (await getCollection('help')).sort((a, b) => a.data.order - b.data.order);
}

/** A page of content/pages; its absence is a fault of the content folder. */
export async function getPage(slug: string): Promise<CollectionEntry<'pages'>> {
  const entry = await getEntry('pages', slug);
  if (entry === undefined) throw new Error(`content/pages/${slug}.mdx 不存在。怎么改：从样例里复制一份再改。`);
  return entry;
}
