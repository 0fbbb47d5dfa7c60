import type { APIRoute } from 'astro';
import { atomFeed } from '../../domain/openData/atom.ts';
import { routes } from '../../domain/site/routes.ts';
import { getStationChangeEntries } from '../../queries/feeds.ts';
import { getFrame } from '../../queries/site.ts';

/** Writes the Atom feed of station changes. */
export const GET: APIRoute = ({ site }) => {
  const absolute = (path: string) => new URL(path, site).href;
  const { identity, meta, isSample } = getFrame();
  const text = atomFeed({
    title: `${identity.siteName} · 站点变更${isSample ? '（示例）' : ''}`,
    author: identity.organiser || identity.siteName,
    self: absolute(routes.dataChangesFeed()),
    page: absolute(routes.dataChanges()),
    since: `${meta.asAt} 00:00`,
    entries: getStationChangeEntries().map((entry) => ({ ...entry, href: absolute(entry.href) })),
  });
  return new Response(text, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
