import type { APIRoute, GetStaticPaths } from 'astro';
import { getSearchFiles } from '../../../queries/search.ts';

/** One file of names for each key of the root of a lookup in parts; none where the lookup is whole. */
export const getStaticPaths = (() =>
  [...(getSearchFiles().parts?.names ?? [])].map(([key, file]) => ({
    params: { key },
    props: { text: JSON.stringify(file) },
  }))) satisfies GetStaticPaths;

/** Writes names, and ends of phone numbers, each with the districts that have it. */
export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
