import type { APIRoute } from 'astro';
import { getFrame } from '../portal.ts';

/** Writes robots.txt: a sample forbids all pages, an official portal only the page of 快速离开. */
export const GET: APIRoute = ({ site }) => {
  const base = import.meta.env.BASE_URL.replace(/\/$/u, '');
  const sitemap = new URL(`${base}/sitemap-index.xml`, site).href;
  const rules = getFrame().isSample ? 'Disallow: /' : `Disallow: ${base}/leave/`;
  return new Response(`User-agent: *\n${rules}\n\nSitemap: ${sitemap}\n`);
};
