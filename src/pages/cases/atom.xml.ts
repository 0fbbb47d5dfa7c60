import type { APIRoute } from 'astro';
import { atomFeed } from '../../domain/openData/atom.ts';
import { routes } from '../../domain/site/routes.ts';
import { getCaseEntries } from '../../queries/feeds.ts';
import { getFrame } from '../../queries/site.ts';

/** Writes the Atom feed of cases. */
export const GET: APIRoute = async ({ site }) => {
  const absolute = (path: string) => new URL(path, site).href;
  const { identity, isSample } = getFrame();
  const entries = (await getCaseEntries()).map((entry) => ({ ...entry, href: absolute(entry.href) }));
  const text = atomFeed({
    title: `${identity.siteName} · 典型案例${isSample ? '（示例）' : ''}`,
    author: identity.organiser || identity.siteName,
    self: absolute(routes.caseFeed()),
    page: absolute(routes.cases()),
    entries,
  });
  return new Response(text, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
