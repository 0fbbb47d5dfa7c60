import type { APIRoute } from 'astro';
import { getMapFile } from '../../queries/map.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(getMapFile()));
