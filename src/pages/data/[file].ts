import type { APIRoute, GetStaticPaths } from 'astro';
import { getDownloadFiles } from '../../queries/downloads.ts';
import type { Download } from '../../queries/tableFiles.ts';

const site = new URL(import.meta.env.SITE);

/** One file for each download of the page /data/. */
export const getStaticPaths = (async () =>
  (await getDownloadFiles(site)).map((download) => ({
    params: { file: download.file },
    props: { download },
  }))) satisfies GetStaticPaths;

/** Writes the content of a download. */
export const GET: APIRoute = ({ props }) => {
  const { body, type } = props['download'] as Download;
  return new Response(body, { headers: { 'content-type': type } });
};
