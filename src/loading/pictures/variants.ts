import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { pictureKind } from '../../domain/privacy/pictureMetadata.ts';
import { remove } from '../formats/replaceTogether.ts';
import { sha256 } from '../formats/digest.ts';

/** One size of a picture in one format. */
export interface Variant {
  readonly name: string;
  readonly format: 'webp' | 'jpeg';
  readonly width: number;
  readonly height: number;
}

/** The sizes in which a picture is published, from small to large, WebP before JPEG. */
export interface PictureFiles {
  readonly hash: string;
  readonly variants: readonly Variant[];
}

/** The widths on pages; a smaller picture has only those that it reaches, and its own. */
const WIDTHS = [640, 960, 1600] as const;
const FORMATS = [
  { format: 'webp', extension: 'webp', options: { quality: 78 } },
  { format: 'jpeg', extension: 'jpg', options: { quality: 80, progressive: true, chromaSubsampling: '4:2:0' } },
] as const;
/** Changes with everything that decides the bytes of a variant. */
const RECIPE = `1 ${WIDTHS.join()} ${JSON.stringify(FORMATS)} ${sharp.versions.sharp}`;
/** More pixels than this are no photograph. */
const MOST_PIXELS = 100_000_000;

/** The file of the cache that lists the variants of a picture. */
const LIST = 'picture.json';

async function makeVariants(bytes: Uint8Array, hash: string, folder: string): Promise<PictureFiles> {
  const kind = pictureKind(bytes);
  if (kind !== 'jpeg' && kind !== 'png' && kind !== 'webp') throw new Error('不是 JPEG、PNG 或 WebP 图片');
  // Everything is drawn anew, so that nothing of the file but its pixels is published.
  const upright = sharp(bytes, { limitInputPixels: MOST_PIXELS }).autoOrient();
  const { info } = await upright.clone().raw().toBuffer({ resolveWithObject: true });
  const widths = [...new Set([...WIDTHS.filter((width) => width < info.width), Math.min(info.width, WIDTHS[2])])];
  const variants: Variant[] = [];
  for (const { format, extension, options } of FORMATS) {
    for (const width of widths) {
      const name = `${hash}-${width}.${extension}`;
      const drawn = upright.clone().resize({ width }).flatten({ background: '#fff' });
      const { data, info: made } = await drawn.toFormat(format, options).toBuffer({ resolveWithObject: true });
      writeFileSync(join(folder, name), data);
      variants.push({ name, format, width: made.width, height: made.height });
    }
  }
  return { hash, variants };
}

/**
 * The published sizes of a picture: upright, without metadata, never larger than it is. They are kept in the folder
 * `cache` by the hash of the bytes, so that they are made once. Throws where the bytes are no picture.
 */
export async function pictureFiles(bytes: Uint8Array, cache: string): Promise<PictureFiles> {
  const hash = sha256(Buffer.concat([Buffer.from(RECIPE), bytes])).slice(0, 16);
  const folder = join(cache, hash);
  const list = join(folder, LIST);
  if (existsSync(list)) return JSON.parse(readFileSync(list, 'utf8')) as PictureFiles;
  mkdirSync(dirname(folder), { recursive: true });
  const part = mkdtempSync(`${folder}.part-`);
  try {
    const made = await makeVariants(bytes, hash, part);
    writeFileSync(join(part, LIST), JSON.stringify(made));
    // Another build may have made the same meanwhile: then its folder stays.
    if (!existsSync(folder)) renameSync(part, folder);
    return made;
  } finally {
    remove(part);
  }
}

/** The bytes of one size of a picture out of the cache. */
export const variantBytes = (cache: string, { hash }: PictureFiles, { name }: Variant): Uint8Array =>
  readFileSync(join(cache, hash, name));
