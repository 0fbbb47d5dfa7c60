import type { APIRoute, GetStaticPaths } from 'astro';
import { getCards, type NamedCard } from '../../queries/cards.ts';

/** The picture that stands for a page where somebody shares its address. */
export const getStaticPaths = (async () =>
  (await getCards()).map(({ name, picture }) => ({ params: { name }, props: { picture } }))) satisfies GetStaticPaths;

export const GET: APIRoute<Pick<NamedCard, 'picture'>> = async ({ props }) =>
  new Response((await props.picture()) as Uint8Array<ArrayBuffer>);
