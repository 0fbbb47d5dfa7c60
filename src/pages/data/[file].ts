import type { APIRoute, GetStaticPaths } from 'astro';
import { getDownloads, type Download } from '../../queries/downloads.ts';

export const getStaticPaths = (() =>
  getDownloads().map((download) => ({ params: { file: download.file }, props: { download } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => {
  const { text, type } = props['download'] as Download;
  return new Response(text, { headers: { 'content-type': type } });
};
