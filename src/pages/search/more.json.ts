import type { APIRoute } from 'astro';
import { getSearchFiles } from '../../queries/search.ts';

/** Writes the file that the search loads when nothing else answers: addresses of stations, and phrases for needs. */
export const GET: APIRoute = () => new Response(JSON.stringify(getSearchFiles().more));
