import type { APIRoute } from 'astro';
import { getSearchFiles } from '../../queries/search.ts';

/** Writes the words for needs, services, organisations and texts, which the search loads after the first file. */
export const GET: APIRoute = () => new Response(JSON.stringify(getSearchFiles().words));
