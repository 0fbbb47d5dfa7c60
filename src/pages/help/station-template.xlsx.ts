import type { APIRoute } from 'astro';
import { getStationTemplate } from '../../queries/template.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Writes the workbook that clerks fill in. */
export const GET: APIRoute = async () =>
  new Response(Uint8Array.from(await getStationTemplate()), { headers: { 'content-type': TYPE } });
