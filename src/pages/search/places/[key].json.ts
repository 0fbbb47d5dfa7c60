import type { APIRoute, GetStaticPaths } from 'astro';
import { getSearchFiles } from '../../../queries/search.ts';

/** One file of places for each key of the root. */
export const getStaticPaths = (() =>
  [...getSearchFiles().places.files].map(([key, file]) => ({
    params: { key },
    props: { text: JSON.stringify(file) },
  }))) satisfies GetStaticPaths;

/** Writes the roads, estates and hamlets of one key, with the 居村委 that their numbers belong to. */
export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
