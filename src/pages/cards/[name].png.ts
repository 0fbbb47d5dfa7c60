import type { APIRoute, GetStaticPaths } from 'astro';
import { getCards, type NamedCard } from '../../queries/cards.ts';
import { keyOf } from '../../queries/keptPaths.ts';

/** The picture that stands for a page where somebody shares its address. */
export const getStaticPaths = (async () =>
  (await getCards()).map(({ name, card, picture }) => ({
    params: { name },
    props: { picture },
    ...keyOf(card),
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<Pick<NamedCard, 'picture'>> = async ({ props }) =>
  new Response((await props.picture()) as Uint8Array<ArrayBuffer>);
