import sharp from 'sharp';
import { metadataIn, pictureKind } from '../../domain/privacy/pictureMetadata.ts';
import { sha256 } from '../formats/digest.ts';

/** How large a picture may be that is handed in: bytes of its file, pixels in all. */
export const PICTURE_LIMITS = { bytes: 15_000_000, pixels: 100_000_000 } as const;
/** The longest side of a picture as it is kept, in pixels. */
const LONGEST = 2000;

/** Why a picture can't be taken; `what` is one of a few kinds, the message is in Chinese. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
  readonly what: 'kind' | 'large' | 'pixels' | 'broken';

  constructor(what: PictureError['what'], message: string) {
    super(message);
    this.what = what;
  }
}

/** A picture as it is kept: its bytes, its name made of their hash, and whether the original told more than its pixels. */
export interface CleanPicture {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly told: boolean;
}

const KINDS = { tiff: 'TIFF', gif: 'GIF', heif: 'HEIC（苹果手机的格式）' } as const;
const words = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).trimStart();

/** What bytes are that are no picture we take, in Chinese. */
function strangerName(bytes: Uint8Array): string {
  const kind = pictureKind(bytes);
  if (kind === 'tiff' || kind === 'gif' || kind === 'heif') return KINDS[kind];
  const head = words(bytes);
  if (/^(?:\xef\xbb\xbf)?(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg/iu.test(head))
    return 'SVG，里面可以藏程序';
  if (/^(?:\xef\xbb\xbf)?<(?:!doctype|html|head|script|body|\?xml)/iu.test(head)) return '网页，只是改名叫图片';
  if (head.startsWith('BM')) return 'BMP';
  if (head.startsWith('%PDF')) return 'PDF';
  return '不是图片';
}

/**
 * Draws a picture anew: upright, at most 2000 pixels long, as JPEG on white, so that nothing of the file but its pixels
 * is left. The same bytes give the same picture. Throws PictureError.
 */
export async function cleanPicture(bytes: Uint8Array): Promise<CleanPicture> {
  if (bytes.length > PICTURE_LIMITS.bytes)
    throw new PictureError('large', `有${(bytes.length / 1e6).toFixed(1)}MB，超过${PICTURE_LIMITS.bytes / 1e6}MB`);
  const kind = pictureKind(bytes);
  if (kind !== 'jpeg' && kind !== 'png' && kind !== 'webp') {
    const name = strangerName(bytes);
    throw new PictureError('kind', name === '不是图片' ? name : `是${name}`);
  }
  const told = metadataIn(bytes).length > 0;
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > PICTURE_LIMITS.pixels)
      throw new PictureError('pixels', `有${width}×${height}个像素，超过${PICTURE_LIMITS.pixels / 1e8}亿`);
    const drawn = await sharp(bytes, { limitInputPixels: PICTURE_LIMITS.pixels, failOn: 'warning' })
      .autoOrient()
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 85, progressive: true, chromaSubsampling: '4:2:0' })
      .toBuffer();
    return { name: `${sha256(drawn).slice(0, 16)}.jpg`, bytes: new Uint8Array(drawn), told };
  } catch (error) {
    if (error instanceof PictureError) throw error;
    if (error instanceof Error) throw new PictureError('broken', '打不开，多半是没有传完整');
    throw error;
  }
}
