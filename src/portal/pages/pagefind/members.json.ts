import type { APIRoute } from 'astro';
import { getMergedIndexes } from '../../portal.ts';

/** The full texts of the cities, which browsers merge (`client/search/fullText`). */
export const GET: APIRoute = () => Response.json(getMergedIndexes());
