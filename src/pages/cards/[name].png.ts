import type { APIRoute, GetStaticPaths } from 'astro';
import { getCards } from '../../queries/cards.ts';

/** The picture that stands for a page where somebody shares its address. */
export const getStaticPaths = (async () =>
  (await getCards()).map(([name, bytes]) => ({ params: { name }, props: { bytes } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ bytes: Uint8Array<ArrayBuffer> }> = ({ props }) => new Response(props.bytes);
