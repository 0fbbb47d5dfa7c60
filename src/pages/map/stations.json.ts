import type { APIRoute } from 'astro';
import { getMapFile } from '../../queries/map.ts';

/** Writes the file that the map loads. */
export const GET: APIRoute = () => new Response(JSON.stringify(getMapFile()));
