import { casePictureFiles, namedBytes } from '../loading/pictures/casePictures.ts';
import type { Variant } from '../loading/pictures/variants.ts';
import { publishedCases } from '../loading/publishedCases.ts';
import { publicationDay } from '../domain/time/dates.ts';
import { paths } from '../domain/site/paths.ts';
import type { CasePicture } from '../views/case.ts';
import { getInput } from './dataset.ts';

/** A picture of a case as its front matter names it. */
interface Named {
  readonly file: string;
  readonly alt: string;
  readonly caption: string;
}

/** A picture of a published case with the addresses of its sizes. */
export async function getCasePicture({ file, alt, caption }: Named): Promise<CasePicture> {
  const { variants } = await casePictureFiles(file);
  const sources = (format: Variant['format']) =>
    variants
      .filter((variant) => variant.format === format)
      .map(({ name, width, height }) => ({ path: paths.picture(name), width, height }));
  return { alt, caption, webp: sources('webp'), jpeg: sources('jpeg') };
}

/**
 * The name and bytes of every size of the pictures of cases that are published and not withdrawn. Pictures of other
 * cases are never made, so that nothing of them can get into the site (docs/norms.md §5).
 */
export async function getPictureFiles(): Promise<readonly (readonly [name: string, bytes: Uint8Array])[]> {
  const published = publishedCases(getInput(), publicationDay(process.env));
  const cases = published.filter(({ head }) => head.withdrawn === undefined);
  const files = new Set(cases.flatMap(({ head }) => head.pictures.map(({ file }) => file)));
  return (await Promise.all([...files].map(casePictureFiles))).flatMap(namedBytes);
}
