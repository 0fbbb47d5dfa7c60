import type { APIRoute, GetStaticPaths } from 'astro';
import { getListFile, isPaged } from '../../queries/listFile.ts';

/** One file where the list of stations is paged; a short list filters the rows of its page. */
export const getStaticPaths = (() => (isPaged() ? [{ params: { list: 'list' } }] : [])) satisfies GetStaticPaths;

/** Writes the file that the filters of a long list read. */
export const GET: APIRoute = () => new Response(JSON.stringify(getListFile()));
