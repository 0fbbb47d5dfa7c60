import type { APIRoute, GetStaticPaths } from 'astro';
import { getSearchFiles } from '../../queries/search.ts';

/** The root of a lookup in parts; there is none where the lookup is whole. */
export const getStaticPaths = (() => {
  const { parts } = getSearchFiles();
  return parts === null ? [] : [{ params: { root: 'parts' }, props: { text: JSON.stringify(parts.root) } }];
}) satisfies GetStaticPaths;

/** Writes which districts there are, and how a query is read to tell the files of names that it needs. */
export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
