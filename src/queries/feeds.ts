import { caseDescription } from '../domain/case/case.ts';
import { routes } from '../domain/site/routes.ts';
import { getCases } from './cases.ts';
import { getInterpretations, getPolicies } from './policies.ts';
import { getStationChangeDays } from './stationChanges.ts';

/** An entry of an Atom feed; `updated` is `YYYY-MM-DD HH:MM` in the city's time. */
export interface FeedEntry {
  readonly title: string;
  readonly href: string;
  readonly updated: string;
  readonly summary: string;
}

const newestFirst = (a: FeedEntry, b: FeedEntry) => b.updated.localeCompare(a.updated);

/** The entries of the feed of policies and interpretations, newest first. */
export async function getPolicyEntries(): Promise<readonly FeedEntry[]> {
  const [policies, interpretations] = await Promise.all([getPolicies(), getInterpretations()]);
  return [
    ...policies.map(({ id, data }) => ({
      title: data.title,
      href: routes.policy(id),
      updated: data.published_at,
      summary: data.summary,
    })),
    ...interpretations.map(({ id, data }) => ({
      title: data.title,
      href: routes.interpretation(id),
      updated: data.published_at,
      summary: data.summary.join(''),
    })),
  ].sort(newestFirst);
}

/** The entries of the feed of cases: published ones, newest first, without withdrawn ones. */
export async function getCaseEntries(): Promise<readonly FeedEntry[]> {
  const cases = (await getCases()).filter(({ data }) => data.withdrawn === undefined);
  return cases
    .map(({ id, data }) => ({
      title: data.sample ? `示例故事：${data.title}` : data.title,
      href: routes.case(id),
      updated: data.published_at,
      summary: caseDescription(data),
    }))
    .sort(newestFirst);
}

/** The most entries of the feed of station changes. Feed readers keep older ones, and the page has them all. */
const NEWEST = 500;

/**
 * The entries of the feed of station changes, newest first, one for each station and day; each links to its line on the
 * page.
 */
export function getStationChangeEntries(): readonly FeedEntry[] {
  return getStationChangeDays()
    .flatMap(({ on, stations }) =>
      stations.map(({ id, name, changes }) => ({
        title: `${name}：${changes.map(({ kind }) => kind).join('、')}`,
        href: routes.dataChanges(`#${on}-${id}`),
        updated: `${on} 00:00`,
        summary: changes.map(({ kind, text }) => (text === '' ? kind : `${kind}：${text}`)).join('；'),
      })),
    )
    .slice(0, NEWEST);
}
