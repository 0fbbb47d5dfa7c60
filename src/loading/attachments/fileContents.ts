import { gunzipSync } from 'node:zlib';
import type { DocumentName } from '../../domain/privacy/documentMetadata.ts';
import { personalDataIn, type PersonalData } from '../../domain/privacy/personalData.ts';
import { metadataIn, pictureKind, type PictureMetadata } from '../../domain/privacy/pictureMetadata.ts';
import { decode } from '../formats/decode.ts';
import { readPdf, type DocumentContents } from '../formats/pdf.ts';
import { unzip, ZipError } from '../formats/readZip.ts';
import { linkedNumbers, officeNames, officeText } from './officeWords.ts';

/**
 * The personal data found in a file of any kind, in its name and in the files in it; `unread` says why a part of it
 * could not be read, empty where all was.
 */
export interface FileContents {
  readonly personal: readonly PersonalData[];
  readonly metadata: readonly PictureMetadata[];
  readonly names: readonly DocumentName[];
  readonly unread: string;
}

/** How far archives are unpacked: bytes and files in all that lie in one attachment, and archives inside archives. */
export const ARCHIVE_LIMITS = { unzipped: 100_000_000, entries: 5000, depth: 4 } as const;

/** What is left of the limits for an attachment; each archive in it takes from it. */
interface Left {
  unzipped: number;
  entries: number;
}

/** A file without a reader, or one that goes beyond the limits; the message says why it stays unread. */
class UnreadError extends Error {
  override readonly name = 'UnreadError';
}

const NO_READER = '程序读不了';
const TOO_MUCH = `解开以后超过 ${ARCHIVE_LIMITS.unzipped / 1e6} MB 或 ${ARCHIVE_LIMITS.entries} 个文件，程序没有读`;
const TOO_DEEP = `压缩包里套压缩包，超过 ${ARCHIVE_LIMITS.depth} 层，程序没有读到底`;

/** Files that hold machine code, fonts or the settings of a printer and no words, so that nothing is looked for there. */
const NO_WORDS = /\.(?:wasm|woff2?|ttf|otf|odttf|fntdata)$|(?:^|\/)printerSettings\d*\.bin$/iu;
const TEXT =
  /\.(?:txt|csv|tsv|json|geojson|jsonld|xml|rels|vml|rdf|atom|html?|svg|m?js|css|md|mdx|ya?ml|webmanifest|speculationrules|map|ics|vcf)$/iu;
/** Markup and code: a sign between digits separates two numbers there, while in prose it may be part of one. */
const MARKUP = /\.(?:html?|svg|m?js|css|map)$/iu;
/** The parts that make an office file; an archive without them is a bundle of files. */
const OFFICE = /^(?:\[Content_Types\]\.xml|content\.xml|meta\.xml|(?:word|xl|ppt|docProps)\/.*)$/u;
const XML_PART = /\.(?:xml|rels|vml)$/iu;

const lenient = new TextDecoder();

const words = (text: string): DocumentContents => ({ text, names: [], files: [] });

function unpacked(bytes: Uint8Array, left: Left): readonly (readonly [name: string, bytes: Uint8Array])[] {
  try {
    const entries = [...unzip(bytes, left)];
    left.entries -= entries.length;
    left.unzipped -= entries.reduce((sum, [, part]) => sum + part.length, 0);
    return entries;
  } catch (error) {
    if (error instanceof ZipError) throw new UnreadError(error.tooLarge ? TOO_MUCH : NO_READER);
    throw error;
  }
}

/** An archive: the words of an office file, and every file in it that is looked into by itself. */
function readArchive(bytes: Uint8Array, left: Left): DocumentContents {
  const entries = unpacked(bytes, left);
  const office = entries.some(([name]) => OFFICE.test(name));
  const parts = entries
    .filter(([name]) => office && XML_PART.test(name))
    .map(([name, part]) => [name, lenient.decode(part)] as const);
  const files = entries.filter(([name]) => !office || !XML_PART.test(name));
  return {
    text: officeText(parts),
    names: officeNames(parts),
    files: files.map(([name, part]) => ({ name, bytes: part })),
  };
}

function readGzip(name: string, bytes: Uint8Array, left: Left): DocumentContents {
  let content: Uint8Array;
  try {
    content = gunzipSync(bytes, { maxOutputLength: Math.max(1, left.unzipped) });
  } catch (error) {
    if (error instanceof RangeError) throw new UnreadError(TOO_MUCH);
    if (error instanceof Error) throw new UnreadError(NO_READER);
    throw error;
  }
  left.unzipped -= content.length;
  const inner = name.replace(/\.gz$/iu, '').replace(/\.tgz$/iu, '.tar');
  // The pieces of the search index are words packed under names of their own.
  return inner === name ? words(lenient.decode(content)) : { ...words(''), files: [{ name: inner, bytes: content }] };
}

/** The words of a file, empty for kinds without words. Throws UnreadError where it can't be read. */
async function readingOf(name: string, bytes: Uint8Array, left: Left): Promise<DocumentContents> {
  if (pictureKind(bytes) !== null || NO_WORDS.test(name)) return words('');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readArchive(bytes, left);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return readGzip(name, bytes, left);
  const isPdf = lenient.decode(bytes.subarray(0, 5)) === '%PDF-' || /\.pdf$/iu.test(name);
  const known = TEXT.test(name) || !/\.[a-z0-9]+$/iu.test(name);
  const text = isPdf || !known ? null : (decode(bytes)?.text ?? null);
  const reading = isPdf ? await readPdf(bytes) : text === null ? null : words(text);
  if (reading === null) throw new UnreadError(NO_READER);
  return reading;
}

async function lookInto(name: string, bytes: Uint8Array, left: Left, depth: number): Promise<FileContents> {
  let unread = depth > ARCHIVE_LIMITS.depth ? TOO_DEEP : '';
  let reading = words('');
  try {
    if (unread === '') reading = await readingOf(name, bytes, left);
  } catch (error) {
    if (!(error instanceof UnreadError)) throw error;
    unread = error.message;
  }
  const inside: FileContents[] = [];
  for (const file of reading.files) inside.push(await lookInto(file.name, file.bytes, left, depth + 1));
  const markup = MARKUP.test(name);
  return {
    personal: [
      ...name.split(/[\\/]/u).flatMap((part) => personalDataIn(part)),
      ...personalDataIn(reading.text, markup),
      ...(markup ? personalDataIn(linkedNumbers(reading.text)) : []),
      ...inside.flatMap(({ personal }) => personal),
    ],
    metadata: [...metadataIn(bytes), ...inside.flatMap(({ metadata }) => metadata)],
    names: [...reading.names, ...inside.flatMap(({ names }) => names)],
    unread: [unread, ...inside.map((file) => file.unread)].find((reason) => reason !== '') ?? '',
  };
}

/** Looks into a file, and into those that lie in it, for what must never be published (docs/norms.md §5). */
export const contentsOf = (name: string, bytes: Uint8Array): Promise<FileContents> =>
  lookInto(name, bytes, { unzipped: ARCHIVE_LIMITS.unzipped, entries: ARCHIVE_LIMITS.entries }, 0);
