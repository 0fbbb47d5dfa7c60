import type { APIRoute } from 'astro';
import { getSearchFiles } from '../../queries/search.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(getSearchFiles().words));
