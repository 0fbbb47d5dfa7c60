import type { APIRoute, GetStaticPaths } from 'astro';
import { getFigureFiles, type FigureFile } from '../../queries/figures.ts';

export const getStaticPaths = (async () =>
  (await getFigureFiles()).map((entry) => ({
    params: { file: entry.file },
    props: { entry },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => {
  const { text, type } = props['entry'] as FigureFile;
  return new Response(text, { headers: { 'content-type': type } });
};
