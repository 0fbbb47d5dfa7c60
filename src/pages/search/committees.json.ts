import type { APIRoute } from 'astro';
import { getSearchFiles } from '../../queries/search.ts';

/** Writes the names of 居村委 for the search. */
export const GET: APIRoute = () => new Response(JSON.stringify(getSearchFiles().committees));
