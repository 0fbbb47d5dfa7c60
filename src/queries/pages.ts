import { getCollection, getEntry, render, type CollectionEntry } from 'astro:content';

/** The chapters of the staff handbook in order, each with its text as a component. */
export async function getHelpChapters() {
  const entries = (await getCollection('help')).sort((a, b) => a.data.order - b.data.order);
  return Promise.all(
    entries.map(async (entry) => ({ slug: entry.id, ...entry.data, Content: (await render(entry)).Content })),
  );
}

/** A page of `content/pages` with its text as a component. Throws where the content folder lacks it. */
export async function getPage(slug: string): Promise<{ page: CollectionEntry<'pages'>['data']; Content: Rendered }> {
  const entry = await getEntry('pages', slug);
  if (entry === undefined) throw new Error(`content/pages/${slug}.mdx 不存在。怎么改：从样例里复制一份再改。`);
  const { Content } = await render(entry);
  return { page: entry.data, Content };
}

/** The component that renders the text of a document. */
export type Rendered = Awaited<ReturnType<typeof render>>['Content'];
