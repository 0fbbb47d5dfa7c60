import { gunzipSync } from 'node:zlib';
import { personalDataIn, type PersonalData } from '../domain/personalData.ts';
import { metadataIn, pictureKind, type PictureMetadata } from '../domain/pictureMetadata.ts';
import { decode } from './decode.ts';
import { unzip, ZipError } from './zip.ts';

/** What a file of any kind gives away; `unread` where its kind is one that nobody here can read. */
export interface FileContents {
  readonly personal: readonly PersonalData[];
  readonly metadata: readonly PictureMetadata[];
  readonly unread: boolean;
}

const LIMITS = { unzipped: 100_000_000, entries: 5000 };

/** Kinds of files that hold a program or letters, and no words of ours. */
const NO_WORDS = /\.(?:wasm|woff2?|ttf|otf)$/iu;
const TEXT =
  /\.(?:txt|csv|tsv|json|geojson|jsonld|xml|atom|html?|svg|m?js|css|md|mdx|ya?ml|webmanifest|map|ics|vcf)$/iu;
/** Text with numbers of a program or a drawing, where a space parts two numbers. */
const MARKUP = /\.(?:html?|svg|m?js|css|map)$/iu;

const LINE_ENDS = /<\/(?:w:p|a:p|text:p|si|c|row|t)>/gu;

const lenient = new TextDecoder();

/** The words of an office file: its XML parts, their tags taken out, so that a number in several runs is whole. */
function officeText(bytes: Uint8Array): string | null {
  try {
    return [...unzip(bytes, LIMITS)]
      .filter(([name]) => /\.(?:xml|rels|txt|csv|json|html?)$/iu.test(name))
      .map(([, part]) =>
        lenient
          .decode(part)
          .replace(LINE_ENDS, '\n')
          .replace(/<[^>]*>/gu, ''),
      )
      .join('\n');
  } catch (error) {
    if (error instanceof ZipError) return null;
    throw error;
  }
}

/** The text of a file; empty where it has none, null where it can't be read. */
function textOf(name: string, bytes: Uint8Array): string | null {
  if (pictureKind(bytes) !== null || NO_WORDS.test(name)) return '';
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return officeText(bytes);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return lenient.decode(gunzipSync(bytes));
  if (!TEXT.test(name) && /\.[a-z0-9]+$/iu.test(name)) return null;
  const text = decode(bytes)?.text ?? null;
  return text !== null && MARKUP.test(name) ? text.replace(/(?<=\d)[ -](?=\d)/gu, '\n') : text;
}

/** Looks into a file for what must never be published (norms.md §5). */
export function contentsOf(name: string, bytes: Uint8Array): FileContents {
  const text = textOf(name, bytes);
  return { personal: text === null ? [] : personalDataIn(text), metadata: metadataIn(bytes), unread: text === null };
}
