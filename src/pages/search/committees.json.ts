import type { APIRoute } from 'astro';
import { getCommitteesFile } from '../../queries/lookup.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(getCommitteesFile()));
