/** What a picture may tell of who took it, where and with what. */
export type PictureMetadata = 'EXIF' | 'GPS' | 'XMP' | 'IPTC' | '文字说明' | '末尾多出的内容';

type Bytes = Uint8Array;

const latin = (bytes: Bytes, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

const big16 = (bytes: Bytes, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const big32 = (bytes: Bytes, at: number) => big16(bytes, at) * 0x10000 + big16(bytes, at + 2);

/** Which kind of picture the bytes are, by their first ones; null for anything else. */
export function pictureKind(bytes: Bytes): 'jpeg' | 'png' | 'webp' | 'tiff' | 'heif' | 'gif' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'jpeg';
  const head = latin(bytes, 0, 12);
  if (head.startsWith('\x89PNG')) return 'png';
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'webp';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tiff';
  if (head.startsWith('GIF8')) return 'gif';
  return /^ftyp(?:hei|hev|mif|msf|avi)/u.test(head.slice(4)) ? 'heif' : null;
}

/** Whether a TIFF block, as EXIF is one, has a directory of places (tag 0x8825). */
function hasPlace(bytes: Bytes, start: number): boolean {
  const little = bytes[start] === 0x49;
  const at16 = (at: number) => (little ? (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) : big16(bytes, at));
  const at32 = (at: number) => (little ? at16(at) + at16(at + 2) * 0x10000 : big32(bytes, at));
  const directory = start + at32(start + 4);
  const count = Math.min(at16(directory), 500);
  for (let index = 0; index < count; index += 1) if (at16(directory + 2 + index * 12) === 0x8825) return true;
  return false;
}

const exif = (bytes: Bytes, start: number): PictureMetadata[] => (hasPlace(bytes, start) ? ['EXIF', 'GPS'] : ['EXIF']);

/** What follows the end of a picture, unless it only fills up the file. */
const behind = (bytes: Bytes, end: number): PictureMetadata[] =>
  bytes.subarray(end).some((byte) => ![0, 0x0a, 0x0d, 0x20, 0xff].includes(byte)) ? ['末尾多出的内容'] : [];

/** Where the picture data of a JPEG ends: at the next marker that is no part of it. */
function scanEnd(bytes: Bytes, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && ((bytes[at + 1] ?? 0) === 0 || ((bytes[at + 1] ?? 0) & 0xf8) === 0xd0 || bytes[at + 1] === 0xff))
    at = bytes.indexOf(0xff, at + (bytes[at + 1] === 0xff ? 1 : 2));
  return at < 0 ? bytes.length : at;
}

function inJpeg(bytes: Bytes): PictureMetadata[] {
  const found: PictureMetadata[] = [];
  for (let at = 2; at + 2 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return [...found, ...behind(bytes, at + 2)];
    const length = big16(bytes, at + 2);
    const start = at + 4;
    const head = latin(bytes, start, start + 29);
    if (marker === 0xe1 && head.startsWith('Exif\0\0')) found.push(...exif(bytes, start + 6));
    else if (marker === 0xe1 && head.startsWith('http://ns.adobe.com/xap')) found.push('XMP');
    else if (marker === 0xed && head.startsWith('Photoshop')) found.push('IPTC');
    else if (marker === 0xfe) found.push('文字说明');
    at += 2 + Math.max(2, length);
    // The picture itself: the next segment stands behind its data.
    if (marker === 0xda) at = scanEnd(bytes, at);
  }
  return found;
}

function inPng(bytes: Bytes): PictureMetadata[] {
  const found: PictureMetadata[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = big32(bytes, at);
    const type = latin(bytes, at + 4, at + 8);
    if (type === 'eXIf') found.push(...exif(bytes, at + 8));
    else if (type === 'tEXt' || type === 'iTXt' || type === 'zTXt') {
      found.push(latin(bytes, at + 8, at + 25).startsWith('XML:com.adobe.xmp') ? 'XMP' : '文字说明');
    }
    at += 12 + length;
    if (type === 'IEND') return [...found, ...behind(bytes, at)];
  }
  return found;
}

function inWebp(bytes: Bytes): PictureMetadata[] {
  const found: PictureMetadata[] = [];
  for (let at = 12; at + 8 <= bytes.length;) {
    const type = latin(bytes, at, at + 4);
    const length = [3, 2, 1, 0].reduce((sum, offset) => sum * 256 + (bytes[at + 4 + offset] ?? 0), 0);
    if (type === 'EXIF') found.push(...exif(bytes, at + 8 + (latin(bytes, at + 8, at + 12) === 'Exif' ? 6 : 0)));
    else if (type === 'XMP ') found.push('XMP');
    at += 8 + length + (length % 2);
  }
  const size = 8 + [7, 6, 5, 4].reduce((sum, offset) => sum * 256 + (bytes[offset] ?? 0), 0);
  return [...found, ...behind(bytes, size + (size % 2))];
}

/** The place behind a chain of sub-blocks of a GIF, each with its length before it. */
function afterBlocks(bytes: Bytes, from: number): number {
  let at = from;
  while ((bytes[at] ?? 0) > 0) at += (bytes[at] ?? 0) + 1;
  return at + 1;
}

const colours = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

function inGif(bytes: Bytes): PictureMetadata[] {
  const found: PictureMetadata[] = [];
  for (let at = 13 + colours(bytes[10] ?? 0); at < bytes.length;) {
    if (bytes[at] === 0x2c) at = afterBlocks(bytes, at + 11 + colours(bytes[at + 9] ?? 0));
    else if (bytes[at] === 0x21) {
      // A comment, a text drawn as letters, or what a program has added.
      if (bytes[at + 1] === 0xfe || bytes[at + 1] === 0x01) found.push('文字说明');
      else if (latin(bytes, at + 3, at + 11) === 'XMP Data') found.push('XMP');
      at = afterBlocks(bytes, at + 2);
    } else return [...found, ...(bytes[at] === 0x3b ? behind(bytes, at + 1) : [])];
  }
  return found;
}

/** Whether some ASCII words stand anywhere in the bytes. */
function contains(bytes: Bytes, words: string): boolean {
  const first = words.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (latin(bytes, at, at + words.length) === words) return true;
  }
  return false;
}

/** The metadata in a picture that must not be published (docs/norms.md §5); none for bytes that are no picture. */
export function metadataIn(bytes: Bytes): readonly PictureMetadata[] {
  switch (pictureKind(bytes)) {
    case 'jpeg':
      return inJpeg(bytes);
    case 'png':
      return inPng(bytes);
    case 'webp':
      return inWebp(bytes);
    case 'gif':
      return inGif(bytes);
    case 'tiff':
      return exif(bytes, 0);
    case 'heif':
      return [
        ...(contains(bytes, 'Exif') ? (['EXIF'] as const) : []),
        ...(contains(bytes, 'application/rdf+xml') ? (['XMP'] as const) : []),
      ];
    default:
      return [];
  }
}
