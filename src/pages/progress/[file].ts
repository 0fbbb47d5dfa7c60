import type { APIRoute, GetStaticPaths } from 'astro';
import { getFigureFiles, type FigureFile } from '../../queries/figures.ts';

/** Two files for each figure: its table and its picture. */
export const getStaticPaths = (async () =>
  (await getFigureFiles()).map((entry) => ({
    params: { file: entry.file },
    props: { entry },
  }))) satisfies GetStaticPaths;

/** Writes the table or the picture of a figure. */
export const GET: APIRoute = ({ props }) => {
  const { text, type } = props['entry'] as FigureFile;
  return new Response(text, { headers: { 'content-type': type } });
};
