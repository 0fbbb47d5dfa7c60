import { getCollection, getEntry, render, type CollectionEntry } from 'astro:content';
import { chapterName, HELP_ROLE_NAMES, HELP_ROLES } from '../domain/site/handbook.ts';
import { routes } from '../domain/site/routes.ts';
import type { HelpChapter, HelpGroup, HelpHeading } from '../views/site.ts';

/** The chapters of the staff handbook, grouped by whom they are for and in order; the slug is the name of the file. */
export async function getHandbook(): Promise<readonly HelpGroup[]> {
  const entries = (await getCollection('help')).sort((a, b) => a.data.order - b.data.order);
  const chapters = entries.map(({ id, data }): HelpChapter => ({
    slug: id,
    href: routes.chapter(chapterName(id)),
    ...data,
  }));
  return HELP_ROLE_NAMES.map((role) => ({
    role,
    duty: HELP_ROLES[role],
    chapters: chapters.filter((chapter) => chapter.role === role),
  })).filter((group) => group.chapters.length > 0);
}

/** A chapter of the handbook as a component, with its headings of the second level. Throws where it does not exist. */
export async function getChapterText(slug: string): Promise<{ Content: Rendered; headings: readonly HelpHeading[] }> {
  const entry = await getEntry('help', slug);
  if (entry === undefined) throw new Error(`content/help/${slug}.mdx 不存在。`);
  const { Content, headings } = await render(entry);
  return { Content, headings: headings.filter(({ depth }) => depth === 2).map(({ slug: id, text }) => ({ id, text })) };
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
