import type { APIRoute, GetStaticPaths } from 'astro';
import { getSecurityText } from '../../queries/site.ts';

export const getStaticPaths = (() => {
  const body = getSecurityText();
  return body === null ? [] : [{ params: { file: 'security.txt' }, props: { body } }];
}) satisfies GetStaticPaths;

/** Writes security.txt where site.yaml names somebody to tell of security holes. */
export const GET: APIRoute<{ body: string }> = ({ props }) => new Response(props.body);
