import type { APIRoute, GetStaticPaths } from 'astro';
import { getSearchFiles } from '../../../queries/search.ts';

/** One part of the lookup for each district; none where the lookup is whole. */
export const getStaticPaths = (() =>
  [...(getSearchFiles().parts?.parts ?? [])].map(([code, file]) => ({
    params: { code },
    props: { text: JSON.stringify(file) },
  }))) satisfies GetStaticPaths;

/** Writes the 街镇, stations and 居村委 of a district. */
export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
