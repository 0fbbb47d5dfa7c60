import { gunzipSync } from 'node:zlib';
import { documentNames, type DocumentName } from '../../domain/privacy/documentMetadata.ts';
import { personalDataIn, type PersonalData } from '../../domain/privacy/personalData.ts';
import { metadataIn, pictureKind, type PictureMetadata } from '../../domain/privacy/pictureMetadata.ts';
import { decode } from '../formats/decode.ts';
import { readPdf, type DocumentContents } from '../formats/pdf.ts';
import { unzip, ZipError } from '../formats/readZip.ts';

/** The personal data found in a file of any kind; `unread` where no reader exists for that kind of file. */
export interface FileContents {
  readonly personal: readonly PersonalData[];
  readonly metadata: readonly PictureMetadata[];
  readonly names: readonly DocumentName[];
  readonly unread: boolean;
}

const LIMITS = { unzipped: 100_000_000, entries: 5000 };

/** Files that hold machine code or fonts and no words, so that nothing is looked for in them. */
const NO_WORDS = /\.(?:wasm|woff2?|ttf|otf)$/iu;
const TEXT =
  /\.(?:txt|csv|tsv|json|geojson|jsonld|xml|atom|html?|svg|m?js|css|md|mdx|ya?ml|webmanifest|map|ics|vcf)$/iu;
/** Markup and code: a space between digits separates two numbers there, while in prose it may be part of one. */
const MARKUP = /\.(?:html?|svg|m?js|css|map)$/iu;

const LINE_ENDS = /<\/(?:w:p|a:p|text:p|si|c|row|t)>/gu;

const lenient = new TextDecoder();

const words = (text: string): DocumentContents => ({ text, names: [], files: [] });

/** Where an Office file keeps the names of people: the XML part by its name, and the tag that a name stands in. */
const NAMED: readonly (readonly [DocumentName['kind'], part: RegExp, name: RegExp])[] = [
  ['文档作者', /^(?:docProps\/core|meta)\.xml$/u, /<(?:dc:creator|meta:initial-creator)(?:\s[^>]*)?>([^<]*)</gu],
  ['最后修改人', /^docProps\/core\.xml$/u, /<cp:lastModifiedBy(?:\s[^>]*)?>([^<]*)</gu],
  ['批注作者', /^word\/.*\.xml$/u, /\bw:author="([^"]*)"/gu],
  ['批注作者', /^xl\/comments[^/]*\.xml$/u, /<author(?:\s[^>]*)?>([^<]*)</gu],
];

/** An office file: the words of its XML parts, their tags taken out, so that a number in several runs is whole. */
function readOffice(bytes: Uint8Array): DocumentContents | null {
  try {
    const parts = [...unzip(bytes, LIMITS)]
      .filter(([name]) => /\.(?:xml|rels|txt|csv|json|html?)$/iu.test(name))
      .map(([name, part]) => [name, lenient.decode(part)] as const);
    return {
      text: parts.map(([, xml]) => xml.replace(LINE_ENDS, '\n').replace(/<[^>]*>/gu, '')).join('\n'),
      names: NAMED.flatMap(([kind, part, name]) =>
        documentNames(
          kind,
          parts.flatMap(([path, xml]) =>
            part.test(path) ? [...xml.matchAll(name)].map(([, found = '']) => found) : [],
          ),
        ),
      ),
      files: [],
    };
  } catch (error) {
    if (error instanceof ZipError) return null;
    throw error;
  }
}

/** The words of a file, empty for kinds without words; null where the file can't be read. */
async function readingOf(name: string, bytes: Uint8Array): Promise<DocumentContents | null> {
  if (pictureKind(bytes) !== null || NO_WORDS.test(name)) return words('');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readOffice(bytes);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return words(lenient.decode(gunzipSync(bytes)));
  if (lenient.decode(bytes.subarray(0, 5)) === '%PDF-' || /\.pdf$/iu.test(name)) return readPdf(bytes);
  if (!TEXT.test(name) && /\.[a-z0-9]+$/iu.test(name)) return null;
  const text = decode(bytes)?.text ?? null;
  if (text === null) return null;
  return words(text);
}

/** Looks into a file, and into those that lie in it, for what must never be published (docs/norms.md §5). */
export async function contentsOf(name: string, bytes: Uint8Array): Promise<FileContents> {
  const reading = await readingOf(name, bytes);
  const inside = await Promise.all((reading?.files ?? []).map((file) => contentsOf(file.name, file.bytes)));
  return {
    personal: [...personalDataIn(reading?.text ?? '', MARKUP.test(name)), ...inside.flatMap(({ personal }) => personal)],
    metadata: [...metadataIn(bytes), ...inside.flatMap(({ metadata }) => metadata)],
    names: [...(reading?.names ?? []), ...inside.flatMap(({ names }) => names)],
    unread: reading === null || inside.some(({ unread }) => unread),
  };
}
