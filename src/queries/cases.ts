import { getCollection, render, type CollectionEntry } from 'astro:content';
import { derived, getDataset, getInput } from './dataset.ts';
import { caseMark, shownText } from '../domain/case/case.ts';
import { privacyNote } from '../domain/case/privacyNote.ts';
import { homeAddressIn, identifyingIn, placeWritings } from '../domain/privacy/identifying.ts';
import { isPublished } from '../domain/case/publication.ts';
import { publicationDay } from '../domain/time/dates.ts';
import type { CaseLink, CasePageData } from '../views/case.ts';
import { getClauseNames } from './policies.ts';
import type { Rendered } from './pages.ts';
import { urgentOfCase } from './urgent.ts';

/** A case of the content collection: id, front matter and text. */
export type Case = CollectionEntry<'cases'>;

/**
 * The published cases with their text, newest first. Published is judged on `SITE_TODAY`, else on the day of the build.
 */
export async function getCases(): Promise<readonly Case[]> {
  const published = new Set(publishedCaseSlugs());
  return (await getCollection('cases'))
    .filter(({ id }) => published.has(id))
    .sort((a, b) => b.data.published_at.localeCompare(a.data.published_at) || a.id.localeCompare(b.id));
}

/** The slugs of the cases that are published on a day, by default that of the build. */
export function publishedCaseSlugs(today = publicationDay(process.env)) {
  return getInput()
    .content.cases.filter(({ head }) => isPublished(head, today))
    .map(({ slug }) => slug);
}

/** Makes the entry that lists show of a case; a withdrawn one has no summary. */
export function caseLink({ id, data }: Case): CaseLink {
  const { fields, topics } = getDataset();
  return {
    slug: id,
    title: data.title,
    summary: data.withdrawn === undefined ? data.summary : '',
    published: data.published_at,
    mark: caseMark(data),
    sample: data.sample,
    withdrawn: data.withdrawn !== undefined,
    field: fields.find(({ slug }) => slug === data.field) ?? null,
    topic: topics.find(({ slug }) => slug === data.topic) ?? null,
    drawing: data.drawing,
  };
}

const writings = derived(({ committees }) => placeWritings(committees));

function privacyOf({ id, data }: Case): readonly string[] {
  const body = getInput().content.cases.find(({ slug }) => slug === id)?.body ?? '';
  const text = shownText(data, body);
  return privacyNote(data, { ...identifyingIn(text, writings()), home: homeAddressIn(text) });
}

/** Everything on the page of a case: its data, with names instead of pointers, and its text as a component. */
export async function getCasePage(entry: Case): Promise<{ page: CasePageData; Content: Rendered }> {
  const link = caseLink(entry);
  const { services } = getDataset();
  const nameOf = await getClauseNames();
  const page: CasePageData = {
    ...link,
    services: services.filter(({ id }) => entry.data.services.includes(id)),
    clauses: entry.data.clauses.map((clause) => nameOf({ policy: entry.data.policy ?? '', clause })),
    lines: urgentOfCase(link),
    privacy: privacyOf(entry),
  };
  return { page, Content: (await render(entry)).Content };
}
