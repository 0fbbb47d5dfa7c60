import type { APIRoute } from 'astro';
import { getSearchFiles } from '../../queries/search.ts';

/** Writes the root of the files of places: which there are, and how a query is read to tell its file. */
export const GET: APIRoute = () => new Response(JSON.stringify(getSearchFiles().places.root));
