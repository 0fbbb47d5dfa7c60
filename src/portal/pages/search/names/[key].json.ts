import type { APIRoute, GetStaticPaths } from 'astro';
import { getSearchFiles } from '../../../portal.ts';

/** The files that tell which names are in which cities. */
export const getStaticPaths = (() =>
  [...getSearchFiles().members.files].map(([key, content]) => ({
    params: { key },
    props: { content },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => Response.json(props['content']);
