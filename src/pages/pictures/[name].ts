import type { APIRoute, GetStaticPaths } from 'astro';
import { getPictureFiles } from '../../queries/casePictures.ts';

/** One file for each size of each picture of a published case. */
export const getStaticPaths = (async () =>
  (await getPictureFiles()).map(([name, bytes]) => ({
    params: { name },
    props: { bytes },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ bytes: Uint8Array<ArrayBuffer> }> = ({ props }) => new Response(props.bytes);
