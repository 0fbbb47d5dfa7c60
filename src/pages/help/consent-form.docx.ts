import type { APIRoute } from 'astro';
import { getConsentForm } from '../../queries/consentForm.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Writes the form by which somebody agrees that their case is published. */
export const GET: APIRoute = async () => new Response(await getConsentForm(), { headers: { 'content-type': TYPE } });
