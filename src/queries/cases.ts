import { getCollection, render, type CollectionEntry } from 'astro:content';
import { derived, getDataset, getInput } from './dataset.ts';
import { caseMark, shownText } from '../domain/case/case.ts';
import { monthShown } from '../domain/case/written.ts';
import { privacyNote } from '../domain/case/privacyNote.ts';
import { homeAddressIn, identifyingIn, placeWritings } from '../domain/privacy/identifying.ts';
import { publishedCases } from '../loading/publishedCases.ts';
import { publicationDay } from '../domain/time/dates.ts';
import type { CaseCard, CaseLink, CasePageData } from '../views/case.ts';
import { getCasePicture } from './casePictures.ts';
import { getStation } from './stations.ts';
import { getClauseNames, getInterpretations, type Interpretation } from './policies.ts';
import type { Rendered } from './pages.ts';
import { urgentOfCase } from './urgent.ts';

/** A case of the content collection: id, front matter and text. */
export type Case = CollectionEntry<'cases'>;

/**
 * The published cases with their text, newest first. Published is judged on `SITE_TODAY`, else on the day of the build.
 */
export const getCases = derived(async (): Promise<readonly Case[]> => {
  const published = new Set(publishedCaseSlugs());
  return (await getCollection('cases'))
    .filter(({ id }) => published.has(id))
    .sort((a, b) => b.data.published_at.localeCompare(a.data.published_at) || a.id.localeCompare(b.id));
});

/** The slugs of the cases that are published on a day, by default that of the build. */
export function publishedCaseSlugs(today = publicationDay(process.env)) {
  return publishedCases(getInput(), today).map(({ slug }) => slug);
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
  };
}

function districtOf(id: string | null): CaseCard['district'] {
  const { stations, towns, districts } = getDataset();
  const town = stations.find((station) => station.id === id)?.townCode;
  const code = towns.find((one) => one.code === town)?.districtCode;
  return districts.find((district) => district.code === code) ?? null;
}

/** Makes the card of a case that isn't withdrawn, with its first picture or its drawing. */
export async function caseCard(entry: Case): Promise<CaseCard> {
  const { data } = entry;
  const [first] = data.pictures;
  return {
    ...caseLink(entry),
    drawing: first === undefined ? (data.drawing ?? null) : null,
    picture: first === undefined ? null : await getCasePicture(first),
    method: data.method,
    district: districtOf(data.station),
    year: data.published_at.slice(0, 4),
    featured: data.featured,
  };
}

const writings = derived(({ committees }) => placeWritings(committees));

function privacyOf({ id, data }: Case): readonly string[] {
  const body = getInput().content.cases.find(({ slug }) => slug === id)?.body ?? '';
  const text = shownText(data, body);
  return privacyNote(data, { ...identifyingIn(text, writings()), home: homeAddressIn(text) });
}

function factsOf({ data }: Case): CasePageData['facts'] {
  const { from, to } = data.period;
  return [
    ['方法', data.method],
    ['时间', from === to ? monthShown(from) : `${monthShown(from)}至${monthShown(to)}`],
    ['次数', `${data.sessions}次`],
    ['谁在做', data.team.map(({ role, count }) => `${role}${count}人`).join('、')],
    ['写的单位', data.author],
  ];
}

function stationOf(id: string | null): CasePageData['station'] {
  // As the public may see it: a host may tell where a station is.
  const station = id === null ? undefined : getStation(id)?.station;
  return station === undefined ? null : { id: station.id, name: station.name, host: station.host };
}

/** As many others stand beside a case. */
const RELATED = 3;

/** Other cases of the same field and matter first, then of either. */
async function relatedOf({ id, data }: Case): Promise<readonly CaseLink[]> {
  const near = ({ data: other }: Case) =>
    Number(other.field === data.field && data.field !== null) + Number(other.topic === data.topic);
  return (await getCases())
    .filter((other) => other.id !== id && other.data.withdrawn === undefined && near(other) > 0)
    .sort((a, b) => near(b) - near(a))
    .slice(0, RELATED)
    .map(caseLink);
}

async function interpretationsOf({ data }: Case): Promise<CasePageData['interpretations']> {
  const explains = (entry: Interpretation) =>
    entry.data.policy === data.policy && entry.data.clauses.some((clause) => data.clauses.includes(clause));
  return (await getInterpretations()).filter(explains).map(({ id, data: { title } }) => ({ slug: id, title }));
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
    drawing: entry.data.pictures.length > 0 ? null : (entry.data.drawing ?? null),
    pictures: link.withdrawn ? [] : await Promise.all(entry.data.pictures.map(getCasePicture)),
    facts: factsOf(entry),
    station: stationOf(entry.data.station),
    measures: entry.data.measures,
    related: await relatedOf(entry),
    interpretations: await interpretationsOf(entry),
    privacy: privacyOf(entry),
  };
  return { page, Content: (await render(entry)).Content };
}
