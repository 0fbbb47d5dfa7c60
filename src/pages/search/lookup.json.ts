import type { APIRoute } from 'astro';
import { getLookupFile } from '../../queries/lookup.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(getLookupFile()));
