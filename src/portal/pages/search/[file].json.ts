import type { APIRoute, GetStaticPaths } from 'astro';
import { getSearchFiles } from '../../portal.ts';

/** The search files of the portal itself. It has no places: those are asked of the cities. */
export const getStaticPaths = (() => {
  const { own, members } = getSearchFiles();
  const places = { keys: '', readings: '', traditional: '' };
  const files = { ...own, places, members: members.root };
  return Object.entries(files).map(([file, content]) => ({ params: { file }, props: { content } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => Response.json(props['content']);
