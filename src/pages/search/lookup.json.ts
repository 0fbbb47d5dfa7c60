import type { APIRoute } from 'astro';
import { getSearchFiles } from '../../queries/search.ts';

/** Writes the file that the search loads first: names of places, stations, fields and services. */
export const GET: APIRoute = () => new Response(JSON.stringify(getSearchFiles().lookup));
